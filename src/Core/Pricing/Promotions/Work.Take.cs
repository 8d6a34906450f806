using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Shuke.Core.Pricing.Promotions;

// What one offer gives, within its guards, and how that is shared.
internal sealed partial class Work
{
    private Slice SliceOf(Candidate c, long[] net, long[] basis)
    {
        (Net, Basis) = (net, basis);
        return new(this, c.Lines, c.Scopes, _blocks == 1 && c.Offer.Scopes.Length == 1 ? c.Mask : 0);
    }

    private int[] _order = [];
    private int _ordered;
    private bool _isOrdered;
    private long[]? _orderedBy;

    /// <summary>
    /// The lines with whole pieces, the dearest piece first, as they cost before the first level: sorted once for all
    /// offers that look at these prices. False where the present prices are others.
    /// </summary>
    public bool TryOrder(long[] net, out ReadOnlySpan<int> order)
    {
        order = default;
        if (!ReferenceEquals(net, _nets[0]) && !ReferenceEquals(net, _start))
            return false;
        if (!ReferenceEquals(net, _orderedBy))
        {
            if (!_isOrdered)
                ListPieces();
            for (var n = 1; n < _ordered; n++)
            {
                var (line, at) = (_order[n], n);
                for (; at > 0 && IsBefore(line, _order[at - 1], net); at--)
                    _order[at] = _order[at - 1];
                _order[at] = line;
            }
            _orderedBy = net;
        }
        order = _order.AsSpan(0, _ordered);
        return true;
    }

    /// <summary>All lines with whole pieces. In what order hardly changes within a cart, so each time begins with the last.</summary>
    private void ListPieces()
    {
        if (_order.Length < Count)
            _order = new int[Lines.Length];
        (_ordered, _isOrdered) = (0, true);
        for (var i = 0; i < Count; i++)
            if (Pieces[i] > 0)
                _order[_ordered++] = i;
    }

    // Unit prices compared without dividing, as in Slice.
    private bool IsBefore(int a, int b, long[] net)
    {
        var (x, y) = (net[a] * Pieces[b], net[b] * Pieces[a]);
        return x > y || x == y && a < b;
    }

    /// <summary>What it would take off lines that cost so much; what a chosen coupon gives counts before all else.</summary>
    private long Gain(Candidate c, long[] net, long[] basis)
    {
        if (c.Asking == Asking.Sums)
            return GainBySums(c, net, basis);
        if (c.Asking == Asking.Pieces && !_hasFloors && TryOrder(net, out var order))
        {
            var pieces = c.Args.WantOfPieces(new(order, c.Mask, net, Pieces, c.Pieces));
            return Counted(c, Math.Min(pieces, c.Left));
        }
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
        return Counted(c, Math.Min(want, room));
    }

    private static long Counted(Candidate c, long gain) => gain > 0 && c.IsChosen ? gain + ChosenWorth : gain;

    private long GainBySums(Candidate c, long[] net, long[] basis)
    {
        var want = WantBySums(c, net, basis, out var sum);
        if (want <= 0)
            return 0;
        if (_hasFloors)
        {
            sum = 0;
            foreach (var line in c.Lines)
                sum += Math.Max(0, net[line] - Floor[line]);
        }
        return Counted(c, Math.Min(want, sum));
    }

    /// <param name="sum">what its lines cost now</param>
    private long WantBySums(Candidate c, long[] net, long[] basis, out long sum)
    {
        sum = Sum(net, c);
        var amount = ReferenceEquals(net, basis) ? sum : Sum(basis, c);
        return Math.Min(c.Args.WantOf(amount, c.Pieces, sum), c.Left);
    }

    private static readonly Vector256<long> _fourBits = Vector256.Create(1L, 2, 4, 8);

    /// <summary>The values of an offer's lines together, four lines at a time; every array of lines is as long as that takes (Grow).</summary>
    private long Sum(long[] of, Candidate c)
    {
        if (_blocks > 1)
        {
            long one = 0;
            foreach (var line in c.Lines)
                one += of[line];
            return one;
        }
        var sum = Vector256<long>.Zero;
        ref var from = ref MemoryMarshal.GetArrayDataReference(of);
        for (var (i, bits) = (0, (long)c.Mask); i < Count; i += 4, bits >>>= 4)
            sum +=
                Vector256.LoadUnsafe(ref from, (nuint)i)
                & Vector256.Equals(Vector256.Create(bits) & _fourBits, _fourBits);
        return Vector256.Sum(sum);
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

    /// <summary>The same while combinations are tried: only what lines cost then is asked.</summary>
    /// <param name="net">what lines cost before</param>
    /// <param name="to">the same, from which is taken</param>
    private void TakeOff(Candidate c, long[] net, long[] to, long[] basis)
    {
        if (c.Asking == Asking.Sums && !_hasFloors)
        {
            var want = Math.Min(WantBySums(c, net, basis, out var sum), sum);
            if (want > 0)
                ShareOut(c.Mask, to, want, sum);
        }
        else if (
            c.Asking == Asking.Pieces
            && !_hasFloors
            && !c.Args.SharesWhole
            && c.Left == long.MaxValue
            && TryOrder(net, out var order)
        )
            c.Args.WantOfPieces(new(order, c.Mask, net, Pieces, c.Pieces, to));
        else
            Take(c, to, ReferenceEquals(net, basis) ? to : basis);
    }

    /// <summary>In proportion to what the lines cost, which is not less than the whole.</summary>
    private void ShareOut(ulong mask, long[] net, long whole, long sum)
    {
        var n = 0;
        for (var bits = mask; bits != 0; bits &= bits - 1)
            _parts[n++] = net[BitOperations.TrailingZeroCount(bits)];
        Apportion(whole, _parts.AsSpan(0, n), sum);
        n = 0;
        for (var bits = mask; bits != 0; bits &= bits - 1)
            net[BitOperations.TrailingZeroCount(bits)] -= _shares[n++];
    }

    /// <summary>
    /// In proportion to the weights. A line at its lowest price takes no more; the others take its share, in proportion
    /// again. The weights are used up on the way.
    /// </summary>
    private void ShareOut(Candidate c, long[] net, long whole, Span<long> weights, Span<long> give)
    {
        var left = whole;
        while (left > 0)
        {
            long sum = 0;
            foreach (var w in weights)
                sum += w;
            if (sum == 0)
                return;
            Apportion(left, weights, sum);
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

    /// <summary>Into _shares, by largest remainder, ties to the earliest.</summary>
    private void Apportion(long whole, ReadOnlySpan<long> weights, long sum)
    {
        if (whole < 1_000_000_000 && sum < 1_000_000_000)
            Apportion(whole, weights, sum, _shares, _remainders.AsSpan(0, weights.Length));
        else
            Apportion<Int128>(whole, weights, sum, _shares, new Int128[weights.Length]);
    }

    private static void Apportion<T>(T whole, ReadOnlySpan<long> weights, T sum, long[] shares, Span<T> remainders)
        where T : IBinaryInteger<T>
    {
        // A remainder and, below it, the place from the end: all different, the one to serve first is the greatest.
        const int Places = 16;
        var odd = whole;
        for (var k = 0; k < remainders.Length; k++)
        {
            var (quotient, remainder) = T.DivRem(whole * T.CreateTruncating(weights[k]), sum);
            shares[k] = long.CreateTruncating(quotient);
            odd -= quotient;
            remainders[k] = (remainder << Places) + T.CreateTruncating((1 << Places) - 1 - k);
        }
        for (; odd > T.Zero; odd -= T.One)
        {
            var greatest = T.Zero;
            foreach (var remainder in remainders)
                greatest = T.Max(greatest, remainder);
            var k = (1 << Places) - 1 - int.CreateTruncating(greatest & T.CreateTruncating((1 << Places) - 1));
            shares[k]++;
            remainders[k] = T.Zero;
        }
    }

    private long[] _shares = [];
}
