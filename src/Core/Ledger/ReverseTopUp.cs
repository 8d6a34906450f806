namespace Shuke.Core.Ledger;

/// <param name="Lots">the principal and bonus lots the top-up made; its points are taken back by <see cref="TakeBack"/></param>
public sealed record ReverseTopUpCommand(IReadOnlyList<LotId> Lots, Instant At, BusinessDay Day);

/// <summary>Undoes a top-up nothing of which was spent; the paid money goes back the way it came.</summary>
public static class ReverseTopUp
{
    public static Outcome<Moves> Decide(Book book, ReverseTopUpCommand command)
    {
        var lots = command.Lots.Select(book.Lot).ToList();
        var spent = lots.Sum(l => l.Granted - l.Remaining);
        if (book.Holder.Frozen)
            return LedgerReasons.Frozen;
        if (spent > 0)
            return LedgerReasons.TopUpPartlySpent.With(("spent", spent));

        var draft = new Draft(book, command.At, command.Day);
        foreach (var group in lots.GroupBy(l => l.Asset))
            draft.Add(
                group.Key,
                -group.Sum(l => l.Remaining),
                Counters.TopUp,
                group.Select(l => new LotMove(l.Id, -l.Remaining)).ToList()
            );
        return draft.Moves;
    }
}
