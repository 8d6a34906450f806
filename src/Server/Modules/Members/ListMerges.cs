using System.Text.Json;

namespace Shuke.Server.Modules.Members;

/// <summary>GET /members/merges: which members were merged, by whom, and what moved.</summary>
public static class ListMerges
{
    public sealed record Item(
        MergeId Id,
        MemberId FromId,
        MemberId ToId,
        string ToName,
        string? Who,
        string Reason,
        Instant At,
        JsonElement Moved
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/members/merges", Permission.MembersMerge, Handle).WithSummary("Past merges, newest first.");

    public static async Task<Outcome<Page<Item>>> Handle([AsParameters] PageQuery page, DbRead db, Caller caller)
    {
        var rows = await db.All<MergeRow>(
            "SELECT * FROM member_merge WHERE merchant_id = @m AND id < @after ORDER BY id DESC LIMIT @fetch",
            new { after = Cursor.Read(page.After).Number, fetch = page.Fetch }
        );
        var total = await db.One<long>("SELECT COUNT(*) FROM member_merge WHERE merchant_id = @m");
        var names = await MembersPublic.GetMany(db, rows.Select(r => r.ToId).Distinct().ToArray(), caller.Language);
        var items = new List<Item>(rows.Count);
        foreach (var row in rows)
        {
            var who = row.StaffId is { } staff ? await Org.OrgPublic.StaffName(db, staff) : null;
            items.Add(
                new(
                    row.Id,
                    row.FromId,
                    row.ToId,
                    names[row.ToId].Name,
                    who,
                    row.Reason,
                    row.At,
                    JsonSerializer.Deserialize<JsonElement>(row.Moved)
                )
            );
        }
        return Page<Item>.Of(page, items, total, i => new("", i.Id.Value));
    }
}
