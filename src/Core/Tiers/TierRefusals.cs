namespace Shuke.Core.Tiers;

/// <summary>Why a tier decision says no.</summary>
public static class TierRefusals
{
    public static readonly Reason NotHigher = new(
        "tier_not_higher",
        RefusalKind.Rule,
        "{tier}不高于会员现在的{now},不需要体验或匹配。",
        "{tier} is not above {now}, which the member has already."
    );
}
