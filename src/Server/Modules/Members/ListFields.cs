using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>GET /members/fields: the fields this merchant added to a profile, in their order, also those switched off.</summary>
public static class ListFields
{
    public sealed record Reply(IReadOnlyList<Item> Items);

    public sealed record Item(
        FieldId Id,
        string Name,
        FieldKind Kind,
        IReadOnlyList<string> Choices,
        bool RequiredAtTill,
        long Position,
        bool Active,
        long Version
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/members/fields", Permission.MembersView, Handle).WithSummary("The merchant's own profile fields.");

    public static async Task<Outcome<Reply>> Handle(DbRead db) =>
        new Reply((await FieldBook.All(db)).ConvertAll(Describe));

    internal static Item Describe(FieldRow row) =>
        new(
            row.Id,
            row.Name,
            row.Kind,
            Json.Parse<string[]>(row.Choices),
            row.RequiredAtTill,
            row.Position,
            row.Active,
            row.Version
        );
}
