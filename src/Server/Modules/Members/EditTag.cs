using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>POST /members/tags makes a tag, PUT renames it, DELETE takes it off everybody and away.</summary>
public static class EditTag
{
    public sealed record Request([StringLength(20, MinimumLength = 1)] string Name, TagColor Color = TagColor.Grey);

    public sealed record Reply(TagId Id, string Name, TagColor Color, long Version) : IVersioned;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Post("/members/tags", Permission.MembersEdit, Create).WithSummary("Make a tag.");
        routes.Put("/members/tags/{id}", Permission.MembersEdit, Handle).WithSummary("Rename or recolour a tag.");
        routes.Delete("/members/tags/{id}", Permission.MembersEdit, Remove).WithSummary("Remove a tag from everybody.");
    }

    public static async Task<Outcome<Reply>> Create(Request request, Tx tx, Caller caller)
    {
        var name = request.Name.Trim();
        var made = await tx.One<TagRow>(
            "INSERT INTO tag (merchant_id, id, name, color, version) VALUES (@m, @id, @name, @color, 1) ON CONFLICT (merchant_id, name) DO NOTHING RETURNING *",
            new
            {
                id = tx.NewId<Core.Kinds.Tag>(),
                name,
                color = request.Color,
            }
        );
        if (made is null)
            return MemberReasons.TagNameTaken.With(("name", name));
        tx.Audit(new(caller, "tag.created", "tag", made.Id.ToString(), After: new { name }));
        return new Reply(made.Id, made.Name, made.Color, made.Version);
    }

    public static async Task<Outcome<Reply>> Handle(TagId id, Request request, IfMatch match, Tx tx, Caller caller)
    {
        var name = request.Name.Trim();
        if (await tx.One<TagRow>("SELECT * FROM tag WHERE merchant_id = @m AND id = @id", new { id }) is not { } before)
            return CommonReasons.NotFound.With(("what", "标签"));
        if (
            await tx.One<long>(
                "SELECT COUNT(*) FROM tag WHERE merchant_id = @m AND name = @name AND id <> @id",
                new { name, id }
            ) > 0
        )
            return MemberReasons.TagNameTaken.With(("name", name));
        var after = await tx.One<TagRow>(
            "UPDATE tag SET name = @name, color = @color, version = version + 1 WHERE merchant_id = @m AND id = @id AND version = @version RETURNING *",
            new
            {
                id,
                name,
                color = request.Color,
                version = match.Version,
            }
        );
        if (after is null)
            return CommonReasons.Stale;
        tx.Audit(new(caller, "tag.edited", "tag", id.ToString(), new { before.Name }, new { name }));
        return new Reply(after.Id, after.Name, after.Color, after.Version);
    }

    public static async Task<Outcome<Done>> Remove(TagId id, Tx tx, Caller caller)
    {
        if (await tx.One<TagRow>("SELECT * FROM tag WHERE merchant_id = @m AND id = @id", new { id }) is not { } tag)
            return CommonReasons.NotFound.With(("what", "标签"));
        var members = await tx.Execute("DELETE FROM member_tag WHERE merchant_id = @m AND tag_id = @id", new { id });
        await tx.Execute("DELETE FROM tag WHERE merchant_id = @m AND id = @id", new { id });
        tx.Audit(new(caller, "tag.removed", "tag", id.ToString(), new { tag.Name, members }));
        return Done.Ok;
    }
}
