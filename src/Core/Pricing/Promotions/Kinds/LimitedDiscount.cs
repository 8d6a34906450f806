using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>限时折扣: goods at a share of their price. When is said by the promotion's conditions.</summary>
/// <param name="Price">what is left of the price, 8,000 bp = 8折</param>
public sealed record LimitedDiscount(Goods Goods, Ratio Price) : LineRate(Goods)
{
    public override Words Title() => new("限时折扣", "Limited-time discount");

    public override Words Rule(OfferNames names)
    {
        var (goods, rate) = (Goods.Words(names), Say.Rate(Price));
        return new($"{goods.Zh} {rate.Zh}", $"{goods.En} {rate.En}");
    }

    public override Refusal? Fault() => Faults.Rate(Price);

    public override bool GivesAllAway() => Price == Ratio.Zero;

    internal override Ratio? PriceFor(long tier) => Price;
}
