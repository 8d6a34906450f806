namespace Shuke.Core.Ledger;

/// <summary>What happens when earned points are to be taken back but are already spent (spec 3.17).</summary>
public enum TakeBackPolicy
{
    /// <summary>Down to zero, the rest is deducted from the refund. The default.</summary>
    DeductFromRefund,

    /// <summary>Below zero; what is earned later pays the debt first.</summary>
    BelowZero,

    /// <summary>Only from what this purchase earned and is still pending; the rest stays with the member.</summary>
    PendingOnly,
}

/// <param name="EarnedLots">the lots the returned purchase earned; they are emptied first</param>
/// <param name="ValuePerHundred">what 100 points are worth at the till</param>
public sealed record TakeBackCommand(
    AssetId Asset,
    long Amount,
    IReadOnlyList<LotId> EarnedLots,
    TakeBackPolicy Policy,
    Money ValuePerHundred,
    Instant At,
    BusinessDay Day
);

/// <param name="Missing">points that could not be taken</param>
/// <param name="Deduct">their worth, to be deducted from the refund; rounded down, in the member's favour</param>
public sealed record TakenBack(Moves Moves, long Taken, long Missing, Money Deduct);

/// <summary>Points earned by goods that come back are taken back, as the merchant's policy says.</summary>
public static class TakeBack
{
    public static Outcome<TakenBack> Decide(Book book, TakeBackCommand command)
    {
        if (command.Amount < 0 || command.Amount > Money.FenMax)
            return LedgerReasons.CountOutOfRange.With(("max", Money.FenMax));

        var lots = Candidates(book, command);
        var fromLots = Math.Min(lots.Sum(l => l.Remaining), command.Amount);
        var belowZero = command.Policy == TakeBackPolicy.BelowZero && book.Assets[command.Asset].MayGoNegative;
        var taken = belowZero ? command.Amount : fromLots;
        var missing = command.Amount - taken;
        var deduct =
            command.Policy == TakeBackPolicy.PendingOnly ? Money.Zero : Worth(missing, command.ValuePerHundred);

        var draft = new Draft(book, command.At, command.Day);
        // Not an activity: taking back must not renew rolling points, hence the refund counter.
        draft.Add(command.Asset, -taken, Counters.Refund, Lots.Take(lots, fromLots)!);
        return new TakenBack(draft.Moves, taken, missing, deduct);
    }

    /// <summary>
    /// First the lots this purchase earned, then the rest in order of use, active before pending before expired, so that
    /// a balance goes below zero only when every lot is empty.
    /// </summary>
    private static List<LotState> Candidates(Book book, TakeBackCommand command)
    {
        var open = Lots.Open(book, book.Member, command.Asset);
        bool Own(LotState lot) =>
            command.EarnedLots.Contains(lot.Id) || (lot.Origin is { } o && command.EarnedLots.Contains(o));
        if (command.Policy == TakeBackPolicy.PendingOnly)
            return open.Where(l => Own(l) && !l.IsActive(command.At)).ToList();
        int Rank(LotState lot) =>
            Own(lot) ? 0
            : lot.IsExpired(command.Day) ? 3
            : !lot.IsActive(command.At) ? 2
            : 1;
        return open.OrderBy(Rank).ToList();
    }

    private static Money Worth(long points, Money perHundred) =>
        new(Divide.Exact((Int128)points * perHundred.Fen, 100, Rounding.Down));
}
