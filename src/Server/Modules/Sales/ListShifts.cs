namespace Shuke.Server.Modules.Sales;

/// <summary>GET /shifts: the shifts of the caller's store, newest first.</summary>
public static class ListShifts
{
    public sealed record Item(
        ShiftId Id,
        string Till,
        long Number,
        ShiftState State,
        string OpenedBy,
        Instant OpenedAt,
        Instant? ClosedAt,
        Money? Expected,
        Money? Counted,
        Money? Difference
    );

    private sealed record Row(
        ShiftId Id,
        string Till,
        long Number,
        ShiftState State,
        string OpenedBy,
        Instant OpenedAt,
        Instant? ClosedAt,
        Money? Expected,
        Money? Counted
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/shifts", Permission.ShiftsView, Handle).WithSummary("Shifts of the store, newest first.");

    public static async Task<Outcome<Page<Item>>> Handle([AsParameters] PageQuery page, DbRead db, Caller caller)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        var before = Cursor.Read(page.After).Number;
        var rows = await db.All<Row>(
            """
            SELECT s.id, s.till, s.number, s.state, t.name AS opened_by, s.opened_at, s.closed_at, s.expected, s.counted
            FROM shift s JOIN staff t ON t.merchant_id = s.merchant_id AND t.id = s.opened_by
            WHERE s.merchant_id = @m AND s.store_id = @store AND s.number < @before ORDER BY s.number DESC LIMIT @limit
            """,
            new
            {
                store = caller.Store,
                before,
                limit = page.Fetch,
            }
        );
        var total = await db.One<long>(
            "SELECT COUNT(*) FROM shift WHERE merchant_id = @m AND store_id = @store",
            new { store = caller.Store }
        );
        var items = rows.ConvertAll(r => new Item(
            r.Id,
            r.Till,
            r.Number,
            r.State,
            r.OpenedBy,
            r.OpenedAt,
            r.ClosedAt,
            r.Expected,
            r.Counted,
            r is { Counted: { } counted, Expected: { } expected } ? counted - expected : null
        ));
        return Page<Item>.Of(page, items, total, i => new("", i.Number));
    }
}
