using System.ComponentModel.DataAnnotations;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Tiers;

/// <summary>A condition of a rule on the wire and in the table: a metric over a window must reach a number (fen for money).</summary>
public sealed record ConditionForm(
    Metric Metric,
    WindowKind Window,
    [Range(1, Money.FenMax)] long AtLeast,
    [Range(0, 3_660)] int Days = 0
)
{
    public Condition ToCondition() => new(Metric, new(Window, Days), AtLeast);
}

/// <summary>What keeps a tier, measured over its term.</summary>
public sealed record KeepForm(Match Match, [MaxLength(10)] IReadOnlyList<ConditionForm> Conditions)
{
    public UpgradeRule ToRule() => new(Match, [.. Conditions.Select(c => c.ToCondition())]);
}

/// <summary>How a tier is reached; without conditions by hand or by a top-up only.</summary>
/// <param name="NeedsApproval">reaching it only asks the manager</param>
/// <param name="Keep">what keeps it; null = the same conditions</param>
public sealed record RuleForm(
    Match Match,
    UpgradeWhen When,
    [MaxLength(10)] IReadOnlyList<ConditionForm> Conditions,
    bool NeedsApproval = false,
    KeepForm? Keep = null
)
{
    public static readonly RuleForm ByHand = new(Match.All, UpgradeWhen.AtOnce, []);

    public UpgradeRule ToRule() => new(Match, [.. Conditions.Select(c => c.ToCondition())], When, NeedsApproval);
}

/// <summary>How long a tier lasts: never ends, N months, or to the end of the N-th year after.</summary>
public sealed record ValidityForm(ValidityKind Kind, [Range(0, 120)] int N = 0)
{
    public Validity ToValidity() => new(Kind, N);
}

/// <summary>Vouchers of a pack.</summary>
public sealed record PackVouchers(AssetId Asset, [Range(1, 100)] int Count);

/// <summary>The upgrade pack (升级礼包): points, bonus in fen, vouchers.</summary>
public sealed record PackForm(
    [Range(0, 1_000_000)] long Points,
    Money Bonus,
    [MaxLength(10)] IReadOnlyList<PackVouchers> Vouchers
)
{
    public static readonly PackForm Empty = new(0, Money.Zero, []);

    public TierPack ToPack() => new(Points, Bonus, [.. Vouchers.Select(v => new PackTimes(v.Asset, v.Count))]);
}

/// <summary>A benefit (权益) of a tier.</summary>
/// <param name="Id">none for a new one</param>
/// <param name="Limit">uses per period; 0 = as often as one likes</param>
/// <param name="Covers">for a free item: the goods it can be</param>
/// <param name="Day">day of the month on which it can be used (tier day) or is issued; 0 = any day, for packs the first</param>
/// <param name="Pack">for a monthly pack: what it holds</param>
public sealed record BenefitForm(
    BenefitId? Id,
    BenefitKind Kind,
    [StringLength(60, MinimumLength = 1)] string TitleZh,
    [StringLength(120)] string TitleEn,
    BenefitPeriod Period,
    [Range(0, 1_000)] int Limit,
    Covers? Covers = null,
    [Range(0, 28)] int Day = 0,
    PackForm? Pack = null
);
