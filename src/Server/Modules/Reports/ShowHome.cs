using System.Globalization;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Reports;

/// <summary>GET /home: the store's day so far beside the same hours of yesterday and of last week, and what needs a hand.</summary>
public static class ShowHome
{
    private const int DaysShown = 30;
    private const int GoodsShown = 8;
    private const int TicketsShown = 6;

    /// <summary>The figures of one business day up to one moment of it; amounts in fen, turnover less refunds.</summary>
    public sealed record DayFigures(
        BusinessDay Day,
        Money Turnover,
        Money Refunds,
        long Tickets,
        Money AverageTicket,
        long MembersNew,
        long MembersActive,
        Money ToppedUp,
        Money StoredValueSpent,
        Points PointsEarned,
        Points PointsUsed
    );

    public sealed record HourOfDay(int Hour, Money Turnover, long Tickets);

    public sealed record DayOfSeries(BusinessDay Day, Money Turnover, long Tickets);

    /// <param name="Quantity">thousandths, less what came back</param>
    public sealed record TopGoods(string Name, string Unit, Quantity Quantity, Money Turnover);

    public sealed record Ticket(
        OrderId Id,
        string Number,
        Instant At,
        string? Member,
        string Staff,
        Money Payable,
        OrderState State
    );

    public sealed record OpenShift(ShiftId Id, string Till, long Number, string OpenedBy, Instant OpenedAt);

    /// <param name="Wrong">null: every entry held</param>
    public sealed record LedgerCheck(Instant EndedAt, long Entries, string? Wrong);

    /// <summary>The first steps of a new shop; true once they were taken.</summary>
    public sealed record FirstSteps(bool Goods, bool Member, bool Sale);

    /// <param name="Yesterday">up to the same time of day</param>
    /// <param name="LastWeek">the same weekday, up to the same time of day</param>
    /// <param name="Float">stored value all members hold together, principal and bonus, in all stores</param>
    public sealed record Reply(
        StoreId StoreId,
        Instant At,
        DayFigures Today,
        DayFigures Yesterday,
        DayFigures LastWeek,
        Money Float,
        LedgerCheck? Check,
        IReadOnlyList<OpenShift> OpenShifts,
        long GoodsWithoutPrice,
        FirstSteps Steps,
        IReadOnlyList<HourOfDay> Hours,
        IReadOnlyList<DayOfSeries> Days,
        IReadOnlyList<TopGoods> Goods,
        IReadOnlyList<Ticket> Recent
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/home", Permission.ReportsView, Handle).WithSummary("The day so far, and what needs a hand.");

    public static async Task<Outcome<Reply>> Handle(DbRead db, Caller caller)
    {
        var store = (await OrgPublic.Store(db, caller.Store))!;
        var today = store.DayOf(db.Now);
        var days = await HomeFigures.Days(db, store.Id, today.AddDays(1 - DaysShown), today);
        return new Reply(
            store.Id,
            db.Now,
            await HomeFigures.Of(db, store, today, today),
            await HomeFigures.Of(db, store, today.AddDays(-1), today),
            await HomeFigures.Of(db, store, today.AddDays(-7), today),
            await LedgerPublic.StoredValue(db),
            await db.One<LedgerCheck>(
                "SELECT ended_at, entries, wrong FROM ledger_check WHERE merchant_id = @m ORDER BY id DESC LIMIT 1"
            ),
            await OpenShifts(db, store.Id),
            await db.One<long>("SELECT COUNT(*) FROM product WHERE merchant_id = @m AND active AND price = 0"),
            await Steps(db),
            await Hours(db, store, today),
            days,
            await Goods(db, store.Id, today.AddDays(-6)),
            await Recent(db, store.Id)
        );
    }

    private static async Task<IReadOnlyList<OpenShift>> OpenShifts(DbRead db, StoreId store) =>
        await db.All<OpenShift>(
            """
            SELECT s.id, s.till, s.number, p.name AS opened_by, s.opened_at FROM shift s
            JOIN staff p ON p.merchant_id = s.merchant_id AND p.id = s.opened_by
            WHERE s.merchant_id = @m AND s.store_id = @store AND s.state = 'open' ORDER BY s.till
            """,
            new { store }
        );

    private static async Task<FirstSteps> Steps(DbRead db)
    {
        // The industry's sample goods come with the opening; what came a minute later, a person entered or imported.
        var goods = await db.One<long?>(
            """
            SELECT 1 FROM product p JOIN merchant s ON s.merchant_id = p.merchant_id
            WHERE p.merchant_id = @m AND p.created_at > s.created_at + 60000 LIMIT 1
            """
        );
        var member = await db.One<long?>("SELECT 1 FROM member WHERE merchant_id = @m LIMIT 1");
        var sale = await db.One<long?>("SELECT 1 FROM orders WHERE merchant_id = @m LIMIT 1");
        return new(goods is not null, member is not null, sale is not null);
    }

    private static async Task<IReadOnlyList<HourOfDay>> Hours(DbRead db, StoreInfo store, BusinessDay day)
    {
        var sales = await db.All<(Instant At, Money Payable)>(
            "SELECT at, payable FROM orders WHERE merchant_id = @m AND store_id = @store AND day = @day AND state <> 'void'",
            new { store = store.Id, day }
        );
        return
        [
            .. sales
                .GroupBy(s => TimeZoneInfo.ConvertTime(s.At.ToDateTimeOffset(), store.Zone).Hour)
                .OrderBy(g => g.Key)
                .Select(g => new HourOfDay(g.Key, new(g.Sum(s => s.Payable.Fen)), g.Count())),
        ];
    }

    private static async Task<IReadOnlyList<TopGoods>> Goods(DbRead db, StoreId store, BusinessDay from) =>
        await db.All<TopGoods>(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                SELECT l.name, MAX(l.unit) AS unit, CAST(SUM(l.quantity - l.returned) AS BIGINT) AS quantity,
                    CAST(SUM(l.net - l.refunded) AS BIGINT) AS turnover
                FROM orders o JOIN order_line l ON l.merchant_id = o.merchant_id AND l.order_id = o.id
                WHERE o.merchant_id = @m AND o.store_id = @store AND o.day >= @from AND o.state <> 'void'
                GROUP BY l.name ORDER BY turnover DESC, l.name LIMIT {GoodsShown}
                """
            ),
            new { store, from }
        );

    private static async Task<IReadOnlyList<Ticket>> Recent(DbRead db, StoreId store) =>
        await db.All<Ticket>(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                SELECT o.id, o.number, o.at, b.name AS member, s.name AS staff, o.payable, o.state FROM orders o
                JOIN staff s ON s.merchant_id = o.merchant_id AND s.id = o.staff_id
                LEFT JOIN member b ON b.merchant_id = o.merchant_id AND b.id = o.member_id
                WHERE o.merchant_id = @m AND o.store_id = @store ORDER BY o.id DESC LIMIT {TicketsShown}
                """
            ),
            new { store }
        );
}
