namespace Shuke.Core.Pricing.Offers;

/// <summary>A time of a times card, or a benefit, makes one eligible unit free: the chosen line, or the dearest.</summary>
public sealed record FreeItem(FreeItemUse Use) : Offer
{
    public static readonly OfferKind TheKind = new(
        "free_item",
        Stage.LinePrice,
        new("free_item", "{source}", "{source}"),
        Find
    );

    public override OfferKind Kind => TheKind;
    public override string SourceId => Use.SourceId;
    public override Sentence Title => TheKind.Title.With(("source", Use.Name));

    /// <summary>Uses that name their line go first, then by source, so the order in which they were wished does not matter.</summary>
    private static void Find(Cart cart, PricingFacts facts, List<Offer> offers)
    {
        if (cart.FreeItems.Count == 0)
            return;
        var uses = cart
            .FreeItems.OrderBy(u => u.LineNo ?? int.MaxValue)
            .ThenBy(u => u.SourceId, StringComparer.Ordinal);
        foreach (var use in uses)
            offers.Add(new FreeItem(use));
    }

    public override void Propose(WorkingCart cart, Proposal proposal)
    {
        var best = -1;
        for (var i = 0; i < cart.Count; i++)
            if (IsEligible(cart, i) && (best < 0 || IsDearer(cart, i, best)))
                best = i;
        if (best < 0)
        {
            proposal.Miss(NotAppliedReasons.NothingEligible.With(("source", Use.Name)));
            return;
        }
        proposal.Take(new(best, cart.Unit(best), new FreeUnit(cart.Unit(best)), FreesUnit: true));
    }

    /// <summary>Only whole pieces can be free; half a pound of cherries has no "one".</summary>
    private bool IsEligible(WorkingCart cart, int i) =>
        Use.Covers(cart.Lines[i])
        && (Use.LineNo is not { } chosen || cart.Lines[i].LineNo == chosen)
        && cart.Charged(i) >= Quantity.One
        && cart.Charged(i).IsWhole
        && cart.Unit(i).IsPositive;

    /// <summary>At equal prices, the piece on which the customer would have had the smaller other discount.</summary>
    private static bool IsDearer(WorkingCart cart, int a, int b)
    {
        var (x, y) = (cart.Lines[a], cart.Lines[b]);
        if (cart.Unit(a) != cart.Unit(b))
            return cart.Unit(a) > cart.Unit(b);
        if (x.Discountable != y.Discountable)
            return !x.Discountable;
        return (x.MemberPrice ?? x.UnitPrice) > (y.MemberPrice ?? y.UnitPrice);
    }
}
