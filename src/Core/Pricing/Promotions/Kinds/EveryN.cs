using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>每 N 件: every full N pieces, the dearest first, together at a share of the price or with an amount off.</summary>
public sealed record EveryN(Goods Goods, int N, Ratio? Price = null, Money? Off = null, int? TimesMax = null)
    : OfferArgs
{
    public override OfferPhase Phase() => OfferPhase.Pieces;

    public override Words Title() => new("每 N 件优惠", "Every N pieces");

    public override Goods Counts() => Goods;

    public override Words Rule(OfferNames names)
    {
        var (goods, rate, times) = (Goods.Words(names), Say.RateOrOff(Price, Off), Say.AtMost(TimesMax));
        return new($"{goods.Zh}每 {N} 件 {rate.Zh}{times.Zh}", $"{goods.En}: every {N} pieces {rate.En}{times.En}");
    }

    public override Refusal? Fault() =>
        Faults.First(
            Faults.Count(N, 1, 1_000, "件数 (pieces)"),
            Faults.RateOrAmount(Price, Off),
            Faults.Count(TimesMax, 1, 1_000, "次数 (times)")
        );

    public override bool GivesAllAway() => Price == Ratio.Zero;

    internal override bool SharesWhole => Off is not null;

    private long Groups(in Slice s) => Groups(s.Pieces(0));

    private long Groups(long pieces) => Math.Min(pieces / N, TimesMax ?? int.MaxValue);

    internal override long Want(in Slice s, Span<long> parts)
    {
        var groups = Groups(s);
        return groups == 0 ? 0 : Capped(s.Dearest(0, groups * N, Price?.Bp ?? 0, parts), groups);
    }

    internal override bool ByPieces => true;

    internal override long WantOfPieces(in PiecesInOrder p)
    {
        var groups = Groups(p.Count);
        return groups == 0 ? 0 : Capped(p.Dearest(groups * N, Price?.Bp ?? 0), groups);
    }

    internal override long WantAtMost(long net, int lines) => Calc.Rate(net, 10_000 - (Price?.Bp ?? 0)) + lines;

    private long Capped(long value, long groups) => Off is { } off ? Math.Min(value, off.Fen * groups) : value;

    internal override Arithmetic HowPieces(in Slice s, int k, Money net) =>
        s.PiecesAt(k, net, (Price ?? Ratio.Zero).Complement);

    internal override Sentence Working(in Slice s, Money whole) => Workings.Times(Off ?? Money.Zero, Groups(s), whole);

    internal override Sentence? Short(in Slice s)
    {
        var missing = N - s.Pieces(0) % N;
        return s.Pieces(0) >= N ? null : Thresholds.Short(Measure.Pieces, missing, Say.RateOrOff(Price, Off));
    }
}
