namespace Shuke.Core.Pricing;

/// <summary>
/// Decides which offers are taken. Offers of a stage see the cart as the stages before left it. Line discounts are
/// alternatives: each line takes the one that gives most, unless the shop lets them multiply.
/// </summary>
internal static class Combine
{
    /// <param name="isLeftOut">lines whose own discounts gave way to a promotion</param>
    public static void Lines(
        WorkingCart cart,
        List<Offer> offers,
        LineDiscounts policy,
        List<NotApplied> missed,
        Predicate<int>? isLeftOut = null
    )
    {
        var proposal = new Proposal();
        if (policy == LineDiscounts.Better)
            BestOfEachLine(cart, offers, proposal, missed, isLeftOut);
        else
            OneAfterAnother(cart, offers, Stage.Line, proposal, missed, isLeftOut);
    }

    public static void TakeOne(WorkingCart cart, Offer offer, Proposal proposal, List<NotApplied> missed)
    {
        offer.Propose(cart, proposal.Clear());
        Missed(cart, offer, proposal, missed);
        foreach (var part in proposal.Parts)
            Take(cart, offer, part, missed);
    }

    public static void OneAfterAnother(
        WorkingCart cart,
        List<Offer> offers,
        Stage stage,
        Proposal proposal,
        List<NotApplied> missed,
        Predicate<int>? isLeftOut = null
    )
    {
        foreach (var offer in offers)
        {
            if (offer.Kind.Stage != stage)
                continue;
            offer.Propose(cart, proposal.Clear());
            Missed(cart, offer, proposal, missed);
            foreach (var part in proposal.Parts)
                if (isLeftOut?.Invoke(part.Index) != true)
                    Take(cart, offer, part, missed);
        }
    }

    private static void BestOfEachLine(
        WorkingCart cart,
        List<Offer> offers,
        Proposal proposal,
        List<NotApplied> missed,
        Predicate<int>? isLeftOut
    )
    {
        var best = new (Offer? Offer, Part Part)[cart.Count];
        foreach (var offer in offers)
        {
            if (offer.Kind.Stage != Stage.Line)
                continue;
            offer.Propose(cart, proposal.Clear());
            Missed(cart, offer, proposal, missed);
            foreach (var part in proposal.Parts)
            {
                if (isLeftOut?.Invoke(part.Index) == true)
                {
                    var name = cart.Lines[part.Index].Name;
                    missed.Add(Why(cart, offer, part.Index, NotAppliedReasons.PromotionInstead.With(("name", name))));
                    continue;
                }
                ref var held = ref best[part.Index];
                var challenger = (Offer: (Offer?)offer, Part: part);
                if (held.Offer is not null)
                {
                    if (cart.Allowed(part) > cart.Allowed(held.Part))
                        (held, challenger) = (challenger, held);
                    var gap = cart.Allowed(held.Part) - cart.Allowed(challenger.Part);
                    missed.Add(
                        Why(cart, challenger.Offer!, part.Index, NotAppliedReasons.BetterTaken(held.Offer!, gap))
                    );
                    continue;
                }
                held = challenger;
            }
        }
        foreach (var (offer, part) in best)
            if (offer is not null)
                Take(cart, offer, part, missed);
    }

    internal static void Take(WorkingCart cart, Offer offer, in Part part, List<NotApplied> missed)
    {
        var amount = cart.Take(offer, part);
        if (amount < part.Wanted)
        {
            var why = NotAppliedReasons.LowestPrice.With(
                ("name", cart.Lines[part.Index].Name),
                ("gap", (part.Wanted - amount).Fen)
            );
            missed.Add(Why(cart, offer, part.Index, why));
        }
    }

    private static void Missed(WorkingCart cart, Offer offer, Proposal proposal, List<NotApplied> missed)
    {
        foreach (var miss in proposal.Misses)
            missed.Add(Why(cart, offer, miss.Index, miss.Why));
    }

    private static NotApplied Why(WorkingCart cart, Offer offer, int index, Sentence why) =>
        new(offer.Kind.Code, offer.SourceId, index < 0 ? null : cart.Lines[index].LineNo, offer.Title, why);
}
