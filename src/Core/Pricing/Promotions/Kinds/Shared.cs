using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>Kinds that count pieces in a circle: full pieces first, then pieces with a discount, the dearest first.</summary>
public abstract record Cycle(Goods Goods) : OfferArgs
{
    public override OfferPhase Phase() => OfferPhase.Pieces;

    public override Goods Counts() => Goods;

    internal abstract int Length { get; }

    /// <summary>So many of each circle are paid in full.</summary>
    internal abstract int Full { get; }
    internal abstract Ratio Off { get; }
    internal virtual int? Times => null;
    internal abstract bool IsPerProduct { get; }

    public override bool GivesAllAway() => false;

    internal override bool SharesWhole => false;

    internal override long Want(in Slice s, Span<long> parts)
    {
        parts.Clear();
        var count = s.Sort(0);
        long sum = 0;
        if (!IsPerProduct)
            return Round(s, count, null, parts);
        for (var o = 0; o < count; o++)
            if (IsFirst(s, o))
                sum += Round(s, count, s.LineAt(s.Work.Order[o]).ProductId, parts);
        return sum;
    }

    private static bool IsFirst(in Slice s, int o)
    {
        var product = s.LineAt(s.Work.Order[o]).ProductId;
        for (var before = 0; before < o; before++)
            if (s.LineAt(s.Work.Order[before]).ProductId == product)
                return false;
        return product is not null;
    }

    private long Round(in Slice s, int count, ProductId? only, Span<long> parts)
    {
        var (length, full, times, off) = (Length, Full, Times ?? int.MaxValue, Off.Bp);
        var work = s.Work;
        long sum = 0;
        long position = 0;
        long before = 0;
        for (var o = 0; o < count; o++)
        {
            var k = work.Order[o];
            if (only is not null && s.LineAt(k).ProductId != only)
                continue;
            var pieces = s.PiecesAt(k);
            position += pieces;
            var upTo = UpTo(position, length, full, times);
            var take = upTo - before;
            before = upTo;
            work.Taken[k] = take;
            if (take > 0)
                sum += parts[k] = Calc.Rate(Calc.Part(s.NetAt(k), take, pieces), off);
        }
        return sum;
    }

    internal override bool ByPieces => !IsPerProduct;

    internal override long WantOfPieces(in PiecesInOrder p)
    {
        var (length, full, times, off) = (Length, Full, Times ?? int.MaxValue, Off.Bp);
        if (p.Count <= full)
            return 0;
        long sum = 0;
        long position = 0;
        long before = 0;
        foreach (var line in p.Order)
        {
            // A line of others has no pieces here, and none of them is cheaper: no branch that could be guessed wrong.
            position += p.PiecesOfOffer(line);
            var upTo = UpTo(position, length, full, times);
            if (upTo > before)
                sum += p.Give(line, Calc.Rate(Calc.Part(p.Net(line), upTo - before, p.Pieces(line)), off));
            before = upTo;
        }
        return sum;
    }

    // Of each circle the cheapest pieces have the discount: they cost no more than their part of the circle.
    internal override long WantAtMost(long net, int lines) =>
        net < 1_000_000_000_000 ? Calc.Rate(net * (Length - Full) / Length + 1, Off.Bp) + lines : long.MaxValue;

    /// <summary>How many of the first n pieces have the discount.</summary>
    private static long UpTo(long n, int length, int full, int times)
    {
        var rounds = n <= int.MaxValue ? (uint)n / (uint)length : n / length;
        return rounds >= times
            ? (long)times * (length - full)
            : rounds * (length - full) + Math.Max(0, n - rounds * length - full);
    }

    internal override Arithmetic HowPieces(in Slice s, int k, Money net) => s.PiecesAt(k, net, Off);

    internal override Sentence? Short(in Slice s)
    {
        var pieces = s.Pieces(0);
        if (IsPerProduct || Times is { } max && pieces / Length >= max)
            return null;
        var rate = Say.Rate(Off.Complement);
        return Thresholds.Short(
            Measure.Pieces,
            Full + 1 - pieces % Length,
            new($"第 {Full + 1} 件 {rate.Zh}", $"and piece no. {Full + 1} is {rate.En}")
        );
    }
}

/// <summary>Kinds that sell so many pieces at a fixed price each, where they are saved most first.</summary>
public abstract record PiecePrices : OfferArgs
{
    public override OfferPhase Phase() => OfferPhase.Pieces;

    internal abstract Money? PriceOf(ProductId product);

    internal virtual Money? PriceWithoutProduct => null;

    internal abstract long PiecesFor(in Slice s);

    /// <summary>The range of goods that get the price.</summary>
    internal virtual int Reward => 0;

    internal override bool SharesWhole => false;

    private Money? PriceAt(in Slice s, int k) =>
        s.LineAt(k).ProductId is { } product ? PriceOf(product) : PriceWithoutProduct;

    internal override long Want(in Slice s, Span<long> parts)
    {
        parts.Clear();
        var left = PiecesFor(s);
        s.Work.Taken.AsSpan(0, s.Count).Clear();
        long sum = 0;
        while (left > 0)
        {
            var (best, gain) = (-1, 0L);
            for (var k = 0; k < s.Count; k++)
            {
                if (!s.In(k, Reward) || s.Work.Taken[k] > 0 || s.PiecesAt(k) == 0 || PriceAt(s, k) is not { } price)
                    continue;
                var one = Calc.Part(s.NetAt(k), 1, s.PiecesAt(k)) - price.Fen;
                if (one > gain)
                    (best, gain) = (k, one);
            }
            if (best < 0)
                break;
            var take = Math.Min(left, s.PiecesAt(best));
            s.Work.Taken[best] = take;
            left -= take;
            sum += parts[best] = Math.Max(
                0,
                Calc.Part(s.NetAt(best), take, s.PiecesAt(best)) - PriceAt(s, best)!.Value.Fen * take
            );
        }
        return sum;
    }

    internal override Arithmetic HowPieces(in Slice s, int k, Money net) =>
        new PiecesDrop(net, s.Work.Taken[k], s.PiecesAt(k), PriceAt(s, k) ?? Money.Zero);
}

/// <summary>What combos and packages share: forming full sets, the dearest pieces first.</summary>
internal static class ComboParts
{
    private const int SetsMax = 200;

    public static Refusal? Fault(IReadOnlyList<ComboPart> parts)
    {
        if (parts.Count is < 2 or > 8)
            return PromotionReasons.CountWrong.With(("what", "组合的部分 (parts)"), ("min", 2), ("max", 8));
        foreach (var part in parts)
            if (Faults.Count(part.Pieces, 1, 100, "件数 (pieces)") is { } fault)
                return fault;
        var named = parts.SelectMany(p => p.Goods.Products).ToList();
        return named.Distinct().Count() != named.Count || parts.Any(p => p.Goods.IsEverything)
            ? (Refusal)PromotionReasons.PartsOverlap
            : null;
    }

    public static Words Words(IReadOnlyList<ComboPart> parts, OfferNames names) =>
        Conditions.Words.Join(
            [
                .. parts.Select(p =>
                {
                    var goods = p.Goods.Words(names);
                    return new Words($"{goods.Zh} {p.Pieces} 件", $"{p.Pieces} of {goods.En}");
                }),
            ],
            " + ",
            " + "
        );

    /// <summary>What the pieces of all sets cost, less so much a set; a set worth no more than that is not formed.</summary>
    public static long Value(
        in Slice s,
        IReadOnlyList<ComboPart> parts,
        int? timesMax,
        long price,
        Span<long> values,
        out long sets
    )
    {
        values.Clear();
        sets = 0;
        long total = 0;
        var taken = s.Work.Taken.AsSpan(0, s.Count);
        var before = s.Work.Held.AsSpan(0, s.Count);
        taken.Clear();
        while (sets < Math.Min(timesMax ?? SetsMax, SetsMax))
        {
            taken.CopyTo(before);
            long value = 0;
            var isFull = true;
            for (var p = 0; p < parts.Count && isFull; p++)
                isFull = Fill(s, p, parts[p].Pieces, taken, ref value);
            if (!isFull || value <= price)
            {
                before.CopyTo(taken);
                break;
            }
            total += value;
            sets++;
        }
        for (var k = 0; k < s.Count; k++)
            values[k] = taken[k] == 0 ? 0 : Calc.Part(s.NetAt(k), taken[k], s.PiecesAt(k));
        return total - price * sets;
    }

    private static bool Fill(in Slice s, int part, long missing, Span<long> taken, ref long value)
    {
        while (missing > 0)
        {
            var best = -1;
            for (var k = 0; k < s.Count; k++)
                if (
                    s.In(k, part)
                    && taken[k] < s.PiecesAt(k)
                    && (best < 0 || s.NetAt(k) * s.PiecesAt(best) > s.NetAt(best) * s.PiecesAt(k))
                )
                    best = k;
            if (best < 0)
                return false;
            var take = Math.Min(missing, s.PiecesAt(best) - taken[best]);
            value +=
                Calc.Part(s.NetAt(best), taken[best] + take, s.PiecesAt(best))
                - Calc.Part(s.NetAt(best), taken[best], s.PiecesAt(best));
            taken[best] += take;
            missing -= take;
        }
        return true;
    }

    public static Sentence? Short(in Slice s, IReadOnlyList<ComboPart> parts, Words then)
    {
        for (var p = 0; p < parts.Count; p++)
        {
            var missing = parts[p].Pieces - s.Pieces(p);
            if (missing > 0)
                return Thresholds.Short(
                    Measure.Pieces,
                    missing,
                    new($"(第 {p + 1} 部分){then.Zh}", $"of part {p + 1} {then.En}")
                );
        }
        return null;
    }
}

/// <summary>A rate or an amount off the whole, from a threshold on, up to a cap.</summary>
internal static class CartRate
{
    public static int Reached(in Slice s, Money threshold) => s.Amount() >= threshold.Fen ? 1 : 0;

    public static long Want(in Slice s, Money threshold, Ratio? price, Money? off, Money? max, Span<long> parts)
    {
        var net = s.Nets(parts);
        return WantOf(s.Amount(), net, threshold, price, off, max);
    }

    public static long WantOf(long amount, long sum, Money threshold, Ratio? price, Money? off, Money? max)
    {
        if (amount < threshold.Fen)
            return 0;
        var want = price is { } rate ? Calc.Rate(sum, 10_000 - rate.Bp) : off!.Value.Fen;
        return max is { } cap ? Math.Min(want, cap.Fen) : want;
    }

    public static Sentence Working(in Slice s, Ratio? price, Money? off, Money? max, Money whole) =>
        price is { } rate
            ? Workings.Rate(new(s.Net(0)), rate.Complement, max, whole)
            : Workings.Flat(off!.Value, max, whole);

    public static Sentence? Short(in Slice s, Money threshold, Ratio? price, Money? off)
    {
        var rate = Say.RateOrOff(price, off);
        return Thresholds.Short(threshold.Fen - s.Amount(), new($"可享 {rate.Zh}", $"for {rate.En}"));
    }
}

/// <summary>Words and checks of thresholds.</summary>
internal static class Thresholds
{
    public static Words Need(Measure by, long atLeast) =>
        by == Measure.Amount
            ? new($"{new Money(atLeast)} 元", $"{new Money(atLeast)} yuan")
            : new($"{atLeast} 件", $"{atLeast} pieces");

    public static Refusal? Fault(Measure by, long atLeast) =>
        by == Measure.Amount
            ? Faults.Amount(new(atLeast), "门槛 (threshold)")
            : Faults.Count((int)Math.Clamp(atLeast, 0, int.MaxValue), 1, 100_000, "门槛件数 (pieces)");

    /// <summary>"再买 12.40 元可减 20 元"; null when nothing is missing.</summary>
    public static Sentence? Short(long gapFen, Words then) => Short(Measure.Amount, gapFen, then);

    public static Sentence? Short(Measure by, long gap, Words then)
    {
        if (gap <= 0)
            return null;
        var far = Need(by, gap);
        return new Words($"再买 {far.Zh}{then.Zh}", $"{far.En} more {then.En}").As(
            by == Measure.Amount ? "threshold_short" : "pieces_short",
            ("gap", gap)
        );
    }
}

/// <summary>How one amount for the whole was computed: a sentence and all its numbers.</summary>
internal static class Workings
{
    public static Sentence ByLine(Money whole) =>
        new Words($"按行计算,共 {whole}", $"line by line, {whole} together").As("by_line", ("whole", whole.Fen));

    public static Sentence Step(Measure by, long have, long atLeast, Money off, long times, Money whole)
    {
        var (has, need) = (Thresholds.Need(by, have), Thresholds.Need(by, atLeast));
        return new Words(
            $"商品 {has.Zh},满 {need.Zh}减 {off}{(times == 1 ? "" : $" × {times}")} = {whole}",
            $"goods {has.En}, {off} off from {need.En}{(times == 1 ? "" : $" × {times}")} = {whole}"
        ).As("step", ("have", have), ("atLeast", atLeast), ("off", off.Fen), ("times", times), ("whole", whole.Fen));
    }

    public static Sentence Rate(Money sum, Ratio off, Money? cap, Money whole) =>
        new Words(
            $"{sum} × {off} = {whole}{(cap is { } c ? $"(最多 {c})" : "")}",
            $"{sum} × {off} = {whole}{(cap is { } d ? $" (at most {d})" : "")}"
        ).As("rate", ("base", sum.Fen), ("off", off), ("cap", cap?.Fen), ("whole", whole.Fen));

    public static Sentence Flat(Money off, Money? cap, Money whole) =>
        new Words($"减 {whole}", $"{whole} off").As("flat", ("flat", off.Fen), ("cap", cap?.Fen), ("whole", whole.Fen));

    public static Sentence Times(Money off, long times, Money whole) =>
        new Words($"{off} × {times} = {whole}", $"{off} × {times} = {whole}").As(
            "times",
            ("off", off.Fen),
            ("times", times),
            ("whole", whole.Fen)
        );

    public static Sentence Bundle(ReadOnlySpan<long> parts, Money price, long sets, Money whole)
    {
        long value = 0;
        foreach (var part in parts)
            value += part;
        var goods = new Money(value);
        return new Words($"{goods} - {price} × {sets} = {whole}", $"{goods} - {price} × {sets} = {whole}").As(
            "bundle",
            ("goods", value),
            ("price", price.Fen),
            ("sets", sets),
            ("whole", whole.Fen)
        );
    }
}
