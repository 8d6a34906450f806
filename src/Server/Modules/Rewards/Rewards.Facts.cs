using Shuke.Core.Rewards;

namespace Shuke.Server.Modules.Rewards;

/// <summary>A member was given a reward by a rule, a draw, a task, a badge or for checking in.</summary>
public sealed record RewardGiven(
    MerchantId MerchantId,
    RewardGrantId GrantId,
    GrantSource Source,
    MemberId MemberId,
    string SaysZh,
    string SaysEn,
    BusinessDay Day,
    Instant At
) : IFact
{
    public static string Name => "rewards.given.v1";
}

/// <summary>A reward, or a part of it, was taken back after goods came back.</summary>
public sealed record RewardTakenBack(
    MerchantId MerchantId,
    RewardGrantId GrantId,
    MemberId MemberId,
    BusinessDay Day,
    Instant At
) : IFact
{
    public static string Name => "rewards.taken_back.v1";
}

/// <summary>A rule wants a member to be told something; who sends messages decides how.</summary>
public sealed record RewardMessage(
    MerchantId MerchantId,
    RewardGrantId GrantId,
    MemberId MemberId,
    string TextZh,
    string TextEn,
    Instant At
) : IFact
{
    public static string Name => "rewards.message.v1";
}

/// <summary>A reward holds coupons; they are issued a moment later, so that a batch that is out of stock stops nothing else.</summary>
public sealed record CouponsPromised(
    MerchantId MerchantId,
    RewardGrantId GrantId,
    MemberId MemberId,
    CouponTemplateId TemplateId,
    int Count,
    string Title,
    Instant At
) : IFact
{
    public static string Name => "rewards.coupons_promised.v1";
}

/// <summary>A member finished a task.</summary>
public sealed record TaskFinished(
    MerchantId MerchantId,
    RewardTaskId TaskId,
    MemberId MemberId,
    BusinessDay Day,
    Instant At
) : IFact
{
    public static string Name => "rewards.task_done.v1";
}

/// <summary>A member reached a level of a badge.</summary>
public sealed record BadgeReached(
    MerchantId MerchantId,
    BadgeId BadgeId,
    MemberId MemberId,
    int Level,
    BusinessDay Day,
    Instant At
) : IFact
{
    public static string Name => "rewards.badge.v1";
}

/// <summary>A member exchanged points for something of the redemption list.</summary>
public sealed record PointsRedeemed(
    MerchantId MerchantId,
    RedeemedId RedeemedId,
    RedemptionId RedemptionId,
    MemberId MemberId,
    string Title,
    int Count,
    long Points,
    BusinessDay Day,
    Instant At
) : IFact
{
    public static string Name => "rewards.redeemed.v1";
}

/// <summary>A member drew.</summary>
public sealed record MemberDrew(
    MerchantId MerchantId,
    DrawId DrawId,
    long Round,
    long Number,
    MemberId MemberId,
    PrizeId PrizeId,
    DrawTurn Turn,
    BusinessDay Day,
    Instant At
) : IFact
{
    public static string Name => "rewards.drew.v1";
}
