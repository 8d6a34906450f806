namespace Shuke.Server.Modules.Tiers;

/// <summary>Why a tier does not change, or a benefit is not given.</summary>
public static class TierReasons
{
    public static readonly Reason BenefitNotYours = new(
        "benefit_not_held",
        RefusalKind.Rule,
        "该会员当前等级没有这项权益。",
        "The member's tier has no such benefit."
    );

    public static readonly Reason BenefitUsedUp = new(
        "benefit_used_up",
        RefusalKind.Rule,
        "「{benefit}」本期的 {limit} 次已用完。",
        "All {limit} uses of this period are gone: {benefit}."
    );

    public static readonly Reason NothingTicked = new(
        "benefit_not_ticked",
        RefusalKind.Conflict,
        "今天没有登记过这项权益,不用撤销。",
        "This benefit was not ticked off today; there is nothing to take back."
    );

    public static readonly Reason NotBirthMonth = new(
        "benefit_not_birth_month",
        RefusalKind.Rule,
        "「{benefit}」只在会员生日当月可用。",
        "Only in the month of the member's birthday: {benefit}."
    );

    public static readonly Reason BaseTierStays = new(
        "tier_base_stays",
        RefusalKind.Rule,
        "基础等级是每位会员的起点,不能停用,也不能设置升级条件。",
        "The base tier is where every member starts: it cannot be switched off and has no conditions."
    );

    public static readonly Reason ConditionInvalid = new(
        "tier_condition_invalid",
        RefusalKind.Rule,
        "「最近 N 天」的条件需要填写天数。",
        "A condition over the last N days needs the number of days."
    );

    public static readonly Reason PackInvalid = new(
        "tier_pack_invalid",
        RefusalKind.Rule,
        "升级礼包里的券不存在或已停用。",
        "A voucher of the pack does not exist or is switched off."
    );

    public static readonly Reason CoversMissing = new(
        "benefit_covers_missing",
        RefusalKind.Rule,
        "免费商品权益需要选择可以免费的商品或分类。",
        "A free item needs the goods or categories it can be."
    );

    public static readonly Reason SameTier = new(
        "tier_unchanged",
        RefusalKind.Conflict,
        "该会员已经是这个等级。",
        "The member already has this tier."
    );

    public static readonly Reason PastDay = new(
        "tier_until_past",
        RefusalKind.Rule,
        "有效期不能早于今天。",
        "The last day cannot be in the past."
    );

    public static readonly Reason OrderIncomplete = new(
        "tier_order_incomplete",
        RefusalKind.Rule,
        "排序必须包含全部启用的等级,请刷新后再试。",
        "The order must name every active tier once. Reload and try again."
    );

    public static readonly Reason OtherDay = new(
        "benefit_other_day",
        RefusalKind.Rule,
        "「{benefit}」是每月 {day} 日的权益,今天不能用。",
        "Only on day {day} of each month: {benefit}."
    );

    public static readonly Reason MonthlyPackEmpty = new(
        "benefit_pack_empty",
        RefusalKind.Rule,
        "每月礼包需要填写积分、赠金或券。",
        "A monthly pack needs points, bonus or vouchers."
    );

    public static readonly Reason RequestClosed = new(
        "tier_request_closed",
        RefusalKind.Conflict,
        "这条申请已经处理过了。",
        "This request has been decided already."
    );

    public static readonly Reason RequestOpen = new(
        "tier_request_open",
        RefusalKind.Conflict,
        "该会员已有一条同样的申请在等待核准。",
        "The same request of this member is waiting already."
    );

    public static readonly Reason OnTrial = new(
        "tier_on_trial",
        RefusalKind.Conflict,
        "该会员正在体验等级,至 {until}。",
        "The member has a tier on trial until {until}."
    );

    public static readonly Reason RanksInvalid = new(
        "tier_ranks_invalid",
        RefusalKind.Rule,
        "段位名称要填 1 到 20 个字,赛季请选月、季度、年或不分赛季。",
        "A rank needs a name of 1 to 20 letters; a season is a month, a quarter, a year or none."
    );
}
