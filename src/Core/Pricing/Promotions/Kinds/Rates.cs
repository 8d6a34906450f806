using System.Collections;
using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>Kinds that take a share off each line by itself.</summary>
public abstract record LineRate(Goods Goods) : OfferArgs
{
    public override OfferPhase Phase() => OfferPhase.Line;

    public override Goods Counts() => Goods;

    /// <summary>What is left of the price for this buyer; null = nothing for this one.</summary>
    internal abstract Ratio? PriceFor(long tier);

    internal override int LineRateOff(long tier) => PriceFor(tier) is { } price ? 10_000 - price.Bp : 0;

    internal override long OffLine(Work w, int line, long net) => Calc.Rate(net, LineRateOff(w.Tier));

    internal override Arithmetic HowLine(Work w, int line, Money net) =>
        new RateOff(net, (PriceFor(w.Tier) ?? Ratio.One).Complement);
}

/// <summary>Kinds that give some products a price of their own.</summary>
public abstract record LinePrices : OfferArgs
{
    public override OfferPhase Phase() => OfferPhase.Line;

    /// <summary>The price of a unit for this buyer; null = none.</summary>
    internal abstract Money? PriceFor(long tier, ProductId product);

    internal override long LinePrice(Work w, int line) =>
        w.Lines[line].ProductId is { } product && PriceFor(w.Tier, product) is { } price
            ? Calc.Times(price.Fen, w.Milli[line])
            : -1;

    internal override long OffLine(Work w, int line, long net) =>
        LinePrice(w, line) is >= 0 and var price ? Math.Max(0, net - price) : 0;

    internal override Arithmetic HowLine(Work w, int line, Money net) =>
        new PriceDrop(net, LinePrice(w, line) is >= 0 and var price ? new(price) : net);

    internal static Money? Find(IReadOnlyList<ProductPrice> prices, ProductId product)
    {
        if (prices is PriceList list)
            return list.Find(product);
        for (var i = 0; i < prices.Count; i++)
            if (prices[i].Product == product)
                return prices[i].Price;
        return null;
    }

    internal static Goods GoodsOf(IReadOnlyList<ProductPrice> prices) =>
        new() { Products = [.. prices.Select(p => p.Product)] };
}

/// <summary>Prices as they were written, and at hand by product; the first of a product counts.</summary>
internal sealed class PriceList(IReadOnlyList<ProductPrice> prices) : IReadOnlyList<ProductPrice>
{
    private readonly Dictionary<ProductId, Money> _byProduct = prices
        .GroupBy(p => p.Product)
        .ToDictionary(g => g.Key, g => g.First().Price);

    public int Count => prices.Count;

    public ProductPrice this[int index] => prices[index];

    public Money? Find(ProductId product) => _byProduct.TryGetValue(product, out var price) ? price : null;

    public IEnumerator<ProductPrice> GetEnumerator() => prices.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
