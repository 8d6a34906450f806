namespace Shuke.Core.Ledger;

/// <summary>How money becomes points or growth.</summary>
/// <param name="PerYuanBp">10,000 bp = one point per yuan</param>
/// <param name="DailyMax">points a member can earn by this rule in a business day; null = no cap</param>
public sealed record EarnRate(int PerYuanBp, Rounding Rounding = Rounding.Down, long? DailyMax = null)
{
    /// <param name="multiplier">the tier's, times any multiplier day's</param>
    /// <param name="earnedToday">points already earned by this rule today</param>
    public long Points(Money amount, Ratio multiplier, long earnedToday)
    {
        // One division for all three factors, so nothing is rounded twice.
        var points = Divide.Exact((Int128)amount.Fen * PerYuanBp * multiplier.Bp, 100L * 10_000 * 10_000, Rounding);
        return DailyMax is { } max ? Math.Clamp(max - earnedToday, 0, points) : points;
    }
}

/// <param name="ActiveAfterDays">0 = at once; the length of the refund period keeps points pending until it is over</param>
/// <param name="Expiry">null = as the asset says</param>
public sealed record EarnCommand(
    AssetId Asset,
    long Amount,
    string Rule,
    Instant At,
    BusinessDay Day,
    int ActiveAfterDays = 0,
    Expiry? Expiry = null
);

/// <summary>A member earns points (a lot with its own dates), growth, or a count on a running total.</summary>
public static class Earn
{
    /// <summary>Earning nothing is not an error: a ticket below one yuan gives no points and no entry.</summary>
    public static Outcome<Moves> Decide(Book book, EarnCommand command)
    {
        var asset = book.Assets[command.Asset];
        if (command.Amount < 0 || command.Amount > Money.FenMax)
            return LedgerReasons.CountOutOfRange.With(("max", Money.FenMax));

        var draft = new Draft(book, command.At, command.Day);
        if (!asset.HasLots)
            draft.Add(asset.Id, command.Amount, Counters.Earn, []);
        else if (command.Amount > 0)
            draft.Grant(
                asset.Id,
                command.Amount,
                Counters.Earn,
                new(
                    command.At.Plus(TimeSpan.FromDays(command.ActiveAfterDays)),
                    (command.Expiry ?? asset.Expiry).LastDay(command.Day),
                    command.Rule
                )
            );
        return draft.Moves;
    }

    /// <summary>
    /// Takes turnover, visits or growth off a running total after a refund; a total that may not go below zero stops at
    /// zero.
    /// </summary>
    public static Moves Undo(Book book, AssetId asset, long amount, Instant at, BusinessDay day)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        if (book.Assets[asset].HasLots)
            throw new ArgumentException("Lots are taken back by TakeBack.", nameof(asset));
        var most = book.Assets[asset].MayGoNegative ? amount : Math.Min(amount, Math.Max(book.Balance(asset), 0));
        var draft = new Draft(book, at, day);
        draft.Add(asset, -most, Counters.Earn, []);
        return draft.Moves;
    }
}
