using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>The price of one product for members of one tier, per unit.</summary>
public sealed record TierPrice(TierId Tier, ProductId Product, Money Price);

/// <summary>等级价: each tier has its own price for some products.</summary>
public sealed record TierPrices(IReadOnlyList<TierPrice> Prices) : LinePrices
{
    public override Words Title() => new("等级价", "Price by tier");

    public override Goods Counts() => new() { Products = [.. Prices.Select(p => p.Product).Distinct()] };

    public override Words Rule(OfferNames names)
    {
        var parts = Prices
            .GroupBy(p => p.Tier)
            .Select(g =>
            {
                var tier = names.Tier?.Invoke(g.Key) ?? $"等级 {g.Key}";
                var list = Say.Prices([.. g.Select(p => new ProductPrice(p.Product, p.Price))], names);
                return new Words($"{tier} {list.Zh}", $"{tier} {list.En}");
            });
        var joined = Words.Join([.. parts], ";", "; ");
        return new($"等级价:{joined.Zh}", $"Price by tier: {joined.En}");
    }

    public override Refusal? Fault()
    {
        if (Faults.Some(Prices) is { } missing)
            return missing;
        foreach (var price in Prices)
            if (Faults.NotNegative(price.Price, "价格 (price)") is { } fault)
                return fault;
        return null;
    }

    public override bool GivesAllAway() => Prices.Any(p => p.Price.IsZero);

    internal override Money? PriceFor(long tier, ProductId product)
    {
        for (var i = 0; i < Prices.Count; i++)
            if (Prices[i].Tier.Value == tier && Prices[i].Product == product)
                return Prices[i].Price;
        return null;
    }
}
