using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>The checks that many kinds share. Null = sound.</summary>
internal static class Faults
{
    public const int PricesMax = 500;
    public const int StepsMax = 10;

    public static Refusal? First(params ReadOnlySpan<Refusal?> faults)
    {
        foreach (var fault in faults)
            if (fault is not null)
                return fault;
        return null;
    }

    /// <summary>What is left of the price: 0 to below 100 %.</summary>
    public static Refusal? Rate(Ratio price) =>
        price.Bp is >= 0 and < 10_000
            ? null
            : PromotionReasons.RateWrong.With(("zhe", price.Bp < 0 ? price.ToString() : PricingWords.Zhe(price)));

    public static Refusal? Amount(Money amount, string what) =>
        amount.Fen is > 0 and <= Money.FenMax
            ? null
            : PromotionReasons.AmountWrong.With(("what", what), ("max", Money.FenMax));

    public static Refusal? NotNegative(Money? amount, string what) =>
        amount is null or { Fen: >= 0 and <= Money.FenMax }
            ? null
            : PromotionReasons.AmountWrong.With(("what", what), ("max", Money.FenMax));

    public static Refusal? Count(int? count, int min, int max, string what) =>
        count is null || count >= min && count <= max
            ? null
            : PromotionReasons.CountWrong.With(("what", what), ("min", min), ("max", max));

    public static Refusal? Some<T>(IReadOnlyList<T> goods) =>
        goods.Count is > 0 and <= PricesMax ? null : PromotionReasons.GoodsMissing.With(("max", PricesMax));

    public static Refusal? Prices(IReadOnlyList<ProductPrice> prices)
    {
        if (Some(prices) is { } missing)
            return missing;
        foreach (var price in prices)
            if (NotNegative(price.Price, "价格 (price)") is { } fault)
                return fault;
        return null;
    }

    /// <summary>A rate or an amount, one of the two.</summary>
    public static Refusal? RateOrAmount(Ratio? price, Money? off) =>
        (price, off) switch
        {
            ({ } rate, null) => Rate(rate),
            (null, { } amount) => Amount(amount, "优惠金额 (amount off)"),
            _ => (Refusal)PromotionReasons.RateOrAmount,
        };
}

/// <summary>Pieces of the sentences that many kinds share.</summary>
internal static class Say
{
    /// <summary>"8 折" / "20% off"; free when nothing is left to pay.</summary>
    public static Words Rate(Ratio price) =>
        price == Ratio.Zero ? new("免费", "free") : new($"{PricingWords.Zhe(price)} 折", $"{price.Complement} off");

    public static Words RateOrOff(Ratio? price, Money? off) =>
        price is { } rate ? Rate(rate) : new($"减 {off} 元", $"{off} yuan off");

    public static Words UpTo(Money? cap) =>
        cap is { } max ? new($",最多减 {max} 元", $", at most {max} yuan off") : new("", "");

    public static Words AtMost(int? times) =>
        times is { } n ? new($",每单最多 {n} 次", $", at most {n} times a ticket") : new("", "");

    public static Words Prices(IReadOnlyList<ProductPrice> prices, OfferNames names)
    {
        var some = prices
            .Take(3)
            .Select(p =>
            {
                var name = names.Product?.Invoke(p.Product) ?? $"商品 {p.Product}";
                return new Words($"{name} {p.Price} 元", $"{name} {p.Price} yuan");
            })
            .ToList();
        var joined = Words.Join(some, "、", ", ");
        return prices.Count <= 3
            ? joined
            : new($"{joined.Zh}等 {prices.Count} 种", $"{joined.En} and {prices.Count - 3} more");
    }
}

/// <summary>A price of one product, per unit.</summary>
public sealed record ProductPrice(ProductId Product, Money Price);
