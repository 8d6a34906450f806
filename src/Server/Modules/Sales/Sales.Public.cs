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

    /// <summary>What is kept of a ticket after its refunds; lines that came back whole are left out.</summary>
    public static async Task<IReadOnlyList<TicketLine>> KeptLines(DbRead db, OrderId order) =>
        await db.All<TicketLine>(
            """
            SELECT order_id, product_id, net - refunded AS net, quantity - returned AS quantity FROM order_line
            WHERE merchant_id = @m AND order_id = @order AND quantity > returned ORDER BY line_no
            """,
            new { order }
        );
}

/// <summary>A line of a ticket. Net is what it came to after all discounts, fen.</summary>
public sealed record TicketLine(OrderId OrderId, ProductId? ProductId, Money Net, Quantity Quantity);
