namespace Shuke.Server.Modules.Org;

/// <summary>GET /approvals: what was approved, by whom, for whom, and whether it was used; the newest first.</summary>
public static class ListApprovals
{
    public sealed record Reply(
        ApprovalId Id,
        string AskedBy,
        string ApprovedBy,
        string Reason,
        Instant GivenAt,
        Instant ExpiresAt,
        Instant? UsedAt
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/approvals", Permission.ApprovalsGive, Handle).WithSummary("What was approved.");

    public static async Task<Outcome<Page<Reply>>> Handle([AsParameters] PageQuery page, DbRead db)
    {
        var rows = await db.All<Row>(
            """
            SELECT a.id, q.name AS asked_by, g.name AS approved_by, a.reason, a.created_at, a.expires_at, a.used_at
            FROM approval a
            JOIN staff q ON q.merchant_id = a.merchant_id AND q.id = a.asked_by
            JOIN staff g ON g.merchant_id = a.merchant_id AND g.id = a.approved_by
            WHERE a.merchant_id = @m AND a.id < @before ORDER BY a.id DESC LIMIT @fetch
            """,
            new { before = Cursor.Read(page.After).Number, fetch = page.Fetch }
        );
        var total = await db.One<long>("SELECT COUNT(*) FROM approval WHERE merchant_id = @m");
        var items = rows.ConvertAll(r => new Reply(
            r.Id,
            r.AskedBy,
            r.ApprovedBy,
            r.Reason,
            r.CreatedAt,
            r.ExpiresAt,
            r.UsedAt
        ));
        return Page<Reply>.Of(page, items, total, i => new("", i.Id.Value));
    }

    private sealed record Row(
        ApprovalId Id,
        string AskedBy,
        string ApprovedBy,
        string Reason,
        Instant CreatedAt,
        Instant ExpiresAt,
        Instant? UsedAt
    );
}
