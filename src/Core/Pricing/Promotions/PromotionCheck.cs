using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>Is a promotion (or a coupon template's offer) sound? The first fault is the answer.</summary>
public static class PromotionCheck
{
    /// <param name="costGuard">what a product costs the shop, where the merchant sells nothing below cost; null = no guard</param>
    public static Refusal? Refuse(Promotion promotion, Func<ProductId, Money?>? costGuard = null)
    {
        if (promotion.ValidTo is { } to && to <= promotion.ValidFrom)
            return PromotionReasons.EndsBeforeStart;
        if (RefuseLimits(promotion.Limits) is { } limits)
            return limits;
        return Refuse(promotion.Args, promotion.Where, promotion.Name, costGuard);
    }

    public static Refusal? Refuse(OfferArgs args, Clause where, string name, Func<ProductId, Money?>? costGuard = null)
    {
        if (args.Fault() is { } fault)
            return fault;
        if (ClauseCheck.Refuse(where, FieldUse.Cart) is { } wrong)
            return wrong;
        // Both sound, but together perhaps impossible: a first order of members with three purchases.
        if (
            args.Requires() is { } requires
            && ClauseCheck.Refuse(Clause.AllOf(where, requires), FieldUse.Cart) is { } never
        )
            return never;
        return costGuard is null ? null : RefuseBelowCost(args, name, costGuard);
    }

    /// <summary>It may give goods away for nothing, without any limit: only the owner may want that.</summary>
    public static bool NeedsOwner(Promotion promotion) => promotion.Args.GivesAllAway() && promotion.Limits.IsNone;

    private static Refusal? RefuseLimits(OfferLimits limits) =>
        Faults.First(
            Faults.Count(limits.PerMember, 1, 1_000_000, "每人次数 (per member)"),
            Faults.Count(limits.PerMemberDay, 1, 1_000_000, "每人每天次数 (per member and day)"),
            Faults.Count(limits.PerDay, 1, 1_000_000_000, "每天次数 (per day)"),
            Faults.Count(limits.Total, 1, 1_000_000_000, "总次数 (total)"),
            limits.Budget is { } budget ? Faults.Amount(budget, "预算 (budget)") : null
        );

    /// <summary>Prices of single products, and sets of named products, against what the shop paid for them.</summary>
    private static Refusal? RefuseBelowCost(OfferArgs args, string name, Func<ProductId, Money?> cost)
    {
        foreach (var (product, price) in PricesOf(args))
            if (cost(product) is { } paid && price < paid)
                return PromotionReasons.BelowCost.With(("name", name), ("price", price.Fen), ("cost", paid.Fen));
        if (args.BundlePrice is not { } bundle)
            return null;
        var pieces = args is FixedBundle b
            ? [(b.Goods, b.Pieces)]
            : ((Combo)args).Parts.Select(p => (p.Goods, p.Pieces));
        var least = Money.Zero;
        foreach (var (goods, count) in pieces)
            least += goods.Products.Select(p => cost(p) ?? Money.Zero).DefaultIfEmpty(Money.Zero).Min() * count;
        return bundle < least
            ? PromotionReasons.BelowCost.With(("name", name), ("price", bundle.Fen), ("cost", least.Fen))
            : null;
    }

    private static IEnumerable<(ProductId Product, Money Price)> PricesOf(OfferArgs args) =>
        args switch
        {
            SpecialPrice p => p.Prices.Select(x => (x.Product, x.Price)),
            MemberPrices p => p.Prices.Select(x => (x.Product, x.Price)),
            SecondMemberPrices p => p.Prices.Select(x => (x.Product, x.Price)),
            NewCustomerPrices p => p.Prices.Select(x => (x.Product, x.Price)),
            FlashPrice p => p.Prices.Select(x => (x.Product, x.Price)),
            TierPrices p => p.Prices.Select(x => (x.Product, x.Price)),
            _ => [],
        };
}
