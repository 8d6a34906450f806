namespace Shuke.Core.Ledger;

/// <summary>
/// A member gives stored value away: principal only, because bonus is the merchant's own gift and is not handed on.
/// It waits outside both accounts until it is claimed or goes back.
/// </summary>
public static class SendGift
{
    public static Outcome<Moves> Decide(Book book, Money amount, Instant at, BusinessDay day)
    {
        if (!amount.IsPositive || amount.Fen > Money.FenMax)
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        if (book.Holder.Frozen)
            return LedgerReasons.Frozen;
        var principal = book.Assets.Principal.Id;
        var lots = Lots.Usable(book, principal, at, day);
        if (Lots.Take(lots, amount.Fen) is not { } moves)
        {
            var usable = new Money(lots.Sum(l => l.Remaining));
            return LedgerReasons.BalanceTooLow.With(("short", (amount - usable).Fen), ("usable", usable.Fen));
        }

        var draft = new Draft(book, at, day);
        draft.Add(principal, -amount.Fen, Counters.Transfer, moves);
        return draft.Moves;
    }
}

/// <summary>Somebody claims a gift or a gift card: it becomes principal that was paid for, within the limit of their card.</summary>
public static class ClaimGift
{
    /// <param name="rule">where it came from, kept in the lot: "gift:17"</param>
    public static Outcome<Moves> Decide(
        Book book,
        Money amount,
        string counter,
        string rule,
        CardLimits limits,
        Instant at,
        BusinessDay day
    )
    {
        if (!amount.IsPositive || amount.Fen > Money.FenMax)
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        if (book.Holder.Frozen)
            return LedgerReasons.Frozen;
        if (amount > limits.Room(book))
            return LedgerReasons.CardLimitExceeded.With(
                ("limit", limits.For(book.Holder).Fen),
                ("possible", limits.Room(book).Fen)
            );

        var principal = book.Assets.Principal;
        var draft = new Draft(book, at, day);
        draft.Grant(
            principal.Id,
            amount.Fen,
            counter,
            new(at, principal.Expiry.LastDay(day), rule) { Paid = amount, ListPrice = amount }
        );
        return draft.Moves;
    }
}

/// <summary>
/// A gift that nobody claimed goes back to the giver, lot by lot as it was taken; also to a frozen account, because it is
/// the giver's own. The card limit does not stop it: it was on this card before.
/// </summary>
public static class ReturnGift
{
    /// <param name="taken">the lot moves of the posting that sent it; the lots, and what a merge made of them, are loaded</param>
    public static Moves Decide(Book book, IReadOnlyList<LotMove> taken, Instant at, BusinessDay day)
    {
        var sent = taken.Select(m => new Taken(m.Lot, -m.Amount, 0)).ToList();
        var command = new ReverseSpendCommand(sent, sent.Sum(t => t.Amount), RevivePolicy.Default, null, at, day);
        return ReverseSpend.Decide(book, command).Value.Moves.Against(Counters.Transfer);
    }
}
