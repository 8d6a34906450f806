using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>秒杀价: some products at a low price, only so many pieces a ticket.</summary>
public sealed record FlashPrice(IReadOnlyList<ProductPrice> Prices, int PiecesMax) : PiecePrices
{
    public override Words Title() => new("秒杀价", "Flash price");

    public override Goods Counts() => LinePrices.GoodsOf(Prices);

    public override Words Rule(OfferNames names)
    {
        var prices = Say.Prices(Prices, names);
        return new($"秒杀:{prices.Zh},每单限 {PiecesMax} 件", $"Flash price: {prices.En}, {PiecesMax} pieces a ticket");
    }

    public override Refusal? Fault() =>
        Faults.First(Faults.Prices(Prices), Faults.Count(PiecesMax, 1, 10_000, "每单件数 (pieces a ticket)"));

    public override bool GivesAllAway() => Prices.Any(p => p.Price.IsZero);

    internal override Money? PriceOf(ProductId product) => LinePrices.Find(Prices, product);

    internal override OfferArgs Prepared() => this with { Prices = new PriceList(Prices) };

    internal override long PiecesFor(in Slice s) => PiecesMax;
}
