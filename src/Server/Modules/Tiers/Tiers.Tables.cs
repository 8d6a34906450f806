namespace Shuke.Server.Modules.Tiers;

[Table("tier")]
internal sealed record TierRow(
    MerchantId MerchantId,
    TierId Id,
    long Position,
    string Name,
    string Colour,
    string Description,
    Ratio PriceBp,
    Ratio MultiplierBp,
    string Upgrade,
    string Validity,
    string Pack,
    string Benefits,
    bool Active,
    long Version
);

[Table("member_tier")]
internal sealed record MemberTierRow(
    MerchantId MerchantId,
    MemberId MemberId,
    TierId TierId,
    BusinessDay Since,
    BusinessDay? Until,
    HowMoved How
);

[Table("tier_change")]
internal sealed record TierChangeRow(
    MerchantId MerchantId,
    long Id,
    MemberId MemberId,
    TierId FromTier,
    TierId ToTier,
    HowMoved How,
    string WhyZh,
    string WhyEn,
    string DocumentKind,
    string DocumentId,
    StaffId? StaffId,
    string Reason,
    BusinessDay Day,
    Instant At
);

[Table("benefit_use")]
internal sealed record BenefitUseRow(
    MerchantId MerchantId,
    long Id,
    MemberId MemberId,
    BenefitId BenefitId,
    string Period,
    long? Slot,
    OrderId? OrderId,
    BusinessDay Day,
    Instant At,
    Instant? ReturnedAt
);

/// <summary>Why a member asks for a tier: its rule is met but needs approval, or another brand's card shall be matched.</summary>
public enum TierRequestKind
{
    Rule,
    Match,
}

public enum TierRequestState
{
    Open,
    Approved,
    Refused,
}

[Table("tier_request")]
internal sealed record TierRequestRow(
    MerchantId MerchantId,
    TierRequestId Id,
    MemberId MemberId,
    TierId TierId,
    TierRequestKind Kind,
    string Proof,
    TierRequestState State,
    StaffId? AskedBy,
    Instant AskedAt,
    StaffId? DecidedBy,
    Instant? DecidedAt,
    string Note
);

[Table("tier_loan")]
internal sealed record TierLoanRow(
    MerchantId MerchantId,
    long Id,
    MemberId MemberId,
    TierId TierId,
    BusinessDay First,
    BusinessDay Last,
    TierId OwnTier,
    BusinessDay OwnSince,
    BusinessDay? OwnUntil,
    StaffId? StaffId,
    string Reason,
    Instant? EndedAt
);
