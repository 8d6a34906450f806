namespace Shuke.Core.Pricing.Offers;

/// <summary>改价: the cashier sets a unit price. It is final; no other line discount follows.</summary>
public sealed record PriceOverride(int LineNo) : Offer
{
    public static readonly OfferKind TheKind = new(
        "price_override",
        Stage.LinePrice,
        new("price_override", "改价", "Price by hand"),
        Find
    );

    public override OfferKind Kind => TheKind;
    public override Sentence Title => TheTitle;

    private static readonly Sentence TheTitle = TheKind.Title.With();

    private static void Find(Cart cart, PricingFacts facts, List<Offer> offers)
    {
        foreach (var line in cart.Lines)
            if (line.PriceOverride is not null)
                offers.Add(new PriceOverride(line.LineNo));
    }

    public override void Propose(WorkingCart cart, Proposal proposal)
    {
        for (var i = 0; i < cart.Count; i++)
        {
            if (cart.Lines[i].LineNo != LineNo || cart.Lines[i].PriceOverride is not { } price)
                continue;
            var drop = new PriceDrop(cart.Net(i), price.Times(cart.Charged(i)));
            // The price per charged unit, guard included: a free unit later is worth what it would have cost.
            proposal.Take(new(i, drop.Result, drop, UnitPrice: cart.Guarded(i, price)));
        }
    }
}
