using System.ComponentModel.DataAnnotations;
using Shuke.Core.Conditions;
using Shuke.Core.Pricing.Promotions;

namespace Shuke.Server.Modules.Pricing;

public enum PromotionState
{
    Draft,

    /// <summary>Waits for somebody who may approve it.</summary>
    Waiting,

    /// <summary>Approved; the clock says whether it counts now.</summary>
    Active,
    Stopped,
}

[Table("promotion")]
internal sealed record PromotionRow(
    MerchantId MerchantId,
    PromotionId Id,
    string Name,
    string Kind,
    PromotionState State,
    long No,
    StaffId? CreatedBy,
    Instant CreatedAt,
    long Version
);

[Table("promotion_version")]
internal sealed record PromotionVersionRow(
    MerchantId MerchantId,
    PromotionId PromotionId,
    long No,
    string Name,
    string Body,
    Instant ValidFrom,
    Instant? ValidTo,
    StaffId? StaffId,
    string Who,
    Instant At
);

[Table("promotion_run")]
internal sealed record PromotionRunRow(
    MerchantId MerchantId,
    PromotionId PromotionId,
    long No,
    Instant FromAt,
    Instant? ToAt,
    StaffId? ApprovedBy
);

[Table("promotion_use")]
internal sealed record PromotionUseRow(
    MerchantId MerchantId,
    long Id,
    PromotionId PromotionId,
    long No,
    OrderId OrderId,
    StoreId StoreId,
    MemberId? MemberId,
    Money Discount,
    Money Sales,
    bool Limited,
    BusinessDay Day,
    Instant At,
    Instant? ReturnedAt
);

/// <summary>A promotion as it is entered; money in fen, ratios in basis points, times as moments.</summary>
/// <param name="Args">the kind with its arguments</param>
/// <param name="Where">who, where and when; null: everybody, always</param>
/// <param name="Group">promotions of one group exclude each other; empty: goes together with everything</param>
/// <param name="ValidTo">exclusive; null: until it is stopped or changed</param>
public sealed record PromotionForm(
    [StringLength(40, MinimumLength = 1)] string Name,
    OfferArgs Args,
    Instant ValidFrom,
    Instant? ValidTo = null,
    Clause? Where = null,
    [StringLength(20)] string Group = "",
    [Range(1, 1_000)] int Priority = 100,
    bool WithTierDiscount = false,
    bool WithCoupons = true,
    bool WithPoints = true,
    OfferLimits? Limits = null,
    [StringLength(200)] string Note = ""
)
{
    internal Promotion ToPromotion(PromotionId id, long no) =>
        new()
        {
            Id = id,
            Version = (int)no,
            Name = Name.Trim(),
            ValidFrom = ValidFrom,
            ValidTo = ValidTo,
            Args = Args,
            Where = Where ?? Clause.Always,
            Group = Group.Trim(),
            Priority = Priority,
            WithTierDiscount = WithTierDiscount,
            WithCoupons = WithCoupons,
            WithPoints = WithPoints,
            Limits = Limits ?? OfferLimits.None,
        };
}
