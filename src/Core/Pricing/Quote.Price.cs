using Shuke.Core.Pricing.Offers;

namespace Shuke.Core.Pricing;

public sealed partial class Quote
{
    /// <summary>Prices a cart: pure, and the same whatever the order of its lines.</summary>
    public static Outcome<Quote> Price(Cart cart, PricingFacts facts)
    {
        if (CartCheck.Refuse(cart, facts) is { } refusal)
            return refusal;

        var working = new WorkingCart(InOrder(cart.Lines), facts.Policies.CostGuard);
        var missed = new List<NotApplied>();
        var offers = new List<Offer>();
        foreach (var kind in OfferKinds.All)
            kind.Find(cart, facts, offers);
        Combine.Take(working, offers, facts.Policies.LineDiscounts, missed);
        if (CartCheck.RefuseOrderDiscount(cart, facts, working) is { } over)
            return over;

        var points = Pricing.PointsAsMoney.Offer(working.Total(), cart.Points, facts, missed);
        var pointsMoney = points?.UsedMoney ?? Money.Zero;
        if (facts.Policies.RoundOff != RoundOffRule.None)
            Combine.TakeOne(working, new RoundOff(facts.Policies.RoundOff, pointsMoney), new(), missed);
        return Result(cart, facts, working, points, missed);
    }

    private static CartLine[] InOrder(IReadOnlyList<CartLine> lines)
    {
        var sorted = lines.ToArray();
        Array.Sort(sorted, static (a, b) => a.LineNo.CompareTo(b.LineNo));
        return sorted;
    }

    private static Quote Result(
        Cart cart,
        PricingFacts facts,
        WorkingCart working,
        PointsOffer? points,
        List<NotApplied> missed
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
        };
    }
}
