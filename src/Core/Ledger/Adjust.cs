namespace Shuke.Core.Ledger;

/// <summary>A gift, a tier pack, a voucher, or a correction upwards: value that nobody paid for.</summary>
public sealed record GrantCommand(
    AssetId Asset,
    long Amount,
    string Counter,
    string Rule,
    CardLimits? Limits,
    Instant At,
    BusinessDay Day,
    Expiry? Expiry = null
);

public static class GrantLot
{
    public static Outcome<Moves> Decide(Book book, GrantCommand command)
    {
        var asset = book.Assets[command.Asset];
        if (command.Amount <= 0 || command.Amount > Money.FenMax)
            return LedgerReasons.CountOutOfRange.With(("max", Money.FenMax));
        if (asset.IsStoredValue && command.Limits is { } limits && new Money(command.Amount) > limits.Room(book))
            return LedgerReasons.CardLimitExceeded.With(
                ("limit", limits.For(book.Holder).Fen),
                ("possible", limits.Room(book).Fen)
            );

        var draft = new Draft(book, command.At, command.Day);
        var until = (command.Expiry ?? asset.Expiry).LastDay(command.Day);
        if (asset.HasLots)
            draft.Grant(asset.Id, command.Amount, command.Counter, new(command.At, until, command.Rule));
        else
            draft.Add(asset.Id, command.Amount, command.Counter, []);
        return draft.Moves;
    }
}

public sealed record AdjustDownCommand(AssetId Asset, long Amount, Instant At, BusinessDay Day);

/// <summary>A correction downwards, by a person with a reason; also possible on a frozen account.</summary>
public static class AdjustDown
{
    public static Outcome<Moves> Decide(Book book, AdjustDownCommand command)
    {
        var asset = book.Assets[command.Asset];
        if (command.Amount <= 0 || command.Amount > Money.FenMax)
            return LedgerReasons.CountOutOfRange.With(("max", Money.FenMax));
        var balance = book.Balance(asset.Id);
        if (balance < command.Amount)
            return TooLow(asset).With(("usable", balance), ("short", command.Amount - balance));

        var draft = new Draft(book, command.At, command.Day);
        var lots = asset.HasLots ? Lots.Take(Lots.Open(book, book.Member, asset.Id), command.Amount)! : [];
        draft.Add(asset.Id, -command.Amount, Counters.Adjust, lots);
        return draft.Moves;
    }

    private static Reason TooLow(Asset asset) =>
        asset.Kind switch
        {
            AssetKind.Principal or AssetKind.Bonus => LedgerReasons.BalanceTooLow,
            AssetKind.Points => LedgerReasons.PointsTooLow,
            AssetKind.Times => LedgerReasons.TimesTooLow,
            AssetKind.Growth or AssetKind.Counter => LedgerReasons.CounterTooLow,
        };
}
