namespace Shuke.Core.Pricing.Promotions;

// Line promotions: of one group each line takes the one that gives most, groups follow one another. Where promotions do
// not go together with the line's own discounts, each line takes the cheaper of the two ways.
internal sealed partial class Work
{
    private long[] _lineA = [];
    private long[] _lineB = [];
    private long[] _offA = [];
    private long[] _offB = [];
    private int[] _rateA = [];
    private int[] _rateB = [];
    private long[] _lineOff = [];
    private bool[] _withoutOwn = [];

    /// <summary>The line promotions that _lineA and _lineB are of; worlds that differ in other things share them.</summary>
    private (bool Coupons, bool PromotionsToo, int Mixed, int LineOff)? _linesOf;

    /// <summary>What lines cost after line promotions in this world, into <paramref name="to"/>; answers the sum.</summary>
    private long LinePhase(long[] to, in World world, UInt256 strip, bool isMultiply, bool byPriority)
    {
        var of = (world.Coupons, world.PromotionsToo, world.Mixed, world.LineOff);
        if (_linesOf != of)
        {
            _linesOf = of;
            for (var i = 0; i < Count; i++)
            {
                _lineB[i] = _start[i];
                _lineA[i] = _start[i] - _own[i];
            }
            for (var at = 0; at < _lineEnd; )
            {
                var end = GroupEnd(at, _lineEnd);
                LineGroup(at, end, isMultiply, byPriority);
                at = end;
            }
        }
        var hasOwn = _hasOwn && !world.StripAll;
        long sum = 0;
        for (var i = 0; i < Count; i++)
        {
            var isOwnOn = hasOwn && _own[i] > 0 && !strip.Has(i);
            _withoutOwn[i] = !isOwnOn || _lineB[i] < _lineA[i];
            sum += to[i] = _withoutOwn[i] ? _lineB[i] : _lineA[i];
        }
        return sum;
    }

    private int GroupEnd(int from, int max)
    {
        var group = _offers[from].Offer.Group;
        var end = from + 1;
        if (group >= 0)
            while (end < max && _offers[end].Offer.Group == group && _offers[end].Phase == _offers[from].Phase)
                end++;
        return end;
    }

    private void LineGroup(int from, int end, bool isMultiply, bool byPriority)
    {
        Array.Clear(_offA, 0, Count);
        Array.Clear(_offB, 0, Count);
        Array.Clear(_rateA, 0, Count);
        Array.Clear(_rateB, 0, Count);
        for (var o = from; o < end; o++)
        {
            var c = _offers[o];
            if (!c.IsOn)
                continue;
            var withOwn = _hasOwn && (c.Offer.WithTier || isMultiply);
            if (c.LineRate >= 0 && !byPriority && _blocks == 1)
            {
                // Of rates the greatest gives most, whatever a line costs.
                for (var bits = c.Mask; bits != 0; bits &= bits - 1)
                {
                    var i = System.Numerics.BitOperations.TrailingZeroCount(bits);
                    _rateB[i] = Math.Max(_rateB[i], c.LineRate);
                    if (withOwn)
                        _rateA[i] = Math.Max(_rateA[i], c.LineRate);
                }
                continue;
            }
            var lines = c.Lines;
            for (var k = 0; k < lines.Length; k++)
            {
                var i = lines[k];
                var off = OffOf(c, k, i, _lineB[i]);
                if (byPriority ? _offB[i] == 0 : off > _offB[i])
                    _offB[i] = off;
                if (!withOwn || _own[i] == 0)
                    continue;
                off = OffOf(c, k, i, _lineA[i]);
                if (byPriority ? _offA[i] == 0 : off > _offA[i])
                    _offA[i] = off;
            }
        }
        for (var i = 0; i < Count; i++)
        {
            _lineB[i] -= Math.Max(_offB[i], RateOff(_lineB[i], _rateB[i], i));
            _lineA[i] -= Math.Max(_offA[i], RateOff(_lineA[i], _rateA[i], i));
        }
    }

    private long RateOff(long net, int bp, int line) => Math.Max(0, Math.Min(Calc.Rate(net, bp), net - Floor[line]));

    /// <summary>What the k-th of its lines has off, whose own price was looked up once.</summary>
    private long OffOf(Candidate c, int k, int line, long net) =>
        c.LinePrices[k] >= 0 ? Math.Max(0, net - Math.Max(c.LinePrices[k], Floor[line])) : LineOff(c, line, net);

    private long LineOff(Candidate c, int line, long net) =>
        Math.Max(0, Math.Min(c.Args.OffLine(this, line, net), net - Floor[line]));
}
