using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Sales;

/// <summary>
/// Part of the ledger's proof: every line, discount and payment belongs to a document that is there, and every ticket to its
/// store and shift. PostgreSQL does not check it row by row while the tills wait.
/// </summary>
internal static class VerifyTickets
{
    private sealed record Stray(string What, long Id);

    public static async Task<WrongRow?> Run(DbRead db) =>
        await db.One<Stray>(
            """
            SELECT * FROM (
                SELECT 'line of ticket' AS what, MIN(l.order_id) AS id FROM order_line l WHERE l.merchant_id = @m
                    AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.merchant_id = l.merchant_id AND o.id = l.order_id)
                UNION ALL
                SELECT 'discount of ticket', MIN(d.order_id) FROM order_discount d WHERE d.merchant_id = @m
                    AND NOT EXISTS (SELECT 1 FROM order_line l WHERE l.merchant_id = d.merchant_id AND l.order_id = d.order_id
                        AND l.line_no = d.line_no)
                UNION ALL
                SELECT 'payment', MIN(p.id) FROM payment p WHERE p.merchant_id = @m
                    AND (p.document_kind = 'order' AND NOT EXISTS
                            (SELECT 1 FROM orders o WHERE o.merchant_id = p.merchant_id AND o.id = p.document_id)
                        OR p.document_kind = 'refund' AND NOT EXISTS
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
