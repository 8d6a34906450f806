namespace Shuke.Server.Modules.Sales;

/// <summary>What other modules may ask of sales.</summary>
public static class SalesPublic
{
    /// <summary>The lines of these tickets with what they came to; for rules that look at what was bought.</summary>
    public static async Task<ILookup<OrderId, TicketLine>> Lines(DbRead db, IReadOnlyList<OrderId> orders) =>
        (
            await db.All<TicketLine>(
                """
                SELECT order_id, product_id, net, quantity FROM order_line
                WHERE merchant_id = @m AND order_id IN @orders ORDER BY order_id, line_no
                """,
                new { orders }
            )
        ).ToLookup(l => l.OrderId);

    /// <summary>What is kept of these tickets after their refunds; lines that came back whole are left out.</summary>
    public static async Task<ILookup<OrderId, TicketLine>> KeptLines(DbRead db, IReadOnlyList<OrderId> orders) =>
        (
            await db.All<TicketLine>(
                """
                SELECT order_id, product_id, net - refunded AS net, quantity - returned AS quantity FROM order_line
                WHERE merchant_id = @m AND order_id IN @orders AND quantity > returned ORDER BY order_id, line_no
                """,
                new { orders }
            )
        ).ToLookup(l => l.OrderId);

    /// <summary>A member's tickets after this day that were not voided, oldest first, at most <paramref name="max"/>.</summary>
    public static Task<List<Purchase>> Purchases(DbRead db, MemberId member, BusinessDay after, int max) =>
        db.All<Purchase>(
            $"""
            SELECT id AS order_id, store_id, day, at, payable, refunded FROM orders
            WHERE merchant_id = @m AND member_id = @member AND day > @after AND state <> 'void' ORDER BY id LIMIT {max}
            """,
            new { member, after }
        );

    /// <summary>The member's last tickets up to this moment but for one, oldest first.</summary>
    public static async Task<List<Purchase>> PurchasesBefore(
        DbRead db,
        MemberId member,
        Instant moment,
        OrderId except,
        int max
    )
    {
        var latest = await db.All<Purchase>(
            $"""
            SELECT id AS order_id, store_id, day, at, payable, refunded FROM orders
            WHERE merchant_id = @m AND member_id = @member AND at <= @moment AND id <> @except AND state <> 'void'
            ORDER BY id DESC LIMIT {max}
            """,
            new
            {
                member,
                moment,
                except,
            }
        );
        latest.Reverse();
        return latest;
    }

    /// <summary>The day of a member's last ticket before this moment; null = none yet.</summary>
    public static Task<BusinessDay?> LastPurchase(DbRead db, MemberId member, Instant before) =>
        db.One<BusinessDay?>(
            "SELECT MAX(day) FROM orders WHERE merchant_id = @m AND member_id = @member AND at < @before AND state <> 'void'",
            new { member, before }
        );

    /// <summary>Members whose last ticket was on this day, in order of ids from <paramref name="after"/> on.</summary>
    public static Task<List<MemberId>> LastSeenOn(
        DbRead db,
        BusinessDay day,
        IReadOnlyList<StoreId> stores,
        MemberId after,
        int max
    ) =>
        db.All<MemberId>(
            $"""
            SELECT DISTINCT o.member_id FROM orders o
            WHERE o.merchant_id = @m AND o.store_id IN @stores AND o.day = @day AND o.state <> 'void' AND o.member_id > @after
            AND NOT EXISTS (SELECT 1 FROM orders l WHERE l.merchant_id = o.merchant_id AND l.member_id = o.member_id
                AND l.day > @day AND l.state <> 'void')
            ORDER BY o.member_id LIMIT {max}
            """,
            new
            {
                day,
                stores,
                after,
            }
        );
}

/// <summary>A ticket as those see it who look at a member's past. Payable and refunded in fen.</summary>
public sealed record Purchase(
    OrderId OrderId,
    StoreId StoreId,
    BusinessDay Day,
    Instant At,
    Money Payable,
    Money Refunded
);

/// <summary>A line of a ticket. Net is what it came to after all discounts, fen.</summary>
public sealed record TicketLine(OrderId OrderId, ProductId? ProductId, Money Net, Quantity Quantity);
