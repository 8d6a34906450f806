namespace Shuke.Core.Tiers;

/// <summary>How tiers explain themselves to members and staff.</summary>
public static class TierPhrases
{
    public static readonly Phrase Reached = new(
        "tier_reached",
        "已达到{tier}的条件,升级为{tier}。",
        "The rule of {tier} is met: upgraded to {tier}."
    );

    public static readonly Phrase Kept = new(
        "tier_kept",
        "有效期内达到{tier}的保级条件,继续保持。",
        "The rule to keep {tier} was met, so it stays."
    );

    public static readonly Phrase Dropped = new(
        "tier_dropped",
        "{old}已于 {until} 到期且未达到保级条件,调整为{tier}。",
        "{old} ended on {until} without being kept; the tier is now {tier}."
    );

    public static readonly Phrase Lowered = new(
        "tier_lowered_by_refund",
        "退款后不再满足{old}的条件,调整为{tier}。",
        "After the refund the rule of {old} is no longer met; the tier is now {tier}."
    );

    public static readonly Phrase Protected = new(
        "tier_protected",
        "{tier}已于 {until} 到期,但在保护期内,暂不降级。",
        "{tier} ended on {until} but is protected, so it stays for now."
    );

    public static readonly Phrase Awaits = new(
        "tier_awaits_approval",
        "已达到{tier}的条件,等待店长核准。",
        "The rule of {tier} is met; it waits for the manager's approval."
    );

    public static readonly Phrase Activated = new(
        "tier_activated",
        "会员已激活,{tier}的有效期从今天开始计算。",
        "The member is active; the term of {tier} begins today."
    );

    public static readonly Phrase Returned = new(
        "tier_loan_over",
        "{old}体验结束,恢复为{tier}。",
        "The trial of {old} is over; the tier is {tier} again."
    );

    public static readonly Phrase Lent = new(
        "tier_lent",
        "获得{tier}体验,至 {until}。",
        "{tier} on trial until {until}."
    );

    public static readonly Phrase Stays = new("tier_stays", "等级不变:{tier}。", "No change: {tier}.");

    public static readonly Phrase Given = new("tier_given", "已升级为{tier}。", "Upgraded to {tier}.");

    /// <summary>What is missing to rise, one phrase per metric.</summary>
    public static Phrase Rise(Metric metric) =>
        metric switch
        {
            Metric.ToppedUp => new(
                "tier_rise_topped_up",
                "再充值 {missing:money} 元升级{tier}",
                "Top up {missing:money} yuan more for {tier}"
            ),
            Metric.TopUpOnce => new(
                "tier_rise_topup_once",
                "单次充值满 {target:money} 元升级{tier}",
                "Top up {target:money} yuan at once for {tier}"
            ),
            Metric.Spent => new(
                "tier_rise_spent",
                "再消费 {missing:money} 元升级{tier}",
                "Spend {missing:money} yuan more for {tier}"
            ),
            Metric.PointsEarned => new(
                "tier_rise_points",
                "再获得 {missing:points} 积分升级{tier}",
                "Earn {missing:points} points more for {tier}"
            ),
            Metric.Growth => new(
                "tier_rise_growth",
                "再获得 {missing:points} 成长值升级{tier}",
                "Gain {missing:points} growth more for {tier}"
            ),
            Metric.Purchases => new(
                "tier_rise_purchases",
                "再消费 {missing:points} 次升级{tier}",
                "Buy {missing:points} times more for {tier}"
            ),
            Metric.Referrals => new(
                "tier_rise_referrals",
                "再推荐 {missing:points} 位朋友升级{tier}",
                "Bring {missing:points} more friends for {tier}"
            ),
            Metric.Tasks => new(
                "tier_rise_tasks",
                "再完成 {missing:points} 个任务升级{tier}",
                "Complete {missing:points} more tasks for {tier}"
            ),
            Metric.Profile => new("tier_rise_profile", "完善资料即可升级{tier}", "Complete the profile for {tier}"),
            Metric.Memberships => new(
                "tier_rise_memberships",
                "购买付费会员即可升级{tier}",
                "Buy a paid membership for {tier}"
            ),
        };

    /// <summary>What is missing to keep, one phrase per metric.</summary>
    public static Phrase Keep(Metric metric) =>
        metric switch
        {
            Metric.ToppedUp => new(
                "tier_keep_topped_up",
                "{until} 前再充值 {missing:money} 元可保持{tier}",
                "Top up {missing:money} yuan more by {until} to keep {tier}"
            ),
            Metric.TopUpOnce => new(
                "tier_keep_topup_once",
                "{until} 前单次充值满 {target:money} 元可保持{tier}",
                "Top up {target:money} yuan at once by {until} to keep {tier}"
            ),
            Metric.Spent => new(
                "tier_keep_spent",
                "{until} 前再消费 {missing:money} 元可保持{tier}",
                "Spend {missing:money} yuan more by {until} to keep {tier}"
            ),
            Metric.PointsEarned => new(
                "tier_keep_points",
                "{until} 前再获得 {missing:points} 积分可保持{tier}",
                "Earn {missing:points} points more by {until} to keep {tier}"
            ),
            Metric.Growth => new(
                "tier_keep_growth",
                "{until} 前再获得 {missing:points} 成长值可保持{tier}",
                "Gain {missing:points} growth more by {until} to keep {tier}"
            ),
            Metric.Purchases => new(
                "tier_keep_purchases",
                "{until} 前再消费 {missing:points} 次可保持{tier}",
                "Buy {missing:points} times more by {until} to keep {tier}"
            ),
            Metric.Referrals => new(
                "tier_keep_referrals",
                "{until} 前再推荐 {missing:points} 位朋友可保持{tier}",
                "Bring {missing:points} more friends by {until} to keep {tier}"
            ),
            Metric.Tasks => new(
                "tier_keep_tasks",
                "{until} 前再完成 {missing:points} 个任务可保持{tier}",
                "Complete {missing:points} more tasks by {until} to keep {tier}"
            ),
            Metric.Profile => new(
                "tier_keep_profile",
                "{until} 前完善资料可保持{tier}",
                "Complete the profile by {until} to keep {tier}"
            ),
            Metric.Memberships => new(
                "tier_keep_memberships",
                "{until} 前续费付费会员可保持{tier}",
                "Renew the paid membership by {until} to keep {tier}"
            ),
        };
}
