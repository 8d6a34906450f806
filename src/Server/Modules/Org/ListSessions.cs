namespace Shuke.Server.Modules.Org;

/// <summary>GET /sessions: where somebody is signed in; one's own, or with the right to manage staff another's.</summary>
public static class ListSessions
{
    public sealed record Reply(
        SessionId Id,
        StaffId StaffId,
        string Name,
        string OpenedBy,
        string? Store,
        string Address,
        string Agent,
        Instant OpenedAt,
        Instant SeenAt,
        Instant ExpiresAt,
        bool Current
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/sessions", Permission.SignedIn, Handle).WithSummary("Where a person is signed in.");

    public static async Task<Outcome<IReadOnlyList<Reply>>> Handle(DbRead db, Caller caller, StaffId? staffId)
    {
        var staff = staffId ?? caller.Staff;
        if (await EndSession.Foreign(db, caller, staff) is { } refusal)
            return refusal;
        var rows = await db.All<Row>(
            """
            SELECT s.id, s.staff_id, t.name, o.name AS opened_by, p.name AS store, s.address, s.agent, s.created_at, s.seen_at, s.expires_at
            FROM session s
            JOIN staff t ON t.merchant_id = s.merchant_id AND t.id = s.staff_id
            JOIN staff o ON o.merchant_id = s.merchant_id AND o.id = s.opened_by
            LEFT JOIN store p ON p.merchant_id = s.merchant_id AND p.id = s.store_id
            WHERE s.merchant_id = @m AND (s.staff_id = @staff OR s.opened_by = @staff) AND s.ended_at IS NULL AND s.expires_at > @now
            ORDER BY s.seen_at DESC, s.id DESC LIMIT 100
            """,
            new { staff, now = db.Now }
        );
        return rows.ConvertAll(r => new Reply(
            r.Id,
            r.StaffId,
            r.Name,
            r.OpenedBy,
            r.Store,
            r.Address,
            r.Agent,
            r.CreatedAt,
            r.SeenAt,
            r.ExpiresAt,
            r.Id == caller.SessionId
        ));
    }

    private sealed record Row(
        SessionId Id,
        StaffId StaffId,
        string Name,
        string OpenedBy,
        string? Store,
        string Address,
        string Agent,
        Instant CreatedAt,
        Instant SeenAt,
        Instant ExpiresAt
    );
}
