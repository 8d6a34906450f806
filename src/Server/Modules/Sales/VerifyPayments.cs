using Shuke.Core.Sales;
using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Sales;

/// <summary>Part of the ledger's proof: what tickets say was paid from a member's value is what their postings took.</summary>
internal static class VerifyPayments
{
    private sealed record Ticket(string Number, PostingId? PostingId, string Payments);

    public static async Task<WrongRow?> Run(DbRead db)
    {
        var spent = await LedgerPublic.SpentByPosting(db);
        var met = 0;
        await foreach (
            var ticket in db.Stream<Ticket>(
                "SELECT number, posting_id, payments FROM orders WHERE merchant_id = @m ORDER BY id"
            )
        )
        {
            (long StoredFen, long Points) taken = default;
            if (ticket.PostingId is { } posting && spent.TryGetValue(posting, out taken))
                met++;
            var (storedFen, points) = Paid(ticket);
            if (taken != (storedFen, points))
                return new(
                    $"ticket {ticket.Number}: paid {new Money(storedFen)} yuan of stored value and {points} points, "
                        + $"its posting took {new Money(taken.StoredFen)} yuan and {taken.Points} points"
                );
        }
        return met == spent.Count ? null : new($"{spent.Count - met} postings of sales belong to no ticket");
    }

    private static (long StoredFen, long Points) Paid(Ticket ticket)
    {
        var (storedFen, points) = (0L, 0L);
        foreach (var payment in TicketText.Payments(ticket.Payments))
        {
            storedFen += payment.Tender == Tender.StoredValue ? payment.Amount.Fen : 0;
            points += payment.Tender == Tender.Points ? payment.Points.Value : 0;
        }
        return (storedFen, points);
    }
}
