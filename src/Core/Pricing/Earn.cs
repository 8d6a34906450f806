namespace Shuke.Core.Pricing;

/// <summary>How a ticket was paid, as far as earning cares. Money that is none of the first three always earns.</summary>
public sealed record TenderMix(Money Points, Money Principal, Money Bonus);

/// <summary>What a paid ticket earns.</summary>
public static class Earn
{
    private static readonly Phrase Earned = new(
        "earned",
        "计分金额 {base:money} × 每元 {rate} × {multiplier} = {points:points} 积分(不足 1 积分舍去)",
        "{base:money} earn at {rate} a yuan × {multiplier} = {points:points} points, rounded down"
    );

    private static readonly Phrase EarnedMore = new(
        "earned_more",
        "(计分金额 {base:money} + 积分加倍 {more:money})× 每元 {rate} × {multiplier} = {points:points} 积分(不足 1 积分舍去)",
        "({base:money} earn + {more:money} by promotion) at {rate} a yuan × {multiplier} = {points:points} points, rounded down"
    );

    private static readonly Phrase TicketTooSmall = new(
        "ticket_too_small_to_earn",
        "消费满 {min:money} 元才有积分,还差 {gap:money} 元",
        "Points are earned from {min:money} yuan; {gap:money} to go"
    );

    private static readonly Phrase NothingEarns = new(
        "nothing_earns",
        "本单没有可积分的金额",
        "Nothing on this ticket earns points"
    );

    /// <summary>
    /// The points of a ticket, from how it was really paid. Parts that do not earn are spread over all goods in
    /// proportion, so a half of goods without points does not soak up the points that paid. Null: no member or no rule.
    /// </summary>
    public static Earning? For(Quote quote, TenderMix mix)
    {
        if (quote.Facts.Buyer is not { } buyer || quote.Facts.Policies.Earn is not { } rule)
            return null;
        if (quote.Payable < rule.MinTicket)
        {
            var gap = rule.MinTicket - quote.Payable;
            return new(Points.Zero, Money.Zero, TicketTooSmall.With(("min", rule.MinTicket.Fen), ("gap", gap.Fen)));
        }

        var goods = Money.Zero;
        foreach (var line in quote.Lines)
            if (line.Line.EarnsPoints)
                goods += line.Net;
        var paid = quote.Payable - NotEarning(mix, rule);
        var amount = quote.Payable.IsZero
            ? 0
            : Divide.Exact((Int128)goods.Fen * paid.Fen, quote.Payable.Fen, Rounding.Down);
        var more = More(quote, paid);
        var points = Divide.Exact(
            (Int128)(amount + more) * rule.PointsPerYuan.Bp * buyer.PointsMultiplier.Bp,
            10_000_000_000,
            Rounding.Down
        );
        if (points == 0)
            return new(Points.Zero, new(amount), NothingEarns.With());
        var why = (more == 0 ? Earned : EarnedMore).With(
            ("base", amount),
            ("more", more),
            ("rate", Rate(rule.PointsPerYuan)),
            ("multiplier", Rate(buyer.PointsMultiplier)),
            ("points", points)
        );
        return new(new(points), new(amount), why);
    }

    /// <summary>What promotions that multiply points add to the base: each line's share of what was paid, so many times more.</summary>
    private static long More(Quote quote, Money paid)
    {
        if (quote.PointsMultipliers.Count == 0 || quote.Payable.IsZero)
            return 0;
        Int128 more = 0;
        foreach (var line in quote.Lines)
            if (line.Line.EarnsPoints && quote.PointsMultipliers.TryGetValue(line.LineNo, out var times))
                more += (Int128)line.Net.Fen * (times.Bp - Ratio.One.Bp);
        return Divide.Exact(more * paid.Fen / Ratio.One.Bp, quote.Payable.Fen, Rounding.Down);
    }

    private static Money NotEarning(TenderMix mix, EarnRule rule) =>
        (rule.OnPartPaidWithPoints ? Money.Zero : mix.Points)
        + (rule.OnPartPaidWithBonus ? Money.Zero : mix.Bonus)
        + (rule.OnPartPaidWithPrincipal ? Money.Zero : mix.Principal);

    /// <summary>10,000 bp reads 1, 15,000 bp reads 1.5.</summary>
    private static string Rate(Ratio ratio) =>
        ratio.Bp % 10 == 0 ? PricingWords.Zhe(new(ratio.Bp / 10)) : ratio.ToString();
}
