using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>Which pieces are free.</summary>
public enum FreePieces
{
    /// <summary>The cheapest of each X + Y of the goods, the dearest counted first.</summary>
    Cheapest,

    /// <summary>Of the same product.</summary>
    Same,

    /// <summary>Chosen from other goods, the dearest first.</summary>
    Chosen,
}

/// <summary>买 X 送 Y: the free pieces are taken from the cart (spec 18).</summary>
/// <param name="From">the goods to choose from; only for <see cref="FreePieces.Chosen"/></param>
/// <param name="TimesMax">so often a ticket; null = as often as it fits</param>
public sealed record BuyXGetY(
    Goods Goods,
    int Buy,
    int Free,
    FreePieces Which = FreePieces.Cheapest,
    Goods? From = null,
    int? TimesMax = null
) : Cycle(Goods)
{
    public override Words Title() => new("买 X 送 Y", "Buy X get Y");

    internal override IReadOnlyList<Goods> Scopes =>
        From is { } from && Which == FreePieces.Chosen ? [Goods, from] : [Goods];

    public override Words Rule(OfferNames names)
    {
        var (goods, times) = (Goods.Words(names), Say.AtMost(TimesMax));
        var which = Which switch
        {
            FreePieces.Same => new Words("同款", "of the same"),
            FreePieces.Chosen => Prefixed((From ?? Goods.All).Words(names)),
            _ => new Words("价低者", "the cheapest"),
        };
        return new(
            $"{goods.Zh}买 {Buy} 送 {Free}({which.Zh}){times.Zh}",
            $"{goods.En}: buy {Buy}, get {Free} {which.En} free{times.En}"
        );
    }

    private static Words Prefixed(Words goods) => new($"从{goods.Zh}中选", $"from {goods.En}");

    public override Refusal? Fault() =>
        Faults.First(
            Faults.Count(Buy, 1, 100, "买几件 (buy)"),
            Faults.Count(Free, 1, 100, "送几件 (free)"),
            Faults.Count(TimesMax, 1, 1_000, "次数 (times)"),
            Which == FreePieces.Chosen && From is null
                ? PromotionReasons.GoodsMissing.With(("max", Faults.PricesMax))
                : null
        );

    internal override int Length => Buy + Free;
    internal override int Full => Buy;
    internal override Ratio Off => Ratio.One;
    internal override int? Times => TimesMax;
    internal override bool IsPerProduct => Which == FreePieces.Same;
    internal override bool ByPieces => Which == FreePieces.Cheapest;

    internal override long Want(in Slice s, Span<long> parts)
    {
        if (Which != FreePieces.Chosen)
            return base.Want(s, parts);
        var times = Math.Min(s.PiecesWithout(1) / Buy, TimesMax ?? int.MaxValue);
        return times == 0 ? 0 : s.Dearest(1, times * Free, 0, parts);
    }

    internal override int Reached(in Slice s) =>
        Which == FreePieces.Chosen ? (int)Math.Min(s.PiecesWithout(1) / Buy, 1_000) : 0;

    internal override Sentence? Short(in Slice s)
    {
        if (Which != FreePieces.Chosen)
            return base.Short(s);
        var missing = Buy - s.PiecesWithout(1);
        return missing > 0
            ? Thresholds.Short(Measure.Pieces, missing, new($"可选 {Free} 件免费", $"to choose {Free} free"))
            : NotAppliedReasons.GiftNotChosen.With(("pieces", (long)Free));
    }
}
