using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>POST /members/fields adds a field to every profile; PUT changes it. Its kind stays, since values depend on it.</summary>
public static class EditField
{
    public sealed record CreateRequest(
        [StringLength(20, MinimumLength = 1)] string Name,
        FieldKind Kind,
        [Length(0, 50)] IReadOnlyList<string>? Choices = null,
        bool RequiredAtTill = false
    );

    public sealed record Request(
        [StringLength(20, MinimumLength = 1)] string Name,
        [Length(0, 50)] IReadOnlyList<string> Choices,
        bool RequiredAtTill,
        [Range(0, 1000)] int Position,
        bool Active
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Post("/members/fields", Permission.SettingsEdit, Create).WithSummary("Add a profile field.");
        routes.Put("/members/fields/{id}", Permission.SettingsEdit, Handle).WithSummary("Change a profile field.");
    }

    public static async Task<Outcome<ListFields.Item>> Create(CreateRequest request, Tx tx, Caller caller)
    {
        var choices = Clean(request.Kind, request.Choices ?? []);
        if (request.Kind == FieldKind.Choice && choices.Length < 2)
            return MemberReasons.FieldChoicesMissing;
        var name = request.Name.Trim();
        var made = await tx.One<FieldRow>(
            """
            INSERT INTO member_field (merchant_id, id, name, kind, choices, required_at_till, position, active, version)
            SELECT @m, @id, @name, @kind, @choices, @required, COALESCE(MAX(position), 0) + 1, TRUE, 1 FROM member_field WHERE merchant_id = @m
            ON CONFLICT (merchant_id, name) DO NOTHING RETURNING *
            """,
            new
            {
                id = tx.NewId<Core.Kinds.Field>(),
                name,
                kind = request.Kind,
                choices = Json.Text(choices),
                required = request.RequiredAtTill,
            }
        );
        if (made is null)
            return MemberReasons.FieldNameTaken.With(("name", name));
        tx.Audit(new(caller, "member_field.created", "member_field", made.Id.ToString(), After: request));
        return ListFields.Describe(made);
    }

    public static async Task<Outcome<ListFields.Item>> Handle(
        FieldId id,
        Request request,
        IfMatch match,
        Tx tx,
        Caller caller
    )
    {
        if (
            await tx.One<FieldRow>("SELECT * FROM member_field WHERE merchant_id = @m AND id = @id", new { id })
            is not { } before
        )
            return CommonReasons.NotFound.With(("what", "资料项"));
        var choices = Clean(before.Kind, request.Choices);
        if (before.Kind == FieldKind.Choice && choices.Length < 2)
            return MemberReasons.FieldChoicesMissing;
        var name = request.Name.Trim();
        if (
            await tx.One<long>(
                "SELECT COUNT(*) FROM member_field WHERE merchant_id = @m AND name = @name AND id <> @id",
                new { name, id }
            ) > 0
        )
            return MemberReasons.FieldNameTaken.With(("name", name));
        var after = await tx.One<FieldRow>(
            """
            UPDATE member_field SET name = @name, choices = @choices, required_at_till = @required, position = @position, active = @active, version = version + 1
            WHERE merchant_id = @m AND id = @id AND version = @version RETURNING *
            """,
            new
            {
                id,
                name,
                choices = Json.Text(choices),
                required = request.RequiredAtTill,
                position = request.Position,
                active = request.Active,
                version = match.Version,
            }
        );
        if (after is null)
            return CommonReasons.Stale;
        tx.Audit(
            new(caller, "member_field.edited", "member_field", id.ToString(), ListFields.Describe(before), request)
        );
        return ListFields.Describe(after);
    }

    private static string[] Clean(FieldKind kind, IReadOnlyList<string> choices) =>
        kind == FieldKind.Choice
            ? [.. choices.Select(c => c.Trim()).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)]
            : [];
}
