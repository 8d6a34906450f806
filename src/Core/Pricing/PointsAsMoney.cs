namespace Shuke.Core.Pricing;

/// <summary>Points as money: a tender of the ticket, not a discount (spec 18).</summary>
public static class PointsAsMoney
{
    public const string Code = "points_as_money";

    public static readonly Phrase Title = new(Code, "积分抵现", "Points as money");

    /// <summary>What points may pay of this amount, and what they do pay.</summary>
    internal static PointsOffer? Offer(Money payable, PointsWish? wish, PricingFacts facts, List<NotApplied> missed)
    {
        if (facts.Buyer is not { } buyer || facts.Policies.PointsAsMoney is not { } rule)
        {
            if (wish is not null)
                Miss(missed, (facts.Buyer is null ? NotAppliedReasons.NoMember : NotAppliedReasons.PointsOff).With());
            return null;
        }

        var min = Math.Max(rule.Min.Value, rule.Step.Value);
        var share = payable.Times(rule.MaxShare, Rounding.Down);
        var byTicket = Divide.Exact((Int128)share.Fen * rule.PointsPerYuan, 100, Rounding.Down);
        var max = Steps(Math.Min(buyer.SpendablePoints.Value, byTicket), rule);
        var why = Why(buyer.SpendablePoints.Value, byTicket, min, rule, share, ref max);

        var wished = wish is null ? 0 : Steps(Math.Min(wish.Number?.Value ?? max, max), rule);
        var used = new Points(wished < min ? 0 : wished);
        if (wish is not null && (used.Value == 0 || used < (wish.Number ?? Points.Zero)))
            Miss(missed, used.Value == 0 && max >= min ? TooFew(wish.Number?.Value ?? 0, min) : why);
        return new(new(max), rule.Worth(new(max)), used, rule.Worth(used), why);
    }

    /// <summary>An offer on this ticket does not go together with points.</summary>
    internal static PointsOffer None(Sentence offer) =>
        new(
            Points.Zero,
            Money.Zero,
            Points.Zero,
            Money.Zero,
            NotAppliedReasons.PointsNotWith.With(("source", offer.Args["source"]))
        );

    private static Sentence Why(
        long balance,
        long byTicket,
        long min,
        PointsAsMoneyRule rule,
        Money share,
        ref long max
    )
    {
        if (max >= min && rule.Worth(new(max)).IsPositive)
            return NotAppliedReasons.PointsCapped.With(
                ("max", max),
                ("money", rule.Worth(new(max)).Fen),
                ("share", share.Fen)
            );
        max = 0;
        return balance < min || byTicket >= balance
            ? TooFew(balance, min)
            : NotAppliedReasons.TicketTooSmallForPoints.With(("min", min));
    }

    private static Sentence TooFew(long have, long min) =>
        NotAppliedReasons.PointsTooFew.With(("min", min), ("gap", Math.Max(0, min - have)));

    private static long Steps(long points, PointsAsMoneyRule rule) => points - points % Math.Max(1, rule.Step.Value);

    private static void Miss(List<NotApplied> missed, Sentence why) =>
        missed.Add(new(Code, "", null, Title.With(), why));
}
