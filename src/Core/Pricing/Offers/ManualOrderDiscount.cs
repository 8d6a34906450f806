namespace Shuke.Core.Pricing.Offers;

/// <summary>整单优惠: the cashier takes something off the whole cart; the lines that take discounts share it.</summary>
public sealed record ManualOrderDiscount(ManualDiscount Manual) : Offer
{
    public static readonly OfferKind TheKind = new(
        "manual_order",
        Stage.Order,
        new("manual_order", "整单优惠", "Order discount by hand"),
        Find
    );

    private static readonly Sentence TheTitle = TheKind.Title.With();

    public override OfferKind Kind => TheKind;
    public override Sentence Title => TheTitle;

    private static void Find(Cart cart, PricingFacts facts, List<Offer> offers)
    {
        if (cart.OrderDiscount is { } manual)
            offers.Add(new ManualOrderDiscount(manual));
    }

    public override void Propose(WorkingCart cart, Proposal proposal)
    {
        var bases = new long[cart.Count];
        long sum = 0;
        for (var i = 0; i < cart.Count; i++)
        {
            bases[i] = cart.Lines[i].Discountable ? cart.Net(i).Fen : 0;
            sum += bases[i];
        }
        var whole = Manual.Off is { } rate ? new Money(sum).Times(rate, Rounding.HalfUp) : Manual.Amount!.Value;
        Share.Over(cart, proposal, whole, bases);
    }
}
