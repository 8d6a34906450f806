namespace Shuke.Core.Rewards;

/// <summary>What must be known to judge a referral (spec 8.8, T12).</summary>
/// <param name="FriendPurchases">tickets of the friend so far</param>
/// <param name="FriendDays">days since the friend joined</param>
/// <param name="InviterToday">friends the inviter brought today</param>
/// <param name="DeviceFriends">referrals from the friend's device, address or payment account in the last 30 days</param>
public sealed record ReferralFacts(
    MemberId Inviter,
    MemberId Friend,
    bool FriendHasInviter,
    bool FriendInvitedInviter,
    long FriendPurchases,
    int FriendDays,
    int InviterToday,
    int InviterEver,
    bool SameDevice,
    int DeviceFriends
);

/// <summary>How many friends are too many; 0 = no limit.</summary>
/// <param name="PerDaySuspect">more than so many a day wait for a person</param>
/// <param name="PerDayMax">more than so many a day are refused</param>
/// <param name="PerDeviceMax">more than so many from one device in 30 days are refused</param>
public sealed record ReferralLimits(
    int FriendDaysMax = 30,
    int PerDaySuspect = 5,
    int PerDayMax = 20,
    int PerDeviceMax = 3,
    int EverMax = 0
)
{
    public static readonly ReferralLimits Shipped = new();
}

/// <summary>A referral is taken on, taken on but looked at by a person first, or refused.</summary>
/// <param name="Suspect">why a person looks first; null = nothing odd</param>
public sealed record ReferralPlan(Phrase? Suspect);

/// <summary>Member brings member, without farms (spec 8.8).</summary>
public static class Referrals
{
    public static readonly Reason Self = new(
        "referral_self",
        RefusalKind.Rule,
        "不能推荐自己。",
        "Nobody can refer themselves."
    );

    public static readonly Reason HasInviter = new(
        "referral_taken",
        RefusalKind.Conflict,
        "该会员已经有推荐人。",
        "The member was referred already."
    );

    public static readonly Reason Circle = new(
        "referral_circle",
        RefusalKind.Rule,
        "互相推荐无效:推荐人正是由该会员推荐来的。",
        "The referrer was brought by this very member."
    );

    public static readonly Reason NotNew = new(
        "referral_not_new",
        RefusalKind.Rule,
        "只有新会员才能登记推荐人:该会员已入会 {days} 天、消费 {purchases} 次。",
        "Only a new member can name a referrer: joined {days} days ago, {purchases} purchases."
    );

    public static readonly Reason TooManyToday = new(
        "referral_too_many_today",
        RefusalKind.TooMany,
        "推荐人今天已推荐 {n} 人,达到每天 {max} 人的上限。",
        "The referrer brought {n} people today; {max} a day is the limit."
    );

    public static readonly Reason TooManyOnDevice = new(
        "referral_too_many_on_device",
        RefusalKind.TooMany,
        "同一设备 30 天内已登记 {n} 位被推荐人,达到上限。",
        "{n} referrals came from this device within 30 days, which is the limit."
    );

    public static readonly Reason TooManyEver = new(
        "referral_too_many",
        RefusalKind.TooMany,
        "推荐人累计推荐已达 {max} 人的上限。",
        "The referrer has reached the limit of {max} friends."
    );

    private static readonly Phrase SameDevice = new(
        "same_device",
        "推荐人与被推荐人使用同一设备",
        "Both use the same device"
    );

    private static readonly Phrase Fast = new("fast", "推荐人当天推荐人数偏多", "Many referrals in one day");

    public static Outcome<ReferralPlan> Decide(ReferralFacts facts, ReferralLimits limits)
    {
        if (facts.Inviter == facts.Friend)
            return Self;
        if (facts.FriendHasInviter)
            return HasInviter;
        if (facts.FriendInvitedInviter)
            return Circle;
        if (facts.FriendPurchases > 0 || (limits.FriendDaysMax > 0 && facts.FriendDays > limits.FriendDaysMax))
            return NotNew.With(("days", facts.FriendDays), ("purchases", facts.FriendPurchases));
        if (limits.PerDeviceMax > 0 && facts.DeviceFriends >= limits.PerDeviceMax)
            return TooManyOnDevice.With(("n", facts.DeviceFriends));
        if (limits.PerDayMax > 0 && facts.InviterToday >= limits.PerDayMax)
            return TooManyToday.With(("n", facts.InviterToday), ("max", limits.PerDayMax));
        if (limits.EverMax > 0 && facts.InviterEver >= limits.EverMax)
            return TooManyEver.With(("max", limits.EverMax));

        return new ReferralPlan(
            facts.SameDevice ? SameDevice
            : limits.PerDaySuspect > 0 && facts.InviterToday >= limits.PerDaySuspect ? Fast
            : null
        );
    }
}
