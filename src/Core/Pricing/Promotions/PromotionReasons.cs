namespace Shuke.Core.Pricing.Promotions;

/// <summary>Why a promotion or coupon template cannot be saved, or not without the owner.</summary>
public static class PromotionReasons
{
    public static readonly Reason EndsBeforeStart = new(
        "promotion_ends_before_start",
        RefusalKind.Rule,
        "结束时间必须晚于开始时间。",
        "The end must come after the start."
    );

    public static readonly Reason RateWrong = new(
        "promotion_rate_wrong",
        RefusalKind.Rule,
        "折扣须在 0 到 10 折之间(现在是 {zhe} 折)。",
        "What is left of the price must be from 0 to below 100% (it is {zhe} tenths)."
    );

    public static readonly Reason AmountWrong = new(
        "promotion_amount_wrong",
        RefusalKind.Rule,
        "{what}须大于 0,且不超过 {max:money} 元。",
        "{what} must be above 0 and at most {max:money} yuan."
    );

    public static readonly Reason CountWrong = new(
        "promotion_count_wrong",
        RefusalKind.Rule,
        "{what}须在 {min} 到 {max} 之间。",
        "{what} must be from {min} to {max}."
    );

    public static readonly Reason StepsWrong = new(
        "promotion_steps_wrong",
        RefusalKind.Rule,
        "满减满折须有 1 到 {max} 档,门槛和优惠都要逐档提高。",
        "There must be 1 to {max} steps, each with a higher threshold and a larger discount."
    );

    public static readonly Reason OffOverThreshold = new(
        "promotion_off_over_threshold",
        RefusalKind.Rule,
        "满 {threshold:money} 元不能减 {off:money} 元:减的比满的还多。",
        "{off:money} off {threshold:money} takes off more than the goods cost."
    );

    public static readonly Reason RateOrAmount = new(
        "promotion_rate_or_amount",
        RefusalKind.Rule,
        "打折和减金额请二选一。",
        "Choose either a rate or an amount, not both."
    );

    public static readonly Reason GoodsMissing = new(
        "promotion_goods_missing",
        RefusalKind.Rule,
        "请选择参加的商品(最多 {max} 个)。",
        "Choose the goods (at most {max})."
    );

    public static readonly Reason OwnerMustConfirm = new(
        "promotion_owner_must_confirm",
        RefusalKind.Forbidden,
        "“{name}”可能白送商品且没有次数或预算限制,请店主确认。",
        "\"{name}\" may give goods away without any limit. The owner must confirm."
    );

    public static readonly Reason BelowCost = new(
        "promotion_below_cost",
        RefusalKind.Rule,
        "“{name}”会低于成本:售 {price:money} 元,成本 {cost:money} 元。",
        "\"{name}\" sells below cost: {price:money} against {cost:money}."
    );

    public static readonly Reason PartsOverlap = new(
        "promotion_parts_overlap",
        RefusalKind.Rule,
        "组合的各部分不能有相同的商品,也不能是全部商品。",
        "The parts of a combo must not share goods, and none may be all goods."
    );
}
