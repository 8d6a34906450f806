namespace Shuke.Core.Ledger;

/// <summary>Why value does not move. Amounts in the arguments are fen or points as plain numbers.</summary>
public static class LedgerReasons
{
    public static readonly Reason Frozen = new(
        "account_frozen",
        RefusalKind.Conflict,
        "该会员账户已冻结,请先由店长解冻再操作。",
        "This member's account is frozen. Ask the manager to unfreeze it first."
    );

    public static readonly Reason BalanceTooLow = new(
        "balance_too_low",
        RefusalKind.Rule,
        "余额不足,还差 {short:money} 元,可用现金或微信补足。",
        "The balance is {short:money} yuan short. Pay the rest with cash or WeChat."
    );

    public static readonly Reason PointsTooLow = new(
        "points_too_low",
        RefusalKind.Rule,
        "积分不足,可用 {usable:points} 积分,还差 {short:points} 积分。",
        "Not enough points: {usable:points} can be used, {short:points} are missing."
    );

    public static readonly Reason TimesTooLow = new(
        "times_too_low",
        RefusalKind.Rule,
        "剩余次数不足,可用 {usable:points} 次,还差 {short:points} 次。",
        "Not enough uses left: {usable:points} can be used, {short:points} are missing."
    );

    public static readonly Reason CounterTooLow = new(
        "counter_too_low",
        RefusalKind.Rule,
        "累计数不足,不能再减 {short:points}。",
        "The total is too low to take {short:points} more."
    );

    public static readonly Reason CardLimitExceeded = new(
        "card_limit_exceeded",
        RefusalKind.Rule,
        "卡内余额(含赠金)不能超过 {limit:money} 元,最多还能存入 {possible:money} 元。",
        "A card may hold at most {limit:money} yuan including bonus; {possible:money} yuan can still be added."
    );

    public static readonly Reason NotSpendable = new(
        "asset_not_spendable",
        RefusalKind.Rule,
        "{asset}不能用于支付。",
        "{asset} cannot be spent."
    );

    public static readonly Reason CountOutOfRange = new(
        "count_out_of_range",
        RefusalKind.Rule,
        "数量必须大于 0,且不超过 {max:points}。",
        "The number must be above 0 and at most {max:points}."
    );

    public static readonly Reason TopUpAmountFixed = new(
        "topup_amount_fixed",
        RefusalKind.Rule,
        "该充值方案固定为 {pay:money} 元。",
        "This plan is for exactly {pay:money} yuan."
    );

    public static readonly Reason TopUpPartlySpent = new(
        "topup_partly_spent",
        RefusalKind.Conflict,
        "这笔充值已用掉 {spent:money} 元,不能撤销,可按退卡办理。",
        "{spent:money} yuan of this top-up are already spent, so it cannot be undone. Close the card instead."
    );

    public static readonly Reason RefundTooMuch = new(
        "refund_exceeds_taken",
        RefusalKind.Rule,
        "最多还能退回 {possible:points},不能超过当时扣减的数量。",
        "At most {possible:points} can still be given back: no more than was taken."
    );

    public static readonly Reason NothingToRefund = new(
        "card_empty",
        RefusalKind.Conflict,
        "卡内没有可退的余额。",
        "There is no balance to refund."
    );

    public static readonly Reason SameMember = new(
        "merge_same_member",
        RefusalKind.Rule,
        "不能与自己合并,请选择另一位会员。",
        "A member cannot be merged with themselves. Choose another one."
    );
}
