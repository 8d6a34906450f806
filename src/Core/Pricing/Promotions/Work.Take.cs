namespace Shuke.Core.Pricing.Promotions;

// What one offer gives, within its guards, and how that is shared.
internal sealed partial class Work
{
    private Slice SliceOf(Candidate c, long[] net, long[] basis)
    {
        (Net, Basis) = (net, basis);
        var mask = Count <= 64 && c.Offer.Scopes.Length == 1 ? c.Mask : 0;
        return new(this, c.Lines.AsSpan(0, c.Count), c.Scopes.AsSpan(0, c.Count), mask);
    }

    private int[] _order = [];
    private int _ordered;
    private long[]? _orderedBy;

    /// <summary>
    /// The lines with whole pieces, the dearest piece first, as they cost before the first level: sorted once for all
    /// offers that look at these prices. False where the present prices are others.
    /// </summary>
    public bool TryOrder(out ReadOnlySpan<int> order)
    {
        order = default;
        if (!ReferenceEquals(Net, _nets[0]) && !ReferenceEquals(Net, _start))
            return false;
        if (!ReferenceEquals(Net, _orderedBy))
        {
            if (_order.Length < Count)
                _order = new int[Lines.Length];
            _ordered = 0;
            for (var i = 0; i < Count; i++)
            {
                if (Pieces[i] == 0)
                    continue;
                var at = _ordered++;
                // Unit prices compared without dividing, as in Slice.
                for (; at > 0 && Net[i] * Pieces[_order[at - 1]] > Net[_order[at - 1]] * Pieces[i]; at--)
                    _order[at] = _order[at - 1];
                _order[at] = i;
            }
            _orderedBy = Net;
        }
        order = _order.AsSpan(0, _ordered);
        return true;
    }

    /// <summary>What it would take off lines that cost so much; what a chosen coupon gives counts before all else.</summary>
    private long Gain(Candidate c, long[] net, long[] basis)
    {
        if (c.BySums)
            return GainBySums(c, net, basis);
        var slice = SliceOf(c, net, basis);
        var parts = _parts.AsSpan(0, c.Count);
        var want = Math.Min(c.Args.Want(slice, parts), c.Left);
        if (want <= 0)
            return 0;
        long room = 0;
        if (c.Args.SharesWhole)
        {
            if (!_hasFloors)
                for (var k = 0; k < parts.Length && room < want; k++)
                    room += parts[k] > 0 ? net[c.Lines[k]] : 0;
            else
                for (var k = 0; k < parts.Length; k++)
                    room += parts[k] > 0 ? Math.Max(0, net[c.Lines[k]] - Floor[c.Lines[k]]) : 0;
        }
        else if (!_hasFloors || c.Args.FreesGoods)
            room = want;
        else
            for (var k = 0; k < parts.Length; k++)
                room += Math.Min(parts[k], Math.Max(0, net[c.Lines[k]] - Floor[c.Lines[k]]));
        var gain = Math.Min(want, room);
        return gain > 0 && c.IsChosen ? gain + ChosenWorth : gain;
    }

    private long GainBySums(Candidate c, long[] net, long[] basis)
    {
        var lines = c.Lines.AsSpan(0, c.Count);
        long sum = 0;
        foreach (var line in lines)
            sum += net[line];
        var amount = sum;
        if (!ReferenceEquals(net, basis))
        {
            amount = 0;
            foreach (var line in lines)
                amount += basis[line];
        }
        var want = Math.Min(c.Args.WantOf(amount, c.Pieces, sum), c.Left);
        if (want <= 0)
            return 0;
        if (_hasFloors)
        {
            sum = 0;
            foreach (var line in lines)
                sum += Math.Max(0, net[line] - Floor[line]);
        }
        var gain = Math.Min(want, sum);
        return gain > 0 && c.IsChosen ? gain + ChosenWorth : gain;
    }

    /// <summary>Takes it off the lines; afterwards _give says what each line of the offer gave. Answers the sum.</summary>
    private long Take(Candidate c, long[] net, long[] basis)
    {
        var slice = SliceOf(c, net, basis);
        var parts = _parts.AsSpan(0, c.Count);
        var give = _give.AsSpan(0, c.Count);
        var want = Math.Min(c.Args.Want(slice, parts), c.Left);
        give.Clear();
        if (want <= 0)
            return 0;
        if (c.Args.SharesWhole)
            ShareOut(c, net, want, parts, give);
        else
        {
            var left = want;
            for (var k = 0; k < c.Count; k++)
            {
                var line = c.Lines[k];
                var room = c.Args.FreesGoods ? net[line] : Math.Max(0, net[line] - Floor[line]);
                give[k] = Math.Min(Math.Min(parts[k], room), left);
                left -= give[k];
            }
        }
        long sum = 0;
        for (var k = 0; k < c.Count; k++)
        {
            net[c.Lines[k]] -= give[k];
            sum += give[k];
        }
        return sum;
    }

    /// <summary>
    /// In proportion to the weights, by largest remainder, ties to the earliest line. A line at its lowest price takes no
    /// more; the others take its share, in proportion again. The weights are used up on the way.
    /// </summary>
    private void ShareOut(Candidate c, long[] net, long whole, Span<long> weights, Span<long> give)
    {
        var remainders = _remainders.AsSpan(0, c.Count);
        var left = whole;
        while (left > 0)
        {
            long sum = 0;
            foreach (var w in weights)
                sum += w;
            if (sum == 0)
                return;
            var odd = left;
            var isSmall = left < 1_000_000_000 && sum < 1_000_000_000;
            for (var k = 0; k < weights.Length; k++)
            {
                long quotient;
                if (isSmall)
                    (quotient, remainders[k]) = Math.DivRem(left * weights[k], sum);
                else
                {
                    var (q, r) = Int128.DivRem((Int128)left * weights[k], sum);
                    (quotient, remainders[k]) = ((long)q, (long)r);
                }
                _shares[k] = quotient;
                odd -= quotient;
            }
            for (; odd > 0; odd--)
            {
                var best = 0;
                for (var k = 1; k < remainders.Length; k++)
                    if (remainders[k] > remainders[best])
                        best = k;
                _shares[best]++;
                remainders[best] = -1;
            }
            for (var k = 0; k < weights.Length; k++)
            {
                var line = c.Lines[k];
                var room = Math.Max(0, net[line] - Floor[line] - give[k]);
                if (_shares[k] >= room)
                    weights[k] = 0;
                var share = Math.Min(_shares[k], room);
                give[k] += share;
                left -= share;
            }
        }
    }

    private long[] _shares = [];
}
