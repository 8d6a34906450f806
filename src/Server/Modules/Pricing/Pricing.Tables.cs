using Shuke.Core.Coupons;

namespace Shuke.Server.Modules.Pricing;

public enum TemplateState
{
    Draft,
    Active,
    Stopped,
}

[Table("coupon_template")]
internal sealed record CouponTemplateRow(
    MerchantId MerchantId,
    CouponTemplateId Id,
    string Name,
    CouponKind Kind,
    TemplateState State,
    long TermsNo,
    long? Stock,
    long Issued,
    long? PerMember,
    string Note,
    StaffId? CreatedBy,
    Instant CreatedAt,
    long Version
);

[Table("coupon_terms")]
internal sealed record CouponTermsRow(
    MerchantId MerchantId,
    CouponTemplateId TemplateId,
    long No,
    string Terms,
    StaffId? StaffId,
    string Who,
    Instant At
);

/// <summary>How coupons came to their holders.</summary>
public enum CouponSource
{
    /// <summary>Staff named the members.</summary>
    List,

    /// <summary>All members of a choice.</summary>
    Segment,

    /// <summary>Codes to hand out.</summary>
    Codes,
    Page,

    /// <summary>A word everybody may know.</summary>
    Word,
    Pack,

    /// <summary>A rule gave them.</summary>
    Rule,

    /// <summary>To make up for something.</summary>
    Refund,
}

public enum BatchState
{
    Running,
    Paused,
    Done,
    Cancelled,
    StockOut,
    Voiding,
    Void,
}

[Table("coupon_batch")]
internal sealed record CouponBatchRow(
    MerchantId MerchantId,
    CouponBatchId Id,
    CouponTemplateId TemplateId,
    long TermsNo,
    CouponSource Source,
    string Title,
    string Audience,
    BatchState State,
    long Wanted,
    long Issued,
    long Skipped,
    long Voided,
    long Cursor,
    JobId? JobId,
    StaffId? CreatedBy,
    Instant CreatedAt,
    Instant? EndedAt
);

[Table("coupon")]
internal sealed record CouponRow(
    MerchantId MerchantId,
    CouponId Id,
    CouponTemplateId TemplateId,
    long TermsNo,
    CouponBatchId BatchId,
    MemberId? MemberId,
    MemberId? IssuedTo,
    long? Nth,
    byte[]? CodeHash,
    long CodeNo,
    CouponState State,
    Instant ValidFrom,
    Instant ValidTo,
    string? LockedFor,
    Instant? LockedUntil,
    Instant At
)
{
    public CouponFacts Facts => new(Id, State, MemberId, ValidFrom, ValidTo, LockedFor, LockedUntil);
}

[Table("coupon_use")]
internal sealed record CouponUseRow(
    MerchantId MerchantId,
    long Id,
    CouponId CouponId,
    CouponTemplateId TemplateId,
    CouponBatchId BatchId,
    OrderId OrderId,
    StoreId StoreId,
    MemberId? MemberId,
    Money Discount,
    Money Sales,
    BusinessDay Day,
    Instant At,
    Instant? ReturnedAt
);

[Table("coupon_word")]
internal sealed record CouponWordRow(
    MerchantId MerchantId,
    string Word,
    CouponTemplateId TemplateId,
    CouponBatchId BatchId,
    long? TotalMax,
    long Taken,
    bool Active,
    Instant CreatedAt
);

[Table("coupon_pool")]
internal sealed record CouponPoolRow(
    MerchantId MerchantId,
    CouponTemplateId TemplateId,
    long No,
    string CodeSealed,
    byte[] CodeHash
);

[Table("coupon_pool_use")]
internal sealed record CouponPoolUseRow(MerchantId MerchantId, CouponTemplateId TemplateId, long No, CouponId CouponId);

[Table("claim_page")]
internal sealed record ClaimPageRow(
    MerchantId MerchantId,
    ClaimPageId Id,
    string Code,
    string Title,
    CouponTemplateId TemplateId,
    CouponBatchId BatchId,
    long? TotalMax,
    long Claimed,
    long PerPerson,
    long? PerAddress,
    Instant StartsAt,
    Instant EndsAt,
    bool Active,
    Instant CreatedAt,
    long Version
);

[Table("coupon_claim")]
internal sealed record CouponClaimRow(
    MerchantId MerchantId,
    ClaimPageId PageId,
    byte[] Claimer,
    long Nth,
    string Ticket,
    CouponId CouponId,
    string Address,
    Instant At
);

public enum GiftState
{
    Open,
    Taken,
    Withdrawn,
}

[Table("coupon_gift")]
internal sealed record CouponGiftRow(
    MerchantId MerchantId,
    CouponGiftId Id,
    CouponId CouponId,
    MemberId FromMember,
    byte[] CodeHash,
    GiftState State,
    Instant Until,
    MemberId? ToMember,
    string? Ticket,
    Instant At,
    Instant? TakenAt
);

[Table("coupon_pack")]
internal sealed record CouponPackRow(
    MerchantId MerchantId,
    CouponPackId Id,
    string Name,
    Money? Declared,
    string Parts,
    bool Active,
    Instant CreatedAt,
    long Version
);
