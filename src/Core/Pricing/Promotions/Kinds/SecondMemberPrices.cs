using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>第二会员价: another price for members with one of these tags, such as paid members or staff.</summary>
public sealed record SecondMemberPrices(IReadOnlyList<ProductPrice> Prices, IReadOnlyList<TagId> Tags) : LinePrices
{
    public override Words Title() => new("第二会员价", "Second member price");

    public override Goods Counts() => GoodsOf(Prices);

    public override Clause? Requires() => Clause.Of(Fields.Tags, Op.AnyOf, [.. Tags.Select(t => t.ToString())]);

    public override Words Rule(OfferNames names)
    {
        var prices = Say.Prices(Prices, names);
        return new($"第二会员价:{prices.Zh}", $"Second member price: {prices.En}");
    }

    public override Refusal? Fault() => Faults.Prices(Prices);

    public override bool GivesAllAway() => Prices.Any(p => p.Price.IsZero);

    internal override Money? PriceFor(long tier, ProductId product) => Find(Prices, product);

    internal override OfferArgs Prepared() => this with { Prices = new PriceList(Prices) };
}
