namespace Shuke.Core.Pricing.Offers;

/// <summary>会员价: the product has a price for members. The shop set it for this product, so it counts on any line.</summary>
public sealed record MemberPrice : Offer
{
    public static readonly OfferKind TheKind = new(
        "member_price",
        Stage.Line,
        new("member_price", "会员价", "Member price"),
        Find
    );

    private static readonly MemberPrice Only = new();
    private static readonly Sentence TheTitle = TheKind.Title.With();

    public override OfferKind Kind => TheKind;
    public override Sentence Title => TheTitle;

    private static void Find(Cart cart, PricingFacts facts, List<Offer> offers)
    {
        if (facts.Buyer is { HasMemberPrice: true })
            offers.Add(Only);
    }

    public override void Propose(WorkingCart cart, Proposal proposal)
    {
        for (var i = 0; i < cart.Count; i++)
        {
            if (cart.Lines[i].MemberPrice is not { } price || cart.Charged(i) == Quantity.Zero)
                continue;
            var drop = new PriceDrop(cart.Net(i), price.Times(cart.Charged(i)));
            if (cart.IsFinal(i))
                proposal.Miss(NotAppliedReasons.PriceByHand.With(("name", cart.Lines[i].Name)), i);
            else if (drop.Result.IsPositive)
                proposal.Take(new(i, drop.Result, drop));
        }
    }
}
