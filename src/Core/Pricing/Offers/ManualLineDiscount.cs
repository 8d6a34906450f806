namespace Shuke.Core.Pricing.Offers;

/// <summary>单品优惠: the cashier takes something off one line by hand, within the limit of the cashier.</summary>
public sealed record ManualLineDiscount(int LineNo) : Offer
{
    public static readonly OfferKind TheKind = new(
        "manual_line",
        Stage.Line,
        new("manual_line", "单品优惠", "Line discount by hand"),
        Find
    );

    private static readonly Sentence TheTitle = TheKind.Title.With();

    public override OfferKind Kind => TheKind;
    public override Sentence Title => TheTitle;

    private static void Find(Cart cart, PricingFacts facts, List<Offer> offers)
    {
        foreach (var line in cart.Lines)
            if (line.ManualDiscount is not null)
                offers.Add(new ManualLineDiscount(line.LineNo));
    }

    public override void Propose(WorkingCart cart, Proposal proposal)
    {
        for (var i = 0; i < cart.Count; i++)
        {
            var line = cart.Lines[i];
            if (line.LineNo != LineNo || line.ManualDiscount is not { } manual)
                continue;
            if (cart.IsFinal(i))
                proposal.Miss(NotAppliedReasons.PriceByHand.With(("name", line.Name)), i);
            else if (!line.Discountable)
                proposal.Miss(NotAppliedReasons.NotDiscountable.With(("name", line.Name)), i);
            else
                proposal.Take(PartOf(cart.Net(i), manual, i));
        }
    }

    private static Part PartOf(Money net, ManualDiscount manual, int i)
    {
        if (manual.Off is { } rate)
        {
            var off = new RateOff(net, rate);
            return new(i, off.Result, off);
        }
        return new(i, manual.Amount!.Value, new Flat(manual.Amount.Value));
    }
}
