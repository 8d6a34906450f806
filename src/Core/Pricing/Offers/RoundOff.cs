namespace Shuke.Core.Pricing.Offers;

/// <summary>抹零: makes the amount due round by taking the odd fen off. It never adds any.</summary>
/// <param name="PointsMoney">what points pay; the rest is made round</param>
public sealed record RoundOff(RoundOffRule Rule, Money PointsMoney) : Offer
{
    public static readonly OfferKind TheKind = new(
        "round_off",
        Stage.Rounding,
        new("round_off", "抹零", "Rounding"),
        static (_, _, _) => { } // made when the amount due is known
    );

    private static readonly Sentence TheTitle = TheKind.Title.With();

    public override OfferKind Kind => TheKind;
    public override Sentence Title => TheTitle;

    public override void Propose(WorkingCart cart, Proposal proposal)
    {
        var odd = Odd(cart.Total() - PointsMoney, Rule);
        if (!odd.IsPositive)
            return;
        var bases = new long[cart.Count];
        for (var i = 0; i < cart.Count; i++)
            bases[i] = cart.Net(i).Fen;
        Share.Over(cart, proposal, odd, bases);
    }

    /// <summary>What rounding takes off an amount due.</summary>
    public static Money Odd(Money due, RoundOffRule rule)
    {
        var step = new Money(rule is RoundOffRule.ToYuan or RoundOffRule.DownToYuan ? 100 : 10);
        var odd = due - due.Floor(step);
        return rule switch
        {
            RoundOffRule.None => Money.Zero,
            RoundOffRule.DownToJiao or RoundOffRule.DownToYuan => odd,
            RoundOffRule.ToJiao or RoundOffRule.ToYuan => odd * 2 < step ? odd : Money.Zero,
        };
    }
}
