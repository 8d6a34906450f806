using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>加价购: whoever buys goods for so much may take some products at a low price.</summary>
/// <param name="Goods">what counts towards the threshold</param>
/// <param name="PiecesMax">so many pieces a ticket</param>
public sealed record AddOn(Goods Goods, Money Threshold, IReadOnlyList<ProductPrice> Choices, int PiecesMax = 1)
    : PiecePrices
{
    public override Words Title() => new("加价购", "Add-on price");

    public override Goods Counts() => Goods;

    internal override IReadOnlyList<Goods> Scopes => [Goods, LinePrices.GoodsOf(Choices)];

    internal override int Reward => 1;

    public override Words Rule(OfferNames names)
    {
        var (goods, prices) = (Goods.Words(names), Say.Prices(Choices, names));
        return new(
            $"{goods.Zh}满 {Threshold} 元可加价购:{prices.Zh},限 {PiecesMax} 件",
            $"From {Threshold} yuan of {goods.En}, add {prices.En}; {PiecesMax} pieces"
        );
    }

    public override Refusal? Fault() =>
        Faults.First(
            Faults.NotNegative(Threshold, "门槛 (threshold)"),
            Faults.Prices(Choices),
            Faults.Count(PiecesMax, 1, 1_000, "件数 (pieces)")
        );

    internal override Money? PriceOf(ProductId product) => LinePrices.Find(Choices, product);

    internal override OfferArgs Prepared() => this with { Choices = new PriceList(Choices) };

    internal override long PiecesFor(in Slice s) => Reached(s) > 0 ? PiecesMax : 0;

    internal override int Reached(in Slice s) => s.AmountWithout(1) >= Threshold.Fen ? 1 : 0;

    internal override long Missing(in Slice s) => Threshold.Fen - s.AmountWithout(1);

    internal override Sentence? Short(in Slice s) =>
        Thresholds.Short(Threshold.Fen - s.AmountWithout(1), new("可加价购", "to choose an add-on"));

    internal override Choices? Open(in Slice s, long taken) =>
        Reached(s) > 0 && taken < PiecesMax
            ? new([.. Choices.Select(c => (c.Product, c.Price))], PiecesMax - taken)
            : null;
}
