using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>新客价: products at a price for members with few purchases before this one.</summary>
public sealed record NewCustomerPrices(IReadOnlyList<ProductPrice> Prices, int PurchasesMax = 0) : LinePrices
{
    public override Words Title() => new("新客价", "New-customer price");

    public override Goods Counts() => GoodsOf(Prices);

    public override Clause? Requires() => Clause.Of(Fields.Purchases, Op.AtMost, PurchasesMax);

    public override Words Rule(OfferNames names)
    {
        var prices = Say.Prices(Prices, names);
        return new(
            $"新客价(此前消费不超过 {PurchasesMax} 次):{prices.Zh}",
            $"New customers (at most {PurchasesMax} purchases before): {prices.En}"
        );
    }

    public override Refusal? Fault() => Faults.Prices(Prices);

    public override bool GivesAllAway() => Prices.Any(p => p.Price.IsZero);

    internal override Money? PriceFor(long tier, ProductId product) => Find(Prices, product);

    internal override OfferArgs Prepared() => this with { Prices = new PriceList(Prices) };
}
