using Shuke.Core.Sales;
using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Sales;

/// <summary>GET /orders: the tickets of the caller's store, newest first, with filters.</summary>
public static class ListOrders
{
    public sealed record Item(
        OrderId Id,
        string Number,
        Instant At,
        BusinessDay Day,
        OrderState State,
        string Staff,
        MemberId? MemberId,
        string? Member,
        Money Payable,
        Money Refunded,
        Money Discount,
        long Lines
    );

    private sealed record Row(
        OrderId Id,
        string Number,
        Instant At,
        BusinessDay Day,
        OrderState State,
        string Staff,
        MemberId? MemberId,
        Money Payable,
        Money Refunded,
        Money Discount,
        long Lines
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/orders", Permission.OrdersView, Handle).WithSummary("Tickets of the store, newest first.");

    public static async Task<Outcome<Page<Item>>> Handle(
        [AsParameters] FilterQuery filter,
        [AsParameters] PageQuery page,
        DbRead db,
        Caller caller
    )
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        var args = new
        {
            store = caller.Store,
            from = filter.From is { } from ? DateOnly.FromDateTime(from) : (DateOnly?)null,
            to = filter.To is { } to ? DateOnly.FromDateTime(to) : (DateOnly?)null,
            state = filter.State,
            member = filter.MemberId is { } text && MemberId.TryParse(text, null, out var id) ? id : (MemberId?)null,
            shift = filter.ShiftId is { } shiftText && ShiftId.TryParse(shiftText, null, out var shift)
                ? shift
                : (ShiftId?)null,
            number = filter.Q is { Length: > 0 } q ? "%" + q.Trim() + "%" : null,
            before = Cursor.Read(page.After).Number,
            limit = page.Fetch,
        };
        var rows = await db.All<Row>(
            $"""
            SELECT o.id, o.number, o.at, o.day, o.state, t.name AS staff, o.member_id, o.payable, o.refunded, o.discount,
                   (SELECT COUNT(*) FROM order_line l WHERE l.merchant_id = o.merchant_id AND l.order_id = o.id) AS lines
            FROM orders o JOIN staff t ON t.merchant_id = o.merchant_id AND t.id = o.staff_id
            WHERE {Filter} AND o.id < @before ORDER BY o.id DESC LIMIT @limit
            """,
            args
        );
        var total = await db.One<long>($"SELECT COUNT(*) FROM orders o WHERE {Filter}", args);
        var members = await MembersPublic.GetMany(
            db,
            [.. rows.Where(r => r.MemberId is not null).Select(r => r.MemberId!.Value).Distinct()],
            caller.Language
        );
        var items = rows.ConvertAll(r => new Item(
            r.Id,
            r.Number,
            r.At,
            r.Day,
            r.State,
            r.Staff,
            r.MemberId,
            r.MemberId is { } m && members.TryGetValue(m, out var info) ? info.Name : null,
            r.Payable,
            r.Refunded,
            r.Discount,
            r.Lines
        ));
        return Page<Item>.Of(page, items, total, i => new("", i.Id.Value));
    }

    /// <summary>The query string's form of the filter; a missing part does not filter.</summary>
    public sealed record FilterQuery(
        DateTime? From = null,
        DateTime? To = null,
        string? State = null,
        string? MemberId = null,
        string? ShiftId = null,
        string? Q = null
    );

    private const string Filter = """
        o.merchant_id = @m AND o.store_id = @store
        AND (@from IS NULL OR o.day >= @from) AND (@to IS NULL OR o.day <= @to)
        AND (@state IS NULL OR o.state = @state) AND (@member IS NULL OR o.member_id = @member)
        AND (@shift IS NULL OR o.shift_id = @shift) AND (@number IS NULL OR o.number LIKE @number)
        """;
}
