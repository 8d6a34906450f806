namespace Shuke.Server.Modules.Members;

/// <summary>GET /members/tags: the merchant's tags, with how many members carry each.</summary>
public static class ListTags
{
    public sealed record Reply(IReadOnlyList<Item> Items);

    public sealed record Item(TagId Id, string Name, TagColor Color, long Members, long Version);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/members/tags", Permission.MembersView, Handle).WithSummary("All tags.");

    public static async Task<Outcome<Reply>> Handle(DbRead db) =>
        new Reply(
            await db.All<Item>(
                """
                SELECT t.id, t.name, t.color, t.version, (SELECT COUNT(*) FROM member_tag x WHERE x.merchant_id = t.merchant_id AND x.tag_id = t.id) AS members
                FROM tag t WHERE t.merchant_id = @m ORDER BY t.name, t.id
                """
            )
        );
}
