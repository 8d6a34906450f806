using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>特价: products at a price of their own, for everybody.</summary>
public sealed record SpecialPrice(IReadOnlyList<ProductPrice> Prices) : LinePrices
{
    public override Words Title() => new("特价", "Special price");

    public override Goods Counts() => GoodsOf(Prices);

    public override Words Rule(OfferNames names)
    {
        var prices = Say.Prices(Prices, names);
        return new($"特价:{prices.Zh}", $"Special price: {prices.En}");
    }

    public override Refusal? Fault() => Faults.Prices(Prices);

    public override bool GivesAllAway() => Prices.Any(p => p.Price.IsZero);

    internal override Money? PriceFor(long tier, ProductId product) => Find(Prices, product);

    internal override OfferArgs Prepared() => this with { Prices = new PriceList(Prices) };
}
