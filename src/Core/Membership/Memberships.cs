using Shuke.Core.Tiers;

namespace Shuke.Core.Membership;

/// <summary>A paid membership as it is sold (付费会员): a price for a number of months, what it gives, a pack at the start.</summary>
/// <param name="Months">1, 3, 12 ...; the term ends the day before the same day of the month</param>
/// <param name="TrialDays">free days, once per member and plan; 0 = none</param>
/// <param name="Price">what the member pays at the till as a share of the price, 9,000 bp = 9折; One = no discount</param>
public sealed record MembershipTerms(
    string Name,
    int Months,
    Money Fee,
    int TrialDays,
    Ratio Price,
    Ratio PointsMultiplier,
    TierPack Pack
);

/// <summary>A stretch of membership that was paid for, or given as a trial.</summary>
/// <param name="First">first and last day, both included</param>
/// <param name="Paid">zero for a trial</param>
public sealed record MembershipTerm(BusinessDay First, BusinessDay Last, Money Paid)
{
    public int Days => Last.Date.DayNumber - First.Date.DayNumber + 1;

    public bool Covers(BusinessDay day) => First <= day && day <= Last;
}

/// <param name="Pack">what to grant now; null for a renewal, which gives no opening pack again</param>
public sealed record MembershipSold(MembershipTerm Term, TierPack? Pack);

/// <summary>What comes back when a membership is given up.</summary>
/// <param name="DaysUsed">days counted as used, today included</param>
/// <param name="DaysLeft">days that are paid back</param>
/// <param name="InFull">within seven days and nothing was used of it</param>
public sealed record MembershipRefund(Money Refund, int DaysUsed, int DaysLeft, int Days, bool InFull);

public static class Memberships
{
    /// <summary>Days after payment in which an unused membership is refunded in full (法释〔2025〕4号, article 14).</summary>
    public const int CoolingOffDays = 7;

    /// <summary>Bought today: begins today, or the day after the term that is still running.</summary>
    /// <param name="runningUntil">last day of the member's running terms of any plan; null = none</param>
    /// <param name="boughtBefore">whether this plan was ever bought; then it is a renewal, without the opening pack</param>
    public static MembershipSold Buy(
        MembershipTerms plan,
        BusinessDay? runningUntil,
        bool boughtBefore,
        BusinessDay today
    )
    {
        var first = runningUntil is { } last && last >= today ? last.AddDays(1) : today;
        var term = new MembershipTerm(first, first.AddMonths(plan.Months).AddDays(-1), plan.Fee);
        return new(term, boughtBefore || plan.Pack.IsEmpty ? null : plan.Pack);
    }

    /// <summary>A free trial: once per member and plan, and only for somebody who has no membership now.</summary>
    public static Outcome<MembershipSold> Try(
        MembershipTerms plan,
        BusinessDay? runningUntil,
        bool hadBefore,
        BusinessDay today
    )
    {
        if (plan.TrialDays == 0)
            return MembershipReasons.NoTrial.With(("plan", plan.Name));
        if (hadBefore)
            return MembershipReasons.TrialUsed.With(("plan", plan.Name));
        if (runningUntil >= today)
            return MembershipReasons.Running.With(("until", runningUntil));
        return new MembershipSold(new(today, today.AddDays(plan.TrialDays - 1), Money.Zero), null);
    }

    /// <summary>
    /// Refund by remaining days: paid x days left / days of the term, today counts as used, rounded to the nearest fen
    /// (article 22: an unlimited-use card is settled by remaining time). Within seven days of payment an unused one is
    /// refunded in full; a term that has not begun too; after the last day nothing is left.
    /// </summary>
    /// <param name="used">whether a benefit of it was used or its opening pack given</param>
    public static Outcome<MembershipRefund> Refund(
        MembershipTerm term,
        BusinessDay boughtOn,
        bool used,
        BusinessDay today
    )
    {
        if (!term.Paid.IsPositive)
            return MembershipReasons.NothingPaid;
        if (today > term.Last)
            return MembershipReasons.Over.With(("until", term.Last));
        var gone = Math.Clamp(today.Date.DayNumber - term.First.Date.DayNumber + 1, 0, term.Days);
        var isFresh = today <= boughtOn.AddDays(CoolingOffDays);
        if (gone == 0 || (isFresh && !used))
            return new MembershipRefund(term.Paid, 0, term.Days, term.Days, true);
        var left = term.Days - gone;
        var refund = Divide.Exact((Int128)term.Paid.Fen * left, term.Days, Rounding.HalfUp);
        return new MembershipRefund(new(refund), gone, left, term.Days, false);
    }
}

/// <summary>Why a membership is not sold, tried or refunded.</summary>
public static class MembershipReasons
{
    public static readonly Reason NoTrial = new(
        "membership_no_trial",
        RefusalKind.Rule,
        "「{plan}」没有免费体验。",
        "{plan} has no free trial."
    );

    public static readonly Reason TrialUsed = new(
        "membership_trial_used",
        RefusalKind.Rule,
        "该会员已经有过「{plan}」,每人只能体验一次。",
        "The member has had {plan} before; a trial is given once."
    );

    public static readonly Reason Running = new(
        "membership_running",
        RefusalKind.Conflict,
        "该会员的付费会员有效至 {until},到期后才能体验。",
        "A membership is running until {until}; a trial can begin after it."
    );

    public static readonly Reason NothingPaid = new(
        "membership_nothing_paid",
        RefusalKind.Rule,
        "免费体验没有付款,不用退款,可以直接取消。",
        "A trial was not paid for, so there is nothing to refund. End it instead."
    );

    public static readonly Reason Over = new(
        "membership_over",
        RefusalKind.Rule,
        "已于 {until} 到期,没有剩余天数可退。",
        "It ended on {until}; no days are left to refund."
    );
}
