using Shuke.Core.Sales;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Reports;

/// <summary>Adds up days of a store for the home page.</summary>
internal static class HomeFigures
{
    private sealed record Sold(Money Payable, long Tickets, long Members, Points Earned);

    private sealed record Paid(Tender Tender, Money Amount, Points Points);

    /// <summary>The figures of a day up to the time of day it is now, so that a morning is compared with a morning.</summary>
    public static async Task<ShowHome.DayFigures> Of(DbRead db, StoreInfo store, BusinessDay day, BusinessDay today)
    {
        var begins = Begins(store, day);
        var args = new
        {
            store = store.Id,
            day,
            until = begins.Plus(db.Now - Begins(store, today)).Plus(TimeSpan.FromMilliseconds(1)),
            first = IdSource.FirstOf(begins),
            last = IdSource.FirstOf(begins.Plus(db.Now - Begins(store, today)).Plus(TimeSpan.FromMilliseconds(1))),
        };
        var sold = (
            await db.One<Sold>(
                """
                SELECT COALESCE(CAST(SUM(payable) AS BIGINT), 0) AS payable,
                    COALESCE(CAST(SUM(CASE WHEN state = 'void' THEN 0 ELSE 1 END) AS BIGINT), 0) AS tickets,
                    COUNT(DISTINCT member_id) AS members,
                    COALESCE(CAST(SUM(earned - earned_back) AS BIGINT), 0) AS earned
                FROM orders WHERE merchant_id = @m AND store_id = @store AND day = @day AND at < @until
                """,
                args
            )
        )!;
        var refunds = await db.One<Money>(
            """
            SELECT COALESCE(CAST(SUM(amount) AS BIGINT), 0) FROM refund
            WHERE merchant_id = @m AND store_id = @store AND day = @day AND at < @until
            """,
            args
        );
        var paid = await db.All<Paid>(
            """
            SELECT tender, CAST(SUM(amount) AS BIGINT) AS amount, CAST(SUM(points) AS BIGINT) AS points FROM payment
            WHERE merchant_id = @m AND document_kind = 'order' AND store_id = @store AND day = @day AND at < @until
                AND tender IN ('stored_value', 'points')
            GROUP BY tender
            """,
            args
        );
        var toppedUp = await db.One<Money>(
            """
            SELECT COALESCE(CAST(SUM(pay) AS BIGINT), 0) FROM topup
            WHERE merchant_id = @m AND store_id = @store AND day = @day AND at < @until AND state = 'paid'
            """,
            args
        );
        // Ids carry their time, so the members of a day are a range of the key.
        var members = await db.One<long>(
            "SELECT COUNT(*) FROM member WHERE merchant_id = @m AND id >= @first AND id < @last",
            args
        );
        var turnover = sold.Payable - refunds;
        return new(
            day,
            turnover,
            refunds,
            sold.Tickets,
            sold.Tickets == 0 ? Money.Zero : new(Divide.Exact(turnover.Fen, sold.Tickets, Rounding.HalfUp)),
            members,
            sold.Members,
            toppedUp,
            new(paid.Where(p => p.Tender == Tender.StoredValue).Sum(p => p.Amount.Fen)),
            sold.Earned,
            new(paid.Sum(p => p.Points.Value))
        );
    }

    /// <summary>Turnover less refunds and tickets of every day from one to another, days without any business included.</summary>
    public static async Task<IReadOnlyList<ShowHome.DayOfSeries>> Days(
        DbRead db,
        StoreId store,
        BusinessDay from,
        BusinessDay to
    )
    {
        var sold = await db.All<(BusinessDay Day, Money Payable, long Tickets)>(
            """
            SELECT day, CAST(SUM(payable) AS BIGINT) AS payable,
                CAST(SUM(CASE WHEN state = 'void' THEN 0 ELSE 1 END) AS BIGINT) AS tickets
            FROM orders WHERE merchant_id = @m AND store_id = @store AND day >= @from GROUP BY day
            """,
            new { store, from }
        );
        var back = await db.All<(BusinessDay Day, Money Amount)>(
            """
            SELECT day, CAST(SUM(amount) AS BIGINT) AS amount FROM refund
            WHERE merchant_id = @m AND store_id = @store AND day >= @from GROUP BY day
            """,
            new { store, from }
        );
        var days = sold.ToDictionary(s => s.Day);
        var refunds = back.ToDictionary(b => b.Day, b => b.Amount);
        var series = new List<ShowHome.DayOfSeries>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            var (_, payable, tickets) = days.GetValueOrDefault(day);
            series.Add(new(day, payable - refunds.GetValueOrDefault(day), tickets));
        }
        return series;
    }

    /// <summary>The moment a business day begins at this store.</summary>
    private static Instant Begins(StoreInfo store, BusinessDay day)
    {
        var local = day.Date.ToDateTime(TimeOnly.MinValue).AddMinutes(store.CutoffMinutes);
        return Instant.From(new DateTimeOffset(local, store.Zone.GetUtcOffset(local)));
    }
}
