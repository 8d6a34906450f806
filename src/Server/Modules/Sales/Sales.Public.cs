namespace Shuke.Server.Modules.Sales;

/// <summary>What other modules may ask of sales.</summary>
public static class SalesPublic
{
    /// <summary>The lines of a ticket with what they came to; for rules that look at what was bought.</summary>
    public static async Task<IReadOnlyList<TicketLine>> Lines(DbRead db, OrderId order) =>
        await db.All<TicketLine>(
            """
            SELECT product_id, net, quantity FROM order_line WHERE merchant_id = @m AND order_id = @order ORDER BY line_no
            """,
            new { order }
        );
}

/// <summary>A line of a ticket. Net is what it came to after all discounts, fen.</summary>
public sealed record TicketLine(ProductId? ProductId, Money Net, Quantity Quantity);
