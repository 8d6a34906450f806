using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>N 件一口价: any N pieces of the goods for one price ("10 元 3 件"); the dearest pieces are bundled first.</summary>
public sealed record FixedBundle(Goods Goods, int Pieces, Money Price, int? TimesMax = null) : OfferArgs
{
    public override OfferPhase Phase() => OfferPhase.Pieces;

    public override Words Title() => new("N 件一口价", "Bundle price");

    public override Goods Counts() => Goods;

    public override Words Rule(OfferNames names)
    {
        var (goods, times) = (Goods.Words(names), Say.AtMost(TimesMax));
        return new($"{goods.Zh} {Price} 元 {Pieces} 件{times.Zh}", $"{goods.En}: {Pieces} for {Price} yuan{times.En}");
    }

    public override Refusal? Fault() =>
        Faults.First(
            Faults.Count(Pieces, 1, 1_000, "件数 (pieces)"),
            Faults.NotNegative(Price, "价格 (price)"),
            Faults.Count(TimesMax, 1, 1_000, "次数 (times)")
        );

    public override bool GivesAllAway() => Price.IsZero;

    internal override Money? BundlePrice => Price;

    internal override long Want(in Slice s, Span<long> parts) =>
        s.Bundles(Pieces, Price.Fen, TimesMax ?? int.MaxValue, parts, out _);

    internal override Sentence Working(in Slice s, Money whole)
    {
        Span<long> parts = stackalloc long[s.Count];
        s.Bundles(Pieces, Price.Fen, TimesMax ?? int.MaxValue, parts, out var bundles);
        return Workings.Bundle(parts, Price, bundles, whole);
    }

    internal override Sentence? Short(in Slice s)
    {
        var missing = Pieces - s.Pieces(0);
        return missing > 0
            ? Thresholds.Short(Measure.Pieces, missing, new($"{Price} 元 {Pieces} 件", $"for {Pieces} at {Price} yuan"))
            : null;
    }
}
