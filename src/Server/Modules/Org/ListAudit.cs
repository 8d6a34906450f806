using System.Text.Json;

namespace Shuke.Server.Modules.Org;

/// <summary>GET /audit: who did what, when, where, before and after; the newest first.</summary>
public static class ListAudit
{
    /// <param name="Seq">the number of the record in the chain</param>
    public sealed record Reply(
        long Seq,
        Instant At,
        StaffId? StaffId,
        string Who,
        string? Store,
        string Address,
        string Action,
        string SubjectKind,
        string SubjectId,
        JsonElement? Before,
        JsonElement? After,
        string? Reason,
        string? ApprovedBy
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/audit", Permission.AuditView, Handle).WithSummary("The audit log.");

    public static async Task<Outcome<Page<Reply>>> Handle(
        [AsParameters] AuditQuery query,
        [AsParameters] PageQuery page,
        DbRead db,
        Caller caller
    )
    {
        var args = await AuditFilter.Of(db, caller, query, Cursor.Read(page.After), page.Fetch);
        var rows = await db.All<AuditFilter.Row>(
            $"SELECT {AuditFilter.Columns} {AuditFilter.Where} AND a.seq < @before ORDER BY a.seq DESC LIMIT @fetch",
            args
        );
        var total = await db.One<long>($"SELECT COUNT(*) {AuditFilter.Where}", args);
        var items = rows.ConvertAll(r => new Reply(
            r.Seq,
            r.At,
            r.StaffId,
            r.Who,
            r.Store,
            r.Address,
            r.Action,
            r.SubjectKind,
            r.SubjectId,
            Tree(r.Before),
            Tree(r.After),
            r.Reason,
            r.ApprovedBy
        ));
        return Page<Reply>.Of(page, items, total, i => new("", i.Seq));
    }

    private static JsonElement? Tree(string? json) => json is null ? null : JsonElement.Parse(json);
}
