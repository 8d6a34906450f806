namespace Shuke.Core.Ledger;

/// <summary>Which lots are used, and in which order: earliest expiry first, then oldest (spec 3.4).</summary>
public static class Lots
{
    /// <summary>Lots of the asset that can be spent now, in order of use.</summary>
    public static List<LotState> Usable(Book book, AssetId asset, Instant at, BusinessDay day)
    {
        var lots = Open(book, book.Member, asset);
        lots.RemoveAll(l => !l.IsUsable(at, day));
        return lots;
    }

    /// <summary>How much of the asset can be spent now, in its unit. A debt leaves nothing.</summary>
    public static long UsableSum(Book book, AssetId asset, Instant at, BusinessDay day) =>
        Usable(book, asset, at, day).Sum(l => l.Remaining);

    /// <summary>Takes an amount from lots in the given order; null if they do not hold enough.</summary>
    public static List<LotMove>? Take(IEnumerable<LotState> lots, long amount)
    {
        var moves = new List<LotMove>();
        foreach (var lot in lots)
        {
            if (amount == 0)
                break;
            var part = Math.Min(lot.Remaining, amount);
            if (part > 0)
                moves.Add(new(lot.Id, -part));
            amount -= part;
        }
        return amount == 0 ? moves : null;
    }

    /// <summary>Every lot of the member's asset that still holds something, in order of use.</summary>
    internal static List<LotState> Open(Book book, MemberId member, AssetId asset)
    {
        var lots = new List<LotState>();
        foreach (var lot in book.LotsOf(asset))
            if (lot.Member == member && lot.Remaining > 0)
                lots.Add(lot);
        lots.Sort(InOrderOfUse);
        return lots;
    }

    internal static int InOrderOfUse(LotState a, LotState b)
    {
        var byExpiry = (a.ExpiresOn?.Date ?? DateOnly.MaxValue).CompareTo(b.ExpiresOn?.Date ?? DateOnly.MaxValue);
        if (byExpiry != 0)
            return byExpiry;
        var byAge = a.CreatedAt.CompareTo(b.CreatedAt);
        return byAge != 0 ? byAge : Age(a.Id).CompareTo(Age(b.Id));
    }

    // Provisional lots are younger than all sealed ones, and among themselves -1 is older than -2.
    private static (bool, long) Age(LotId id) => (id.Value < 0, Math.Abs(id.Value));
}
