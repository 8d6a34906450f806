namespace Shuke.Server.Modules.Rewards;

/// <summary>Why a form of rewards is not saved, or a turn is not played.</summary>
public static class RewardRefusals
{
    public static readonly Reason EffectsMissing = new(
        "reward_effects_missing",
        RefusalKind.Rule,
        "请至少填写一项奖励。",
        "Name at least one thing the rule gives."
    );

    public static readonly Reason EffectInvalid = new(
        "reward_effect_invalid",
        RefusalKind.Rule,
        "第 {no} 项奖励不完整:{what}。",
        "Reward number {no} is not complete: {what}."
    );

    public static readonly Reason TriggerInvalid = new(
        "reward_trigger_invalid",
        RefusalKind.Rule,
        "触发条件不完整:{what}。",
        "The trigger is not complete: {what}."
    );

    public static readonly Reason CapInvalid = new(
        "reward_cap_invalid",
        RefusalKind.Rule,
        "限制必须大于 0,同一范围和周期只能有一个。",
        "A limit must be above 0, and there may be one for each scope and period."
    );

    public static readonly Reason SameState = new(
        "reward_state_unchanged",
        RefusalKind.Conflict,
        "该规则已经是这个状态。",
        "The rule is in this state already."
    );

    public static readonly Reason NotHeld = new(
        "reward_not_held",
        RefusalKind.Conflict,
        "这笔奖励已经处理过。",
        "This reward was decided on already."
    );

    public static readonly Reason PrizesInvalid = new(
        "draw_prizes_invalid",
        RefusalKind.Rule,
        "奖品不完整:需要 2 到 20 个奖项,其中恰好一个是「未中奖」且不限库存。",
        "A draw needs 2 to 20 prizes, exactly one of them \"no prize\" without stock."
    );

    public static readonly Reason DrawClosed = new(
        "draw_closed",
        RefusalKind.Rule,
        "抽奖未开始或已结束。",
        "The draw is not open."
    );

    public static readonly Reason NoChance = new(
        "draw_no_chance",
        RefusalKind.Rule,
        "没有抽奖机会了。",
        "No chance is left."
    );

    public static readonly Reason DrawsToday = new(
        "draw_too_many_today",
        RefusalKind.Rule,
        "今天已抽 {n} 次,达到每天 {max} 次的上限。",
        "Drew {n} times today; {max} a day is the limit."
    );

    public static readonly Reason TaskNotDone = new(
        "task_not_done",
        RefusalKind.Rule,
        "任务还没有完成,还差 {short}。",
        "The task is not done yet; {short} to go."
    );

    public static readonly Reason TaskClaimed = new(
        "task_claimed",
        RefusalKind.Conflict,
        "任务奖励已经领取。",
        "The reward of this task was claimed already."
    );

    public static readonly Reason LevelsInvalid = new(
        "badge_levels_invalid",
        RefusalKind.Rule,
        "勋章需要 1 到 10 个等级,门槛必须递增。",
        "A badge needs 1 to 10 levels with rising thresholds."
    );
}
