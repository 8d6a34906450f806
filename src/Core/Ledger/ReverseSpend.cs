namespace Shuke.Core.Ledger;

/// <summary>What a posting took from one lot, and how much of it has gone back since.</summary>
public sealed record Taken(LotId Lot, long Amount, long Restored)
{
    public long Outstanding => Amount - Restored;

    /// <summary>Read from the entries of the original posting and of all its reversals, one asset or both of stored value.</summary>
    public static List<Taken> Of(Book book, IEnumerable<Entry> original, IEnumerable<Entry> reversals)
    {
        var taken = new Dictionary<LotId, long>();
        foreach (var move in original.SelectMany(e => LotText.Read(e.Lots)).Where(m => m.Amount < 0))
            taken[move.Lot] = taken.GetValueOrDefault(move.Lot) - move.Amount;
        var restored = new Dictionary<LotId, long>();
        foreach (var move in reversals.Where(e => e.Counter == Counters.Refund).SelectMany(e => LotText.Read(e.Lots)))
            if (move.Amount > 0)
                restored[move.Lot] = restored.GetValueOrDefault(move.Lot) + move.Amount;
        return taken
            .Select(t => new Taken(
                t.Key,
                t.Value,
                restored.Where(r => Continues(book, r.Key, t.Key)).Sum(r => r.Value)
            ))
            .ToList();
    }

    /// <summary>Is this lot the other one, or what became of it in a merge?</summary>
    private static bool Continues(Book book, LotId lot, LotId ancestor)
    {
        for (LotId? at = lot; at is { } id; at = book.FindLot(id)?.Origin)
            if (id == ancestor)
                return true;
        return false;
    }
}

/// <summary>What a refund does with lots that have expired since (spec 3.11). Principal always comes back.</summary>
/// <param name="GraceDays">a revived lot can be used for this many more days</param>
/// <param name="ReviveGiven">bonus, points and uses come back too; otherwise they stay expired, and the reply says so</param>
public sealed record RevivePolicy(int GraceDays, bool ReviveGiven)
{
    public static readonly RevivePolicy Default = new(30, true);
}

/// <param name="Amount">how much goes back now, in the unit of what was taken</param>
/// <param name="Limits">the card limit holds after a refund too (invariant I33); null = not for stored value</param>
public sealed record ReverseSpendCommand(
    IReadOnlyList<Taken> Taken,
    long Amount,
    RevivePolicy Revive,
    CardLimits? Limits,
    Instant At,
    BusinessDay Day
);

/// <param name="Forfeited">part of the amount that belonged to expired lots and, by policy, does not come back</param>
public sealed record SpendReversed(Moves Moves, long Restored, long Forfeited);

/// <summary>
/// Gives back what a posting took, into the lots it came from, all of it or a part. A part is shared over what is still
/// out by largest remainder, so any series of parts ends exactly at what was taken and never goes beyond.
/// </summary>
public static class ReverseSpend
{
    public static Outcome<SpendReversed> Decide(Book book, ReverseSpendCommand command)
    {
        var outstanding = command.Taken.Sum(t => t.Outstanding);
        if (command.Amount <= 0)
            return LedgerReasons.CountOutOfRange.With(("max", outstanding));
        if (command.Amount > outstanding)
            return LedgerReasons.RefundTooMuch.With(("possible", outstanding));
        if (command.Limits is { } limits && new Money(command.Amount) > limits.Room(book))
            return LedgerReasons.CardLimitExceeded.With(
                ("limit", limits.For(book.Holder).Fen),
                ("possible", limits.Room(book).Fen)
            );

        var draft = new Draft(book, command.At, command.Day);
        var parts = Divide.Share(command.Amount, command.Taken.Select(t => t.Outstanding).ToArray());
        var back = command
            .Taken.Zip(parts, (t, part) => (Lot: Living(book, t.Lot), Part: part))
            .Where(b => b.Part > 0)
            .ToLookup(b => ComesBack(book, b.Lot, command));
        foreach (var asset in back[true].GroupBy(b => b.Lot.Asset))
            Restore(draft, asset.Key, asset.ToList(), command);
        return new SpendReversed(draft.Moves, back[true].Sum(b => b.Part), back[false].Sum(b => b.Part));
    }

    private static bool ComesBack(Book book, LotState lot, ReverseSpendCommand command) =>
        !lot.IsExpired(command.Day) || command.Revive.ReviveGiven || book.Assets[lot.Asset].Kind == AssetKind.Principal;

    private static void Restore(
        Draft draft,
        AssetId asset,
        List<(LotState Lot, long Part)> back,
        ReverseSpendCommand command
    )
    {
        ExpireFirst(draft, asset, back, command.Day);
        var (moves, added) = (new List<LotMove>(), new List<LotState>());
        foreach (var (lot, part) in back)
        {
            BusinessDay? until = lot.IsExpired(command.Day) ? command.Day.AddDays(command.Revive.GraceDays) : null;
            var target = lot;
            if (lot.Member != draft.Now.Member)
            {
                // The member was merged into another after the lot was used up; it lives on there.
                target = draft.NewLot(draft.Now.Member, asset, lot.Granted, Continued(lot), added.Count + 1);
                added.Add(target);
                until ??= lot.ExpiresOn;
            }
            moves.Add(new(target.Id, part, until));
        }
        var sum = back.Sum(b => b.Part);
        Draft.PayDebt(draft.Now.Balance(asset), sum, moves);
        draft.Add(new(draft.Now.Member, asset, sum, Counters.Refund, moves, added));
    }

    /// <summary>What had expired in such a lot but was not yet swept must not be revived along with the refund.</summary>
    private static void ExpireFirst(Draft draft, AssetId asset, List<(LotState Lot, long Part)> back, BusinessDay day)
    {
        var stale = back.Select(b => b.Lot).Where(l => l.IsExpired(day) && l.Remaining > 0).ToList();
        stale.RemoveAll(l => l.Member != draft.Now.Member);
        draft.Add(
            asset,
            -stale.Sum(l => l.Remaining),
            Counters.Expire,
            stale.ConvertAll(l => new LotMove(l.Id, -l.Remaining))
        );
    }

    internal static LotTerms Continued(LotState lot) =>
        new(lot.ActiveAt, lot.ExpiresOn, lot.Rule)
        {
            Pair = lot.Pair,
            Origin = lot.Id,
            Order = lot.Order,
            Paid = lot.Paid,
            ListPrice = lot.ListPrice,
        };

    /// <summary>The lot, or the one that continues it after merges; lots in between must be loaded.</summary>
    internal static LotState Living(Book book, LotId id)
    {
        var lot = book.Lot(id);
        while (book.Lots.FirstOrDefault(l => l.Origin == lot.Id) is { } next)
            lot = next;
        return lot;
    }
}
