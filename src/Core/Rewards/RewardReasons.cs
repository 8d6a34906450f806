namespace Shuke.Core.Rewards;

/// <summary>Why a rule gives nothing, with how far away it is.</summary>
public static class RewardReasons
{
    public static readonly Reason NotYet = new(
        "reward_not_yet",
        RefusalKind.Rule,
        "活动从 {from} 开始。",
        "It begins on {from}."
    );

    public static readonly Reason Over = new(
        "reward_over",
        RefusalKind.Rule,
        "活动已于 {to} 结束。",
        "It ended on {to}."
    );

    public static readonly Reason OtherTime = new(
        "reward_other_time",
        RefusalKind.Rule,
        "现在不在活动时间,下一次是 {next}。",
        "Not at this time; the next day is {next}."
    );

    public static readonly Reason ConditionUnmet = new(
        "reward_condition_unmet",
        RefusalKind.Rule,
        "条件未满足:{why}。",
        "Not met: {why}."
    );

    public static readonly Reason OtherStore = new(
        "reward_other_store",
        RefusalKind.Rule,
        "该门店不参加这个活动。",
        "This store does not take part."
    );

    public static readonly Reason AmountTooSmall = new(
        "reward_amount_too_small",
        RefusalKind.Rule,
        "满 {min:money} 元才有奖励,还差 {short:money} 元。",
        "Needs {min:money} yuan; {short:money} yuan are missing."
    );

    public static readonly Reason OtherGoods = new(
        "reward_other_goods",
        RefusalKind.Rule,
        "小票里没有活动指定的商品。",
        "None of the goods named are on the ticket."
    );

    public static readonly Reason NotTheNth = new(
        "reward_not_the_nth",
        RefusalKind.Rule,
        "这是第 {n} 次,第 {nth} 次才有奖励。",
        "This is number {n}; the reward is for number {nth}."
    );

    public static readonly Reason NotEveryNth = new(
        "reward_not_every_nth",
        RefusalKind.Rule,
        "每 {every} 次奖励一次,还差 {short} 次。",
        "Every {every}th time; {short} more to go."
    );

    public static readonly Reason TooLate = new(
        "reward_too_late",
        RefusalKind.Rule,
        "距上次消费 {days} 天,超过 {max} 天。",
        "{days} days after the purchase before, more than {max}."
    );

    public static readonly Reason SumTooSmall = new(
        "reward_sum_too_small",
        RefusalKind.Rule,
        "累计满 {each:money} 元奖励一次,还差 {short:money} 元。",
        "Each {each:money} yuan together; {short:money} yuan are missing."
    );

    public static readonly Reason CapReached = new(
        "reward_cap_reached",
        RefusalKind.Rule,
        "{who}{window}最多 {max} 次,已经用完。",
        "{who} at most {max} times{window}; all are used."
    );

    public static readonly Reason BudgetGone = new(
        "reward_budget_gone",
        RefusalKind.Rule,
        "活动预算剩余 {left:money} 元,这次需要 {needed:money} 元。",
        "{left:money} yuan of the budget are left; this one needs {needed:money}."
    );

    public static readonly Reason GroupTaken = new(
        "reward_group_taken",
        RefusalKind.Rule,
        "同组活动只能享受一个,已享受「{other}」。",
        "Only one of its group; already given: {other}."
    );

    public static readonly Reason Blocked = new(
        "reward_member_blocked",
        RefusalKind.Rule,
        "该会员已被列入奖励黑名单。",
        "The member is on the list of those who get no rewards."
    );

    public static readonly Reason Nothing = new(
        "reward_nothing",
        RefusalKind.Rule,
        "按比例计算不足 1 个单位,没有可发放的奖励。",
        "The share comes to less than one unit, so there is nothing to give."
    );

    public static readonly Reason OtherName = new(
        "reward_other_event",
        RefusalKind.Rule,
        "这次发生的不是活动指定的事件。",
        "This is not the event the rule names."
    );

    public static readonly Reason NotHappened = new(
        "reward_not_happened",
        RefusalKind.Rule,
        "最近 {days} 天内没有发生「{event}」。",
        "In the last {days} days this did not happen: {event}."
    );

    public static readonly Reason AlreadyGiven = new(
        "reward_already_given",
        RefusalKind.Rule,
        "这次事件的奖励已经发放过。",
        "The reward for this was given already."
    );
}
