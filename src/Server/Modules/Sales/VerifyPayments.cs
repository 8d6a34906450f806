using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Sales;

/// <summary>Part of the ledger's proof: what tickets say was paid from a member's value is what their postings took.</summary>
internal static class VerifyPayments
{
    private sealed record Ticket(OrderId Id, string Number, PostingId? PostingId, long StoredFen, long Points);

    public static async Task<WrongRow?> Run(DbRead db)
    {
        var spent = await LedgerPublic.SpentByPosting(db);
        var met = 0;
        var tickets = db.Stream<Ticket>(
            """
            SELECT o.id, o.number, o.posting_id,
                CAST(COALESCE(SUM(CASE WHEN p.tender = 'stored_value' THEN p.amount ELSE 0 END), 0) AS BIGINT) AS stored_fen,
                CAST(COALESCE(SUM(CASE WHEN p.tender = 'points' THEN p.points ELSE 0 END), 0) AS BIGINT) AS points
            FROM orders o
            LEFT JOIN payment p ON p.merchant_id = o.merchant_id AND p.document_kind = 'order' AND p.document_id = o.id
            WHERE o.merchant_id = @m GROUP BY o.id, o.number, o.posting_id ORDER BY o.id
            """
        );
        await foreach (var ticket in tickets)
        {
            (long StoredFen, long Points) taken = default;
            if (ticket.PostingId is { } posting && spent.TryGetValue(posting, out taken))
                met++;
            if (taken != (ticket.StoredFen, ticket.Points))
                return new(
                    $"ticket {ticket.Number}: paid {new Money(ticket.StoredFen)} yuan of stored value and {ticket.Points} points, "
                        + $"its posting took {new Money(taken.StoredFen)} yuan and {taken.Points} points"
                );
        }
        return met == spent.Count ? null : new($"{spent.Count - met} postings of sales belong to no ticket");
    }
}
