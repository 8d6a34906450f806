using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>清仓: goods that must go, at a share of their price.</summary>
/// <param name="Price">what is left of the price</param>
public sealed record Clearance(Goods Goods, Ratio Price) : LineRate(Goods)
{
    public override Words Title() => new("清仓", "Clearance");

    public override Words Rule(OfferNames names)
    {
        var (goods, rate) = (Goods.Words(names), Say.Rate(Price));
        return new($"清仓:{goods.Zh} {rate.Zh}", $"Clearance: {goods.En} {rate.En}");
    }

    public override Refusal? Fault() =>
        Faults.First(
            Faults.Rate(Price),
            Goods.IsEverything ? PromotionReasons.GoodsMissing.With(("max", Faults.PricesMax)) : null
        );

    public override bool GivesAllAway() => Price == Ratio.Zero;

    internal override Ratio? PriceFor(long tier) => Price;
}
