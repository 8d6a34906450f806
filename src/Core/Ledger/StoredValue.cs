namespace Shuke.Core.Ledger;

/// <summary>What can be paid from stored value now, and from which lots.</summary>
public readonly record struct Usable(Money Principal, Money Bonus)
{
    public Money Sum => Principal + Bonus;
}

/// <summary>
/// Stored value is used top-up by top-up: the principal lot and the bonus lots given for it are one pair. In proportion
/// means: after s fen of a pair are used, floor(s * bonus / (principal + bonus)) of them were bonus and the rest was
/// principal. The figure is taken from the running total, not from each payment, so rounding never adds up and the last
/// fen comes out exactly. Bonus not yet released or expired is left out of the proportion.
/// </summary>
public static class StoredValue
{
    public static Usable Usable(Book book, Money? bonusMax, Instant at, BusinessDay day)
    {
        var principal = new Money(Lots.UsableSum(book, book.Assets.Principal.Id, at, day));
        var bonus = new Money(Lots.UsableSum(book, book.Assets.Bonus.Id, at, day));
        return new(principal, bonusMax is { } max ? Money.Min(bonus, max) : bonus);
    }

    /// <summary>The lots to take from; the caller has made sure that they hold enough under the cap.</summary>
    internal static (List<LotMove> Principal, List<LotMove> Bonus) Take(
        Book book,
        Money amount,
        Money? bonusMax,
        Instant at,
        BusinessDay day
    )
    {
        var left = amount.Fen;
        var bonusLeft = bonusMax?.Fen ?? long.MaxValue;
        var (fromPrincipal, fromBonus) = (new List<LotMove>(), new List<LotMove>());
        foreach (var pair in Pairs(book, at, day))
        {
            if (left == 0)
                break;
            var bonusRoom = Math.Min(pair.BonusRemaining, bonusLeft);
            var now = Math.Min(left, pair.PrincipalRemaining + bonusRoom);
            var bonus = Math.Clamp(
                BonusShare(pair, now),
                now - Math.Min(now, pair.PrincipalRemaining),
                Math.Min(now, bonusRoom)
            );
            if (now > bonus)
                fromPrincipal.Add(new(pair.Principal!.Id, bonus - now));
            fromBonus.AddRange(Lots.Take(pair.Bonus, bonus)!);
            left -= now;
            bonusLeft -= bonus;
        }
        return left == 0
            ? (fromPrincipal, fromBonus)
            : throw new InvalidOperationException("Take was not checked first.");
    }

    private static long BonusShare(Pair pair, long now) =>
        pair.Order switch
        {
            OrderOfUse.PrincipalFirst => 0,
            OrderOfUse.BonusFirst => now,
            OrderOfUse.Proportional => Divide.Exact(
                (Int128)(pair.Used + now) * pair.BonusGranted,
                pair.PrincipalGranted + pair.BonusGranted,
                Rounding.Down
            ) - pair.BonusUsed,
        };

    /// <summary>Pairs that hold something usable, the one that expires first at the front, then the oldest.</summary>
    private static List<Pair> Pairs(Book book, Instant at, BusinessDay day)
    {
        var (principal, bonus) = (book.Assets.Principal.Id, book.Assets.Bonus.Id);
        bool Counts(LotState lot, AssetId asset) =>
            lot.Asset == asset && lot.Member == book.Member && lot.IsUsable(at, day);

        // Emptied lots count too: what was used of them is part of the proportion.
        var principals = book.Lots.Where(l => Counts(l, principal)).ToDictionary(l => l.Id);
        var pairs = book
            .Lots.Where(l => Counts(l, bonus))
            .GroupBy(l => l.Pair is { } id && principals.ContainsKey(id) ? id : l.Id)
            .Select(g => new Pair(principals.GetValueOrDefault(g.Key), g.OrderBy(l => l, ByUse).ToList()))
            .ToList();
        var paired = pairs.Where(p => p.Principal is not null).Select(p => p.Principal!.Id).ToHashSet();
        pairs.AddRange(principals.Values.Where(l => !paired.Contains(l.Id)).Select(l => new Pair(l, [])));
        pairs.RemoveAll(p => p.PrincipalRemaining + p.BonusRemaining == 0);
        pairs.Sort((a, b) => Lots.InOrderOfUse(a.First, b.First));
        return pairs;
    }

    private static readonly Comparer<LotState> ByUse = Comparer<LotState>.Create(Lots.InOrderOfUse);

    private sealed record Pair(LotState? Principal, List<LotState> Bonus)
    {
        public OrderOfUse Order => (Principal ?? Bonus[0]).Order;
        public long PrincipalGranted => Principal?.Granted ?? 0;
        public long PrincipalRemaining => Principal?.Remaining ?? 0;
        public long BonusGranted => Bonus.Sum(l => l.Granted);
        public long BonusRemaining => Bonus.Sum(l => l.Remaining);
        public long BonusUsed => BonusGranted - BonusRemaining;
        public long Used => PrincipalGranted - PrincipalRemaining + BonusUsed;

        /// <summary>The lot whose dates place the pair in the queue: of those that hold something, the first to be used.</summary>
        public LotState First =>
            (Principal is null ? Bonus : [Principal, .. Bonus])
                .Where(l => l.Remaining > 0)
                .OrderBy(l => l, ByUse)
                .First();
    }
}
