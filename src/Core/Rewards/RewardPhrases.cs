namespace Shuke.Core.Rewards;

/// <summary>What grants, holds and limits say.</summary>
public static class RewardPhrases
{
    internal static readonly Phrase Each = new("each", "每位会员", "Each member");
    internal static readonly Phrase All = new("all", "所有会员共", "All members together");

    internal static readonly Phrase HeldForReview = new(
        "held_for_review",
        "该规则的奖励需要人工审核。",
        "Rewards of this rule wait for a person."
    );

    internal static readonly Phrase HeldTooMany = new(
        "held_too_many",
        "今天第 {n} 个奖励,超过每日 {max} 个,需要人工审核。",
        "Reward number {n} today, above {max} a day: a person has to look."
    );

    internal static readonly Phrase HeldRefunds = new(
        "held_refunds",
        "最近 30 天退货 {n} 次,需要人工审核。",
        "{n} tickets given back in the last 30 days: a person has to look."
    );

    internal static readonly Phrase HeldDevice = new(
        "held_device",
        "同一设备或付款账户下有 {n} 位会员,需要人工审核。",
        "{n} members use the same device or payment account: a person has to look."
    );

    internal static readonly Phrase HeldCostly = new(
        "held_costly",
        "奖励价值 {cost:money} 元,超过 {max:money} 元,需要人工审核。",
        "The reward is worth {cost:money} yuan, above {max:money}: a person has to look."
    );

    internal static readonly Phrase HeldDays = new(
        "held_days",
        "{days} 天后退货期结束时发放。",
        "Given when the {days} days for returns are over."
    );

    /// <summary>Why a reward waits that a person put into the queue by hand or a referral looked odd.</summary>
    public static readonly Phrase HeldOdd = new("held_odd", "{why},需要人工审核。", "{why}: a person has to look.");

    private static readonly Phrase WhyOnce = new(
        "reward_why",
        "{day} {event},符合「{rule}」(第 {version} 版)。",
        "{day}, {event}: fits rule {rule}, version {version}."
    );

    private static readonly Phrase WhyAmount = new(
        "reward_why_amount",
        "{day} {event} {amount:money} 元,符合「{rule}」(第 {version} 版)。",
        "{day}, {event}, {amount:money} yuan: fits rule {rule}, version {version}."
    );

    private static readonly Phrase WhyTimes = new(
        "reward_why_times",
        "{day} {event} {amount:money} 元,累计又满 {times} 次,符合「{rule}」(第 {version} 版)。",
        "{day}, {event}, {amount:money} yuan, {times} more steps reached: fits rule {rule}, version {version}."
    );

    public static Sentence Why(RewardRule rule, RewardEvent happened, int times)
    {
        var phrase =
            times > 1 ? WhyTimes
            : happened.Amount.IsPositive ? WhyAmount
            : WhyOnce;
        return new(
            phrase,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["day"] = happened.Day,
                ["event"] = Event(happened.Kind),
                ["amount"] = happened.Amount.Fen,
                ["times"] = times,
                ["rule"] = rule.Name,
                ["version"] = rule.Version,
            }
        );
    }

    internal static Phrase Window(CapWindow window) =>
        window switch
        {
            CapWindow.Ever => new("ever", "", ""),
            CapWindow.Day => new("a_day", "每天", " a day"),
            CapWindow.Week => new("a_week", "每周", " a week"),
            CapWindow.Month => new("a_month", "每月", " a month"),
            CapWindow.Year => new("a_year", "每年", " a year"),
        };

    /// <summary>What happened, in a word.</summary>
    public static Phrase Event(Happening kind) =>
        kind switch
        {
            Happening.Registered => new("registered", "注册", "registered"),
            Happening.ProfileCompleted => new("profile_completed", "完善资料", "completed the profile"),
            Happening.Purchased => new("purchased", "消费", "purchased"),
            Happening.ToppedUp => new("topped_up", "充值", "topped up"),
            Happening.TierUp => new("tier_up", "升级", "rose a tier"),
            Happening.TierDown => new("tier_down", "降级", "fell a tier"),
            Happening.CheckedIn => new("checked_in", "签到", "checked in"),
            Happening.Referred => new("referred", "推荐好友注册", "referral registered"),
            Happening.FriendPurchased => new("friend_purchased", "好友首次消费", "friend's first purchase"),
            Happening.TaskDone => new("task_done", "完成任务", "finished a task"),
            Happening.BadgeEarned => new("badge_earned", "获得勋章", "earned a badge"),
            Happening.Custom => new("custom", "自定义事件", "own event"),
            Happening.Birthday => new("birthday", "生日", "birthday"),
            Happening.Anniversary => new("anniversary", "入会周年", "anniversary"),
            Happening.Festival => new("festival", "节日", "festival"),
            Happening.NotSeen => new("not_seen", "久未到店", "not seen for long"),
            Happening.PointsExpiring => new("points_expiring", "积分即将到期", "points about to expire"),
            Happening.TierEnding => new("tier_ending", "等级即将到期", "tier about to end"),
        };
}
