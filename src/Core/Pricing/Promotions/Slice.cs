namespace Shuke.Core.Pricing.Promotions;

/// <summary>The pieces that one offer concerns, the dearest first.</summary>
/// <param name="order">all lines of the cart with whole pieces, the dearest piece first</param>
/// <param name="mask">bits of the offer's lines</param>
/// <param name="net">what lines cost now, fen</param>
/// <param name="pieces">whole pieces of lines</param>
/// <param name="count">pieces of the offer's lines together</param>
/// <param name="to">takes what is given off these prices; null = only asks</param>
internal readonly ref struct PiecesInOrder(
    ReadOnlySpan<int> order,
    ulong mask,
    long[] net,
    long[] pieces,
    long count,
    long[]? to = null
)
{
    public readonly ReadOnlySpan<int> Order = order;
    public readonly long Count = count;

    public bool Has(int line) => (mask >> line & 1) != 0;

    public long Net(int line) => net[line];

    public long Pieces(int line) => pieces[line];

    /// <summary>0 for lines that the offer does not concern.</summary>
    public long PiecesOfOffer(int line) => pieces[line] & -(long)(mask >> line & 1);

    public long Give(int line, long off)
    {
        if (to is not null)
            to[line] -= off;
        return off;
    }

    /// <summary>What the n dearest pieces cost less what is left of the price; as <see cref="Slice.Dearest"/>.</summary>
    public long Dearest(long n, int leftBp)
    {
        long sum = 0;
        foreach (var line in Order)
        {
            if (!Has(line))
                continue;
            var take = Math.Min(n, pieces[line]);
            sum += Give(line, Slice.Cheaper(Calc.Part(net[line], take, pieces[line]), leftBp));
            n -= take;
            if (n == 0)
                break;
        }
        return sum;
    }
}

/// <summary>The lines of the cart that one offer concerns, as they cost now.</summary>
/// <param name="mask">bits of the lines where all of them are in the one range; 0 = not so</param>
internal readonly ref struct Slice(Work work, ReadOnlySpan<int> lines, ReadOnlySpan<byte> scopes, ulong mask = 0)
{
    private readonly ulong _mask = mask;
    public readonly Work Work = work;
    public readonly ReadOnlySpan<int> Lines = lines;
    private readonly ReadOnlySpan<byte> _scopes = scopes;

    public int Count => Lines.Length;

    public bool In(int k, int scope) => (_scopes[k] >> scope & 1) != 0;

    public long NetAt(int k) => Work.Net[Lines[k]];

    public long PiecesAt(int k) => Work.Pieces[Lines[k]];

    public CartLine LineAt(int k) => Work.Lines[Lines[k]];

    /// <summary>What the lines of a range cost now.</summary>
    public long Net(int scope)
    {
        long sum = 0;
        var net = Work.Net;
        for (var k = 0; k < Lines.Length; k++)
            if (In(k, scope))
                sum += net[Lines[k]];
        return sum;
    }

    /// <summary>Weights in proportion to what the counted lines cost now; answers their sum.</summary>
    public long Nets(Span<long> parts)
    {
        long sum = 0;
        var net = Work.Net;
        for (var k = 0; k < Lines.Length; k++)
            sum += parts[k] = In(k, 0) ? net[Lines[k]] : 0;
        return sum;
    }

    /// <summary>What thresholds are measured by: the lines as they were when this part of the calculation began (spec 18).</summary>
    public long Amount()
    {
        long sum = 0;
        var basis = Work.Basis;
        for (var k = 0; k < Lines.Length; k++)
            if (In(k, 0))
                sum += basis[Lines[k]];
        return sum;
    }

    public long AmountWithout(int scope)
    {
        long sum = 0;
        for (var k = 0; k < Lines.Length; k++)
            if (In(k, 0) && !In(k, scope))
                sum += Work.Basis[Lines[k]];
        return sum;
    }

    public long Pieces(int scope)
    {
        long sum = 0;
        for (var k = 0; k < Lines.Length; k++)
            if (In(k, scope))
                sum += PiecesAt(k);
        return sum;
    }

    public long PiecesWithout(int scope)
    {
        long sum = 0;
        for (var k = 0; k < Lines.Length; k++)
            if (In(k, 0) && !In(k, scope))
                sum += PiecesAt(k);
        return sum;
    }

    public long Have(Measure by) => by == Measure.Amount ? Amount() : Pieces(0);

    /// <summary>
    /// The lines of a range that have whole pieces, the dearest piece first (at equal prices the earlier line). Answers
    /// how many; they stand in Work.Order as positions of this slice.
    /// </summary>
    public int Sort(int scope)
    {
        var order = Work.Order;
        var n = 0;
        if (_mask != 0 && Work.TryOrder(Work.Net, out var all))
        {
            // The lines of the whole cart stand in order already: those of this slice among them.
            Work.Taken.AsSpan(0, Lines.Length).Clear();
            foreach (var line in all)
                if ((_mask >> line & 1) != 0)
                    order[n++] = System.Numerics.BitOperations.PopCount(_mask & ((1UL << line) - 1));
            return n;
        }
        for (var k = 0; k < Lines.Length; k++)
        {
            Work.Taken[k] = 0;
            if (!In(k, scope) || PiecesAt(k) == 0)
                continue;
            var at = n++;
            while (at > 0 && IsDearer(k, order[at - 1]))
            {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = k;
        }
        return n;
    }

    // Unit prices compared without dividing: a / p > b / q is a × q > b × p.
    private bool IsDearer(int a, int b) => NetAt(a) * PiecesAt(b) > NetAt(b) * PiecesAt(a);

    /// <summary>The n dearest pieces of a range: what they cost less what is left of the price; per line in parts.</summary>
    public long Dearest(int scope, long n, int leftBp, Span<long> parts)
    {
        parts.Clear();
        var count = Sort(scope);
        long sum = 0;
        for (var o = 0; o < count && n > 0; o++)
        {
            var k = Work.Order[o];
            var take = Math.Min(n, PiecesAt(k));
            Work.Taken[k] = take;
            n -= take;
            sum += parts[k] = Cheaper(Calc.Part(NetAt(k), take, PiecesAt(k)), leftBp);
        }
        return sum;
    }

    internal static long Cheaper(long part, int leftBp) => leftBp == 0 ? part : Calc.Rate(part, 10_000 - leftBp);

    /// <summary>How many pieces of a line were taken by the last look, and what that is worth.</summary>
    public Arithmetic PiecesAt(int k, Money net, Ratio off) => new PiecesOff(net, Work.Taken[k], PiecesAt(k), off);

    /// <summary>Full bundles of the dearest pieces, as long as a bundle is worth more than its price.</summary>
    public long Bundles(int size, long price, int max, Span<long> parts, out long bundles)
    {
        parts.Clear();
        bundles = 0;
        var count = Sort(0);
        long total = 0;
        var at = 0; // position in the order
        var used = 0L; // pieces of that line already bundled
        while (bundles < max && bundles < 10_000)
        {
            var (first, firstUsed, missing, value) = (at, used, (long)size, 0L);
            while (missing > 0 && at < count)
            {
                var k = Work.Order[at];
                var (net, q) = (NetAt(k), PiecesAt(k));
                var take = Math.Min(missing, q - used);
                value += Calc.Part(net, used + take, q) - Calc.Part(net, used, q);
                missing -= take;
                used += take;
                if (used == q)
                    (at, used) = (at + 1, 0);
            }
            if (missing > 0 || value <= price)
            {
                (at, used) = (first, firstUsed);
                break;
            }
            total += value;
            bundles++;
        }
        for (var o = 0; o <= at && o < count; o++)
        {
            var k = Work.Order[o];
            Work.Taken[k] = o < at ? PiecesAt(k) : used;
            parts[k] = Calc.Part(NetAt(k), Work.Taken[k], PiecesAt(k));
        }
        return total - price * bundles;
    }
}
