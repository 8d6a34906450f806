using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Sales;

/// <summary>
/// Part of the ledger's proof: what stands in a ticket can be read and adds up, and every discount and payment belongs to a
/// document that is there, every ticket to its store and shift. PostgreSQL does not check it row by row while the tills wait.
/// </summary>
internal static class VerifyTickets
{
    private sealed record Ticket(string Number, Money Payable, string Lines, string Payments);

    private sealed record Stray(string What, long Id);

    public static async Task<WrongRow?> Run(DbRead db)
    {
        await foreach (
            var ticket in db.Stream<Ticket>(
                "SELECT number, payable, lines, payments FROM orders WHERE merchant_id = @m ORDER BY id"
            )
        )
            if (Wrong(ticket) is { } wrong)
                return new($"ticket {ticket.Number}: {wrong}");
        // Only once all texts can be read: the views below would fail at one that cannot.
        return await Strays(db);
    }

    private static string? Wrong(Ticket ticket)
    {
        try
        {
            var (lines, payments) = (TicketText.Lines(ticket.Lines), TicketText.Payments(ticket.Payments));
            if ((TicketText.Wrong(lines) ?? TicketText.Wrong(payments)) is { } wrong)
                return wrong;
            var net = lines.Aggregate(Money.Zero, (sum, l) => sum + l.Net);
            var paid = payments.Aggregate(Money.Zero, (sum, p) => sum + p.Amount);
            return (net, paid) == (ticket.Payable, ticket.Payable)
                ? null
                : $"it costs {ticket.Payable} yuan, its lines {net}, its payments {paid}";
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return $"its lines or payments cannot be read: {e.Message}";
        }
    }

    private static async Task<WrongRow?> Strays(DbRead db) =>
        await db.One<Stray>(
            """
            SELECT * FROM (
                SELECT 'discount of ticket' AS what, MIN(d.order_id) AS id FROM order_discount d WHERE d.merchant_id = @m
                    AND NOT EXISTS (SELECT 1 FROM order_line l WHERE l.merchant_id = d.merchant_id AND l.order_id = d.order_id
                        AND l.line_no = d.line_no)
                UNION ALL
                SELECT 'free item of ticket', MIN(f.order_id) FROM order_free_item f WHERE f.merchant_id = @m
                    AND NOT EXISTS (SELECT 1 FROM order_line l WHERE l.merchant_id = f.merchant_id AND l.order_id = f.order_id
                        AND l.line_no = f.line_no)
                UNION ALL
                SELECT 'payment', MIN(p.id) FROM other_payment p WHERE p.merchant_id = @m
                    AND (p.document_kind = 'refund' AND NOT EXISTS
                            (SELECT 1 FROM refund r WHERE r.merchant_id = p.merchant_id AND r.id = p.document_id)
                        OR p.document_kind = 'topup' AND NOT EXISTS
                            (SELECT 1 FROM topup t WHERE t.merchant_id = p.merchant_id AND t.id = p.document_id))
                UNION ALL
                SELECT 'ticket', MIN(o.id) FROM orders o WHERE o.merchant_id = @m
                    AND NOT EXISTS (SELECT 1 FROM shift s WHERE s.merchant_id = o.merchant_id AND s.id = o.shift_id
                        AND s.store_id = o.store_id)
            ) strays WHERE id IS NOT NULL
            LIMIT 1
            """
        )
            is { } stray
            ? new($"{stray.What} {stray.Id} belongs to nothing that is there")
            : null;
}
