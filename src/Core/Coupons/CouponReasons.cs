namespace Shuke.Core.Coupons;

/// <summary>Why a coupon cannot be used, given or set up.</summary>
public static class CouponReasons
{
    public static readonly Reason Unknown = new(
        "coupon_unknown",
        RefusalKind.Missing,
        "没有这张券。请核对券码。",
        "There is no such coupon. Check the code."
    );

    public static readonly Reason CodeMistyped = new(
        "coupon_code_mistyped",
        RefusalKind.Rule,
        "券码“{code}”输错了一位,请核对后再输。",
        "The code {code} has a wrong character. Check it and type it again."
    );

    public static readonly Reason Used = new(
        "coupon_used",
        RefusalKind.Conflict,
        "这张券已经用过了。",
        "This coupon has been used."
    );

    public static readonly Reason Locked = new(
        "coupon_locked",
        RefusalKind.Conflict,
        "这张券正被一张未付款的订单占用或正在转赠中。",
        "This coupon is held by an unpaid order, or is being given away."
    );

    public static readonly Reason Expired = new(
        "coupon_expired",
        RefusalKind.Rule,
        "这张券已过期,最后一天是 {day}。",
        "This coupon has expired; its last day was {day}."
    );

    public static readonly Reason NotYet = new(
        "coupon_not_yet",
        RefusalKind.Rule,
        "这张券从 {day} 起才能使用。",
        "This coupon can be used from {day} on."
    );

    public static readonly Reason Void = new(
        "coupon_void",
        RefusalKind.Conflict,
        "这张券已作废。",
        "This coupon was voided."
    );

    public static readonly Reason NotYours = new(
        "coupon_not_yours",
        RefusalKind.Rule,
        "这张券属于另一位会员,不能在这张单上使用。",
        "This coupon belongs to another member."
    );

    public static readonly Reason PartnersOnly = new(
        "coupon_partners_only",
        RefusalKind.Rule,
        "这是 {partner} 的兑换码,请到 {partner} 使用。",
        "This is a code of {partner}; it is used there."
    );

    public static readonly Reason WrongStore = new(
        "coupon_wrong_store",
        RefusalKind.Rule,
        "这张券不能在本店使用。",
        "This coupon cannot be used at this store."
    );

    public static readonly Reason WrongTier = new(
        "coupon_wrong_tier",
        RefusalKind.Rule,
        "这张券只限指定等级的会员使用。",
        "This coupon is only for members of certain tiers."
    );

    public static readonly Reason WrongTime = new(
        "coupon_wrong_time",
        RefusalKind.Rule,
        "现在不在这张券的可用时段内。",
        "This coupon cannot be used on this day or at this hour."
    );

    public static readonly Reason NotTransferable = new(
        "coupon_not_transferable",
        RefusalKind.Rule,
        "这张券不可转赠。",
        "This coupon cannot be given to another member."
    );

    public static readonly Reason StockOut = new(
        "coupon_stock_out",
        RefusalKind.Conflict,
        "“{name}”已发完。",
        "\"{name}\" is all gone."
    );

    public static readonly Reason StockTooLow = new(
        "coupon_stock_too_low",
        RefusalKind.Rule,
        "“{name}”只剩 {left} 张,不够发 {wanted} 张。",
        "Only {left} of \"{name}\" are left; {wanted} are wanted."
    );

    public static readonly Reason LimitReached = new(
        "coupon_limit_reached",
        RefusalKind.Conflict,
        "“{name}”每人限领 {limit} 张,已领满。",
        "Each person can have {limit} of \"{name}\"; that is reached."
    );

    public static readonly Reason TemplateNotActive = new(
        "coupon_template_not_active",
        RefusalKind.Conflict,
        "“{name}”没有在发放中,请先启用。",
        "\"{name}\" is not being handed out. Activate it first."
    );

    public static readonly Reason AmountMissing = new(
        "coupon_amount_missing",
        RefusalKind.Rule,
        "请填写大于 0 的金额。",
        "Enter an amount above 0."
    );

    public static readonly Reason AmountNegative = new(
        "coupon_amount_negative",
        RefusalKind.Rule,
        "金额、门槛和封顶不能为负,封顶必须大于 0。",
        "Amounts must not be negative, and a cap must be above 0."
    );

    public static readonly Reason ThresholdBelowAmount = new(
        "coupon_threshold_below_amount",
        RefusalKind.Rule,
        "门槛 {min:money} 元必须高于减免的 {amount:money} 元。",
        "The minimum of {min:money} yuan must be above the {amount:money} taken off."
    );

    public static readonly Reason PercentWrong = new(
        "coupon_percent_wrong",
        RefusalKind.Rule,
        "折扣必须在 0.1 折到 9.9 折之间。",
        "The discount must be above 0% and below 100%."
    );

    public static readonly Reason PiecesWrong = new(
        "coupon_pieces_wrong",
        RefusalKind.Rule,
        "件数必须在 1 到 {max} 之间。",
        "The number of pieces must be 1 to {max}."
    );

    public static readonly Reason GoodsMissing = new(
        "coupon_goods_missing",
        RefusalKind.Rule,
        "请选择这张券适用的商品或分类。",
        "Choose the goods or categories this coupon is for."
    );

    public static readonly Reason MultiplierWrong = new(
        "coupon_multiplier_wrong",
        RefusalKind.Rule,
        "积分倍数必须大于 1 倍,不超过 100 倍。",
        "Points must be multiplied by more than 1 and at most 100."
    );

    public static readonly Reason TopUpMissing = new(
        "coupon_top_up_missing",
        RefusalKind.Rule,
        "请填写充值满多少才送。",
        "Enter the top-up from which the bonus is given."
    );

    public static readonly Reason PartnerMissing = new(
        "coupon_partner_missing",
        RefusalKind.Rule,
        "请填写兑换码属于哪家合作方。",
        "Enter whose codes these are."
    );

    public static readonly Reason DatesMissing = new(
        "coupon_dates_missing",
        RefusalKind.Rule,
        "请填写开始和结束日期。",
        "Enter the first and the last day."
    );

    public static readonly Reason DatesReversed = new(
        "coupon_dates_reversed",
        RefusalKind.Rule,
        "结束日期 {to} 早于开始日期 {from}。",
        "The last day {to} is before the first day {from}."
    );

    public static readonly Reason DaysWrong = new(
        "coupon_days_wrong",
        RefusalKind.Rule,
        "有效天数必须在 1 到 {max} 之间。",
        "The number of days must be 1 to {max}."
    );

    public static readonly Reason WeekdaysWrong = new(
        "coupon_weekdays_wrong",
        RefusalKind.Rule,
        "可用的星期填写有误。",
        "The days of the week are wrong."
    );

    public static readonly Reason HoursWrong = new(
        "coupon_hours_wrong",
        RefusalKind.Rule,
        "可用时段填写有误:开始和结束都要填,且不相同。",
        "The hours are wrong: enter a beginning and an end that differ."
    );

    public static readonly Reason NeverOpen = new(
        "coupon_never_open",
        RefusalKind.Rule,
        "有效期内没有一天符合所选的星期,这张券永远用不了。",
        "No day of its time falls on the chosen weekdays; this coupon could never be used."
    );

    public static readonly Reason NothingToIssue = new(
        "coupon_nothing_to_issue",
        RefusalKind.Rule,
        "没有符合条件的会员。",
        "No member fits."
    );

    public static readonly Reason CodeNotFree = new(
        "coupon_code_taken",
        RefusalKind.Conflict,
        "口令“{code}”已被使用,请换一个。",
        "The code {code} is taken. Choose another."
    );

    public static readonly Reason CodeWordWrong = new(
        "coupon_code_word_wrong",
        RefusalKind.Rule,
        "口令请用 4 到 20 个字母、数字或汉字。",
        "A shared code has 4 to 20 letters, digits or Chinese characters."
    );

    public static readonly Reason CodeOver = new(
        "coupon_code_over",
        RefusalKind.Conflict,
        "口令“{code}”已失效或已领完。",
        "The code {code} is over or used up."
    );

    public static readonly Reason MemberNeeded = new(
        "coupon_member_needed",
        RefusalKind.Rule,
        "领取这张券需要先识别会员。",
        "Identify the member first to receive this coupon."
    );

    public static readonly Reason PoolWrongKind = new(
        "coupon_pool_wrong_kind",
        RefusalKind.Rule,
        "只有第三方兑换码的券模板才能导入码库。",
        "Only templates of partners' codes take a pool of codes."
    );

    public static readonly Reason PoolEmpty = new(
        "coupon_pool_empty",
        RefusalKind.Rule,
        "没有可导入的新码。",
        "There is no new code to import."
    );

    public static readonly Reason BatchNotRunning = new(
        "coupon_batch_not_running",
        RefusalKind.Conflict,
        "这一批不在发放中。",
        "This batch is not being issued."
    );

    public static readonly Reason BatchNotPaused = new(
        "coupon_batch_not_paused",
        RefusalKind.Conflict,
        "这一批没有暂停,不能继续。",
        "This batch is not paused."
    );

    public static readonly Reason BatchHasNoCodes = new(
        "coupon_batch_has_no_codes",
        RefusalKind.Rule,
        "这一批没有券码可以导出。",
        "This batch has no codes to export."
    );

    public static readonly Reason BatchTooLarge = new(
        "coupon_batch_too_large",
        RefusalKind.Rule,
        "一次最多 {max} 张。",
        "At most {max} at once."
    );

    public static readonly Reason ClaimOver = new(
        "claim_over",
        RefusalKind.Conflict,
        "来晚了,已经领完或活动已结束。",
        "Too late: all are gone, or it is over."
    );

    public static readonly Reason ClaimTimes = new(
        "claim_times_reversed",
        RefusalKind.Rule,
        "结束时间必须晚于开始时间。",
        "The end must be after the beginning."
    );

    public static readonly Reason ClaimNotYet = new(
        "claim_not_yet",
        RefusalKind.Rule,
        "活动还没有开始。",
        "It has not begun yet."
    );

    public static readonly Reason ClaimLimit = new(
        "claim_limit_reached",
        RefusalKind.Conflict,
        "您已经领过了,每人限领 {limit} 张。",
        "You have had yours: {limit} for each person."
    );

    public static readonly Reason ClaimTooMany = new(
        "claim_too_many",
        RefusalKind.TooMany,
        "领取太频繁,请稍后再试。",
        "Too many claims from here. Try again later."
    );

    public static readonly Reason ClaimPhone = new(
        "claim_phone_wrong",
        RefusalKind.Rule,
        "请填写正确的手机号。",
        "Enter a valid phone number."
    );

    public static readonly Reason GiftOver = new(
        "gift_over",
        RefusalKind.Conflict,
        "礼物已被领取或已过期,券已回到赠送人手中。",
        "The gift was taken or has run out; the coupon is back with its giver."
    );

    public static readonly Reason GiftOwn = new(
        "gift_own",
        RefusalKind.Rule,
        "不能领取自己送出的券。",
        "One's own gift cannot be taken."
    );

    public static readonly Reason PackEmpty = new(
        "coupon_pack_empty",
        RefusalKind.Rule,
        "请至少放入一种券,总数不超过 {max} 张。",
        "Put in at least one kind of coupon, {max} coupons at most."
    );

    public static readonly Reason KindFixed = new(
        "coupon_kind_fixed",
        RefusalKind.Rule,
        "券的类型不能修改,请新建一个券模板。",
        "The kind of a coupon cannot be changed. Make a new template."
    );
}
