using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>会员价: products at a price of their own, for members.</summary>
public sealed record MemberPrices(IReadOnlyList<ProductPrice> Prices) : LinePrices
{
    public override Words Title() => new("会员价", "Member price");

    public override Goods Counts() => GoodsOf(Prices);

    public override Clause? Requires() => Clause.Of(Fields.IsMember, Op.AnyOf, "yes");

    public override Words Rule(OfferNames names)
    {
        var prices = Say.Prices(Prices, names);
        return new($"会员价:{prices.Zh}", $"Member price: {prices.En}");
    }

    public override Refusal? Fault() => Faults.Prices(Prices);

    public override bool GivesAllAway() => Prices.Any(p => p.Price.IsZero);

    internal override Money? PriceFor(long tier, ProductId product) => Find(Prices, product);

    internal override OfferArgs Prepared() => this with { Prices = new PriceList(Prices) };
}
