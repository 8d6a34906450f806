namespace Shuke.Core.Pricing.Offers;

/// <summary>金卡8折: members of a tier pay a share of the price on every line that takes discounts.</summary>
/// <param name="Price">what is left of the price, 8,000 bp = 8折</param>
public sealed record TierDiscount(TierId TierId, string TierName, Ratio Price) : Offer
{
    public static readonly OfferKind TheKind = new(
        "tier_discount",
        Stage.Line,
        new("tier_discount", "{tier}{zhe}折", "{tier} {tierOff} off"),
        Find
    );

    public override OfferKind Kind => TheKind;

    /// <summary>The paid membership the price comes from; null = the tier.</summary>
    public PaidMembership? Membership { get; init; }

    public override string SourceId => Membership?.Id ?? TierId.ToString();

    public override Sentence Title =>
        TheKind.Title.With(
            ("tier", Membership?.Name ?? TierName),
            ("zhe", PricingWords.Zhe(Price)),
            ("tierOff", Price.Complement)
        );

    private static void Find(Cart cart, PricingFacts facts, List<Offer> offers)
    {
        if (facts.Buyer is { } buyer && buyer.TierPrice < Ratio.One)
            offers.Add(
                new TierDiscount(buyer.TierId, buyer.TierName, buyer.TierPrice) { Membership = buyer.Membership }
            );
    }

    public override void Propose(WorkingCart cart, Proposal proposal)
    {
        for (var i = 0; i < cart.Count; i++)
        {
            var off = new RateOff(cart.Net(i), Price.Complement);
            if (cart.IsFinal(i))
                proposal.Miss(NotAppliedReasons.PriceByHand.With(("name", cart.Lines[i].Name)), i);
            else if (!cart.Lines[i].Discountable)
                proposal.Miss(NotAppliedReasons.NotDiscountable.With(("name", cart.Lines[i].Name)), i);
            else if (off.Result.IsPositive)
                proposal.Take(new(i, off.Result, off));
        }
    }
}
