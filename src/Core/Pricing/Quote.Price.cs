using Shuke.Core.Pricing.Offers;
using Shuke.Core.Pricing.Promotions;

namespace Shuke.Core.Pricing;

public sealed partial class Quote
{
    /// <summary>Prices a cart: pure, and the same whatever the order of its lines.</summary>
    public static Outcome<Quote> Price(Cart cart, PricingFacts facts)
    {
        if (CartCheck.Refuse(cart, facts) is { } refusal)
            return refusal;

        var missed = new List<NotApplied>();
        var working = WorkingCart.LinePrices(cart, facts, missed);
        var offers = new List<Offer>();
        foreach (var kind in OfferKinds.All)
            kind.Find(cart, facts, offers);
        var (explained, effort) = Promote(cart, facts, working, offers, missed);
        Combine.OneAfterAnother(working, offers, Stage.Order, new(), missed);
        if (CartCheck.RefuseOrderDiscount(cart, facts, working) is { } over)
            return over;

        var points = explained.WithoutPoints is { } shy
            ? Pricing.PointsAsMoney.None(shy.Title)
            : Pricing.PointsAsMoney.Offer(working.Total(), cart.Points, facts, missed);
        var pointsMoney = points?.UsedMoney ?? Money.Zero;
        if (facts.Policies.RoundOff != RoundOffRule.None)
            Combine.TakeOne(working, new RoundOff(facts.Policies.RoundOff, pointsMoney), new(), missed);
        return Result(cart, facts, working, points, missed, explained, effort);
    }

    /// <summary>
    /// What the goods cost after the best combination, and how hard it was to find: the same decision as
    /// <see cref="Price"/> without its words, and without allocating. For what-if runs over many carts.
    /// </summary>
    public static (Money Goods, SearchEffort Effort) Cheapest(Cart cart, PricingFacts facts)
    {
        var work = Work.OfThread;
        work.Load(cart, facts);
        return (new(work.Cheapest(facts)), work.Effort);
    }

    /// <summary>The line's own discounts, promotions and coupons: the best of all together.</summary>
    private static (Explained, SearchEffort) Promote(
        Cart cart,
        PricingFacts facts,
        WorkingCart working,
        List<Offer> offers,
        List<NotApplied> missed
    )
    {
        var policy = facts.Policies.LineDiscounts;
        if (ReferenceEquals(facts.Promotions, PromotionSet.Empty) && cart.Coupons.Count == 0)
        {
            Combine.Lines(working, offers, policy, missed);
            return (Explained.Nothing, default);
        }
        var work = Work.OfThread;
        work.Load(cart, facts, working);
        work.Decide(facts);
        Combine.Lines(working, offers, policy, missed, work.IsWithoutOwn);
        return (work.Explain(working, cart, facts, missed), work.Effort);
    }

    private static Quote Result(
        Cart cart,
        PricingFacts facts,
        WorkingCart working,
        PointsOffer? points,
        List<NotApplied> missed,
        Explained explained,
        SearchEffort effort
    )
    {
        var lines = new QuoteLine[working.Count];
        var original = Money.Zero;
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = new(
                working.Lines[i],
                working.ListUnit(i),
                working.Original(i),
                working.Net(i),
                working.Discounts[i]
            );
            original += lines[i].Original;
        }
        return new Quote(cart, facts)
        {
            Lines = lines,
            Original = original,
            Payable = working.Total(),
            PointsOffer = points,
            PointsUsed = points?.Used ?? Points.Zero,
            PointsMoney = points?.UsedMoney ?? Money.Zero,
            NotApplied = missed,
            Applied = explained.Applied,
            Choices = explained.Choices,
            Flags = explained.Flags,
            FreeShipping = explained.FreeShipping,
            PointsMultipliers = explained.Multipliers,
            Effort = effort,
        };
    }
}
