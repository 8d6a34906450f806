namespace Shuke.Core.Tiers;

/// <summary>A proposed tier: from which spending on, who would be in it, and what share of turnover they bring.</summary>
/// <param name="From">fen, rounded to a figure people can remember</param>
/// <param name="Turnover">share of all spending, basis points</param>
public sealed record SuggestedTier(Money From, long Members, Money Spent, Ratio Turnover);

/// <summary>
/// Thresholds from data (4.12). Method: natural breaks (Jenks) on the spending of those who bought anything, found by
/// Lloyd's iteration on the sorted sums, started at quantiles so that the answer is the same for the same data; each
/// break is rounded up to two significant digits. A proposal for the owner, never switched on by itself.
/// </summary>
public static class Suggest
{
    private const int RoundsMax = 100;

    /// <param name="spent">fen per member, any order; zero and less is left out</param>
    /// <param name="tiers">how many classes, 2 to 6; the lowest is the base tier</param>
    /// <returns>classes from the lowest up; empty when there are fewer different sums than classes</returns>
    public static IReadOnlyList<SuggestedTier> Thresholds(IEnumerable<long> spent, int tiers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tiers, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tiers, 6);
        var sums = spent.Where(s => s > 0).Order().ToArray();
        if (sums.Distinct().Take(tiers).Count() < tiers)
            return [];
        var prefix = Prefix(sums);
        var starts = Starts(sums, tiers);
        for (var round = 0; round < RoundsMax && Improve(sums, prefix, starts); round++) { }
        return Classes(sums, prefix, starts);
    }

    /// <summary>Class c begins at starts[c]; quantiles by rank, moved on so that equal sums stay together.</summary>
    private static int[] Starts(long[] sums, int tiers)
    {
        var starts = new int[tiers];
        for (var c = 1; c < tiers; c++)
        {
            var at = Math.Max((int)((long)sums.Length * c / tiers), starts[c - 1] + 1);
            while (at < sums.Length - (tiers - c) && sums[at] == sums[at - 1])
                at++;
            starts[c] = Math.Min(at, sums.Length - (tiers - c));
        }
        return starts;
    }

    /// <summary>Moves each border to the middle between the means of its two classes; false when nothing moved.</summary>
    private static bool Improve(long[] sums, Int128[] prefix, int[] starts)
    {
        var moved = false;
        for (var c = 1; c < starts.Length; c++)
        {
            var end = c + 1 < starts.Length ? starts[c + 1] : sums.Length;
            var below = Mean(prefix, starts[c - 1], starts[c]);
            var above = Mean(prefix, starts[c], end);
            var border = LowerBound(sums, (below + above) / 2 + 1, starts[c - 1] + 1, end - 1);
            moved |= border != starts[c];
            starts[c] = border;
        }
        return moved;
    }

    private static List<SuggestedTier> Classes(long[] sums, Int128[] prefix, int[] starts)
    {
        var all = prefix[^1];
        var froms = starts.Select((s, c) => c == 0 ? 0 : RoundUp(sums[s])).ToArray();
        var classes = new List<SuggestedTier>();
        for (var c = 0; c < froms.Length; c++)
        {
            // Counted again behind the rounded border, so that what the owner reads is what would happen.
            var first = c == 0 ? 0 : LowerBound(sums, froms[c], 0, sums.Length);
            var last = c + 1 < froms.Length ? LowerBound(sums, froms[c + 1], 0, sums.Length) : sums.Length;
            var total = prefix[Math.Max(last, first)] - prefix[first];
            classes.Add(
                new(new(froms[c]), Math.Max(last - first, 0), new((long)total), new((int)(total * Ratio.One.Bp / all)))
            );
        }
        return classes;
    }

    private static Int128[] Prefix(long[] sums)
    {
        var prefix = new Int128[sums.Length + 1];
        for (var i = 0; i < sums.Length; i++)
            prefix[i + 1] = prefix[i] + sums[i];
        return prefix;
    }

    private static long Mean(Int128[] prefix, int first, int end) =>
        (long)((prefix[end] - prefix[first]) / Math.Max(end - first, 1));

    /// <summary>The first place between low and high whose sum is at least this.</summary>
    private static int LowerBound(long[] sums, long atLeast, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sums[middle] < atLeast)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Two significant digits, at least whole yuan: 1,234.56 becomes 1,300.</summary>
    private static long RoundUp(long fen)
    {
        long step = 100;
        while (fen / step >= 100)
            step *= 10;
        return (fen + step - 1) / step * step;
    }
}
