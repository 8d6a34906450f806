namespace Shuke.Core.Pricing.Promotions;

// Line promotions: of one group each line takes the one that gives most, groups follow one another. Where promotions do
// not go together with the line's own discounts, each line takes the cheaper of the two ways.
internal sealed partial class Work
{
    private long[] _lineA = [];
    private long[] _lineB = [];
    private long[] _offA = [];
    private long[] _offB = [];
    private long[] _lineOff = [];
    private bool[] _withoutOwn = [];
    private bool[] _ownOn = [];

    /// <summary>What lines cost after line promotions in this world, into <paramref name="to"/>; answers the sum.</summary>
    private long LinePhase(long[] to, UInt256 strip, bool stripAll, bool isMultiply, bool byPriority)
    {
        var hasOwn = _hasOwn && !stripAll;
        for (var i = 0; i < Count; i++)
        {
            _ownOn[i] = hasOwn && _own[i] > 0 && !strip.Has(i);
            _lineB[i] = _start[i];
            _lineA[i] = _ownOn[i] ? _start[i] - _own[i] : _start[i];
        }
        var at = 0;
        while (at < _lineEnd)
        {
            var end = GroupEnd(at, _lineEnd);
            LineGroup(at, end, isMultiply, byPriority);
            at = end;
        }
        long sum = 0;
        for (var i = 0; i < Count; i++)
        {
            _withoutOwn[i] = !_ownOn[i] || _lineB[i] < _lineA[i];
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
        for (var o = from; o < end; o++)
        {
            var c = _offers[o];
            if (!c.IsOn)
                continue;
            var withOwn = c.Offer.WithTier || isMultiply;
            for (var k = 0; k < c.Count; k++)
            {
                var i = c.Lines[k];
                var off = OffOf(c, k, _lineB[i]);
                if (byPriority ? _offB[i] == 0 : off > _offB[i])
                    _offB[i] = off;
                if (!_ownOn[i] || !withOwn)
                    continue;
                off = OffOf(c, k, _lineA[i]);
                if (byPriority ? _offA[i] == 0 : off > _offA[i])
                    _offA[i] = off;
            }
        }
        for (var i = 0; i < Count; i++)
        {
            _lineB[i] -= _offB[i];
            _lineA[i] -= _offA[i];
        }
    }

    /// <summary>The same for the k-th of its lines, remembered for two prices: with and without the line's own discount.</summary>
    private long OffOf(Candidate c, int k, long net)
    {
        ref var known = ref c.Offs[k * 2];
        if (known.Net == net)
            return known.Off;
        ref var other = ref c.Offs[k * 2 + 1];
        if (other.Net == net)
            return other.Off;
        ref var free = ref known.Net < 0 ? ref known : ref other;
        free = (net, LineOff(c, c.Lines[k], net));
        return free.Off;
    }

    private long LineOff(Candidate c, int line, long net) =>
        Math.Max(0, Math.Min(c.Args.OffLine(this, line, net), net - Floor[line]));
}
