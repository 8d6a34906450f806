using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>What is left of the price for members of one tier.</summary>
public sealed record TierRate(TierId Tier, Ratio Price);

/// <summary>等级折扣: each tier pays its own share of the price for these goods.</summary>
public sealed record TierDiscounts(Goods Goods, IReadOnlyList<TierRate> Rates) : LineRate(Goods)
{
    public override Words Title() => new("等级折扣", "Discount by tier");

    public override Words Rule(OfferNames names)
    {
        var goods = Goods.Words(names);
        var rates = Words.Join(
            [
                .. Rates.Select(r =>
                {
                    var (tier, rate) = (names.Tier?.Invoke(r.Tier) ?? $"等级 {r.Tier}", Say.Rate(r.Price));
                    return new Words($"{tier} {rate.Zh}", $"{tier} {rate.En}");
                }),
            ],
            "、",
            ", "
        );
        return new($"{goods.Zh}:{rates.Zh}", $"{goods.En}: {rates.En}");
    }

    public override Refusal? Fault()
    {
        if (Rates.Count is 0 or > 20)
            return PromotionReasons.CountWrong.With(("what", "等级 (tiers)"), ("min", 1), ("max", 20));
        foreach (var rate in Rates)
            if (Faults.Rate(rate.Price) is { } fault)
                return fault;
        return null;
    }

    public override bool GivesAllAway() => Rates.Any(r => r.Price == Ratio.Zero);

    internal override Ratio? PriceFor(long tier)
    {
        for (var i = 0; i < Rates.Count; i++)
            if (Rates[i].Tier.Value == tier)
                return Rates[i].Price;
        return null;
    }
}
