using Shuke.Core.Ledger;

namespace Shuke.Core.Tiers;

/// <summary>What is measured. Amounts are fen for money and plain numbers otherwise.</summary>
public enum Metric
{
    /// <summary>Paid top-ups together, fen.</summary>
    ToppedUp,

    /// <summary>The largest single top-up, fen.</summary>
    TopUpOnce,

    /// <summary>Turnover net of refunds, fen.</summary>
    Spent,

    /// <summary>Points earned, net of points taken back.</summary>
    PointsEarned,

    Growth,

    /// <summary>Paid tickets.</summary>
    Purchases,

    /// <summary>Members brought in by this one.</summary>
    Referrals,

    /// <summary>Tasks completed.</summary>
    Tasks,

    /// <summary>1 once the profile is complete.</summary>
    Profile,

    /// <summary>Paid memberships bought.</summary>
    Memberships,
}

public enum WindowKind
{
    SinceJoining,
    Month,
    Quarter,
    Year,

    /// <summary>The last N days, today included.</summary>
    RollingDays,
}

/// <summary>A stretch of business days, both ends included.</summary>
public readonly record struct DaySpan(BusinessDay First, BusinessDay Last);

/// <summary>Over which days a metric is summed.</summary>
public readonly record struct Window(WindowKind Kind, int Days = 0)
{
    /// <summary>The window that holds this day.</summary>
    public DaySpan Around(BusinessDay day, BusinessDay joined) =>
        Kind switch
        {
            WindowKind.SinceJoining => new(joined, day),
            WindowKind.Month => new(day.FirstOfMonth, day.LastOfMonth),
            WindowKind.Quarter => new(
                BusinessDay.Of(day.Date.Year, (day.Date.Month - 1) / 3 * 3 + 1, 1),
                Expiry.LastOf(day, EndOf.Quarter)
            ),
            WindowKind.Year => new(BusinessDay.Of(day.Date.Year, 1, 1), Expiry.LastOf(day, EndOf.Year)),
            WindowKind.RollingDays => new(day.AddDays(1 - Days), day),
        };

    public bool IsNatural => Kind is WindowKind.Month or WindowKind.Quarter or WindowKind.Year;
}

public sealed record Condition(Metric Metric, Window Window, long AtLeast);

public enum Match
{
    Any,
    All,
}

/// <summary>At once when reached, or when the natural period is over.</summary>
public enum UpgradeWhen
{
    AtOnce,
    PeriodEnd,
}

/// <summary>How a tier is reached. A tier without conditions is given by hand or by a top-up only.</summary>
/// <param name="NeedsApproval">reaching it only asks the manager, who says yes or no (系统核准)</param>
public sealed record UpgradeRule(
    Match Match,
    IReadOnlyList<Condition> Conditions,
    UpgradeWhen When = UpgradeWhen.AtOnce,
    bool NeedsApproval = false
)
{
    public static readonly UpgradeRule ByHand = new(Match.All, []);
}

public enum ValidityKind
{
    Never,

    /// <summary>N months from the last upgrade or keep.</summary>
    Months,

    /// <summary>To the end of the N-th natural year: 1 = to the end of next year, 0 = of this year.</summary>
    YearEnd,
}

/// <summary>How long a tier lasts.</summary>
public readonly record struct Validity(ValidityKind Kind, int N = 0)
{
    /// <summary>The last day of the tier; null = it does not end. Twelve months from 29 February end on 28 February.</summary>
    public BusinessDay? LastDay(BusinessDay from) =>
        Kind switch
        {
            ValidityKind.Never => null,
            ValidityKind.Months => from.AddMonths(N),
            ValidityKind.YearEnd => BusinessDay.Of(from.Date.Year + N, 12, 31),
        };
}

/// <summary>A reward of a pack that is counted: vouchers or uses of a service.</summary>
public sealed record PackTimes(AssetId Asset, int Count);

/// <summary>What a member is given on reaching a tier, once per tier (升级礼包).</summary>
public sealed record TierPack(long Points, Money Bonus, IReadOnlyList<PackTimes> Times)
{
    public static readonly TierPack Empty = new(0, Money.Zero, []);

    public bool IsEmpty => Points == 0 && Bonus.IsZero && Times.Count == 0;
}

/// <summary>One tier (等级) of a merchant.</summary>
/// <param name="Order">the base tier has the lowest; higher is better</param>
/// <param name="PriceRatio">what a member of this tier pays: 9,500 bp = 95 折</param>
/// <param name="PointsMultiplier">10,000 bp = points once</param>
/// <param name="Keep">what keeps it, measured over its validity; null = the same as the upgrade rule</param>
/// <param name="Benefits">other benefits, in the merchant's words</param>
public sealed record TierDef(
    TierId Id,
    int Order,
    string Name,
    Ratio PriceRatio,
    Ratio PointsMultiplier,
    UpgradeRule Upgrade,
    UpgradeRule? Keep,
    Validity Validity,
    TierPack Pack,
    string Benefits
);

/// <summary>Where a member goes whose tier has ended without being kept.</summary>
public enum Downgrade
{
    /// <summary>To the highest tier whose rule is met by what was reached in the period. The default.</summary>
    ToTierMet,
    OneDown,

    /// <summary>Tiers are never lost.</summary>
    Off,
}

/// <summary>What a refund may do to a tier.</summary>
public enum AfterRefund
{
    /// <summary>Growth goes back, the tier is looked at when it ends. The default (spec 18).</summary>
    AtReview,
    AtOnce,

    /// <summary>What was reached counts at the review even if goods came back later.</summary>
    Never,
}

/// <summary>How often a member gets the pack of one tier.</summary>
public enum PackAgain
{
    OncePerTier,

    /// <summary>Again when the tier is reached anew after it was lost.</summary>
    AfterDrop,
}

/// <param name="GraceDays">days after the last day on which the tier is still honoured and can still be kept</param>
public sealed record TierPolicy(Downgrade Downgrade, int GraceDays, AfterRefund AfterRefund)
{
    public static readonly TierPolicy Default = new(Downgrade.ToTierMet, 0, AfterRefund.AtReview);

    /// <summary>For decisions made beside a ticket: only the night's review keeps or lowers a tier that has ended.</summary>
    public static readonly TierPolicy RiseOnly = Default with { Downgrade = Downgrade.Off };

    public PackAgain PackAgain { get; init; }

    /// <summary>In the first months after joining no tier is lost; 12 = the first year. 0 = no protection.</summary>
    public int ProtectedMonths { get; init; }

    /// <summary>No tier is lost in the month of the birthday.</summary>
    public bool ProtectBirthMonth { get; init; }
}
