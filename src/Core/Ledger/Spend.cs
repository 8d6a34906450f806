namespace Shuke.Core.Ledger;

/// <param name="BonusMax">how much of the ticket bonus may cover: share of ticket, less what bonus may not buy; null = all</param>
public sealed record SpendStoredValueCommand(Money Amount, Money? BonusMax, Instant At, BusinessDay Day);

public sealed record StoredValueSpent(Moves Moves, Money Principal, Money Bonus);

/// <summary>A ticket is paid from stored value, top-up by top-up, principal and bonus as their lots say.</summary>
public static class SpendStoredValue
{
    public static Outcome<StoredValueSpent> Decide(Book book, SpendStoredValueCommand command)
    {
        if (!command.Amount.IsPositive || command.Amount.Fen > Money.FenMax)
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        if (book.Holder.Frozen)
            return LedgerReasons.Frozen;
        var usable = StoredValue.Usable(book, command.BonusMax, command.At, command.Day);
        if (usable.Sum < command.Amount)
            return LedgerReasons.BalanceTooLow.With(
                ("short", (command.Amount - usable.Sum).Fen),
                ("usable", usable.Sum.Fen)
            );

        var (principal, bonus) = StoredValue.Take(book, command.Amount, command.BonusMax, command.At, command.Day);
        var draft = new Draft(book, command.At, command.Day);
        draft.Add(book.Assets.Principal.Id, principal.Sum(m => m.Amount), Counters.Sale, principal);
        draft.Add(book.Assets.Bonus.Id, bonus.Sum(m => m.Amount), Counters.Sale, bonus);
        return new StoredValueSpent(draft.Moves, new(-principal.Sum(m => m.Amount)), new(-bonus.Sum(m => m.Amount)));
    }
}

/// <param name="Amount">points, or uses of a times card</param>
/// <param name="Counter">where it goes: a sale, a gift of the mall, a donation</param>
public sealed record SpendLotsCommand(
    AssetId Asset,
    long Amount,
    Instant At,
    BusinessDay Day,
    string Counter = Counters.Sale
);

/// <summary>Points are spent, earliest expiry first.</summary>
public static class SpendPoints
{
    public static Outcome<Moves> Decide(Book book, SpendLotsCommand command) =>
        SpendLots.Decide(book, command, LedgerReasons.PointsTooLow);
}

/// <summary>Uses of a times card or vouchers are ticked off, earliest expiry first.</summary>
public static class SpendTimes
{
    public static Outcome<Moves> Decide(Book book, SpendLotsCommand command) =>
        SpendLots.Decide(book, command, LedgerReasons.TimesTooLow);
}

internal static class SpendLots
{
    public static Outcome<Moves> Decide(Book book, SpendLotsCommand command, Reason tooLow)
    {
        var asset = book.Assets[command.Asset];
        if (command.Amount <= 0 || command.Amount > Money.FenMax)
            return LedgerReasons.CountOutOfRange.With(("max", Money.FenMax));
        if (!asset.Spendable || !asset.HasLots || asset.IsStoredValue)
            return LedgerReasons.NotSpendable.With(("asset", asset.Code));
        if (book.Holder.Frozen)
            return LedgerReasons.Frozen;
        var lots = Lots.Usable(book, asset.Id, command.At, command.Day);
        var usable = lots.Sum(l => l.Remaining);
        if (Lots.Take(lots, command.Amount) is not { } moves)
            return tooLow.With(("usable", usable), ("short", command.Amount - usable));

        var draft = new Draft(book, command.At, command.Day);
        draft.Add(asset.Id, -command.Amount, command.Counter, moves);
        return draft.Moves;
    }
}
