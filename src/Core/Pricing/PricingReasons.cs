namespace Shuke.Core.Pricing;

/// <summary>Why a cart cannot be priced.</summary>
public static class PricingReasons
{
    public static readonly Reason TooManyLines = new(
        "too_many_lines",
        RefusalKind.Rule,
        "一张单最多 {max} 行,现在有 {count} 行,请分成几张单。",
        "A ticket holds at most {max} lines; this one has {count}. Split it into several tickets."
    );

    public static readonly Reason LineNumbers = new(
        "line_numbers_wrong",
        RefusalKind.Rule,
        "行号必须大于 0 且不重复(第 {line} 行)。",
        "Line numbers must be above 0 and unique (line {line})."
    );

    public static readonly Reason QuantityOutOfRange = new(
        "quantity_out_of_range",
        RefusalKind.Rule,
        "“{name}”的数量必须大于 0,且不超过 1,000,000。",
        "The quantity of \"{name}\" must be above 0 and at most 1,000,000."
    );

    public static readonly Reason PriceOutOfRange = new(
        "price_out_of_range",
        RefusalKind.Rule,
        "“{name}”的价格或小计不能为负,也不能超过 {max:money} 元。",
        "The price or amount of \"{name}\" must not be negative nor above {max:money} yuan."
    );

    public static readonly Reason TotalOutOfRange = new(
        "total_out_of_range",
        RefusalKind.Rule,
        "整单金额不能超过 {max:money} 元,请分成几张单。",
        "A ticket must not exceed {max:money} yuan. Split it into several tickets."
    );

    public static readonly Reason ManualDiscountInvalid = new(
        "manual_discount_invalid",
        RefusalKind.Rule,
        "手工优惠要么按比例(0 到 100%),要么按金额(大于 0),二选一。",
        "A manual discount is either a rate (0 to 100%) or an amount (above 0), not both."
    );

    public static readonly Reason DiscountOverLimit = new(
        "discount_over_limit",
        RefusalKind.Forbidden,
        "“{name}”要优惠 {asked}({askedMoney:money} 元),您最多可优惠 {limit},请店长授权。",
        "\"{name}\" asks for {asked} off ({askedMoney:money} yuan); your limit is {limit}. Ask a manager to approve."
    );

    public static readonly Reason PriceOverrideNotAllowed = new(
        "price_override_not_allowed",
        RefusalKind.Forbidden,
        "“{name}”要从 {list:money} 改价为 {asked:money},您没有改价权限,请店长授权。",
        "\"{name}\" should change from {list:money} to {asked:money}; you may not change prices. Ask a manager to approve."
    );

    public static readonly Reason PointsWishInvalid = new(
        "points_wish_invalid",
        RefusalKind.Rule,
        "要使用的积分必须大于 0。",
        "The points to use must be above 0."
    );

    public static readonly Reason TooManyFreeItems = new(
        "too_many_free_items",
        RefusalKind.Rule,
        "一张单最多使用 {max} 次次卡或权益。",
        "A ticket can use at most {max} times or benefits."
    );
}

/// <summary>Why an offer gave nothing, or less. The code is stable; the arguments hold the distance.</summary>
public static class NotAppliedReasons
{
    /// <summary>Another line discount gave more; names it and says by how much.</summary>
    public static Sentence BetterTaken(Offer winner, Money gap)
    {
        var title = winner.Title.Phrase;
        var phrase = new Phrase(
            "better_taken",
            $"已取更优惠的“{title.Zh}”(多省 {{gap:money}} 元)",
            $"\"{title.En}\" is better by {{gap:money}} yuan and was taken instead"
        );
        return phrase.With([.. winner.Title.Args.Select(a => (a.Key, a.Value)), ("gap", gap.Fen)]);
    }

    public static readonly Phrase PriceByHand = new(
        "price_by_hand",
        "“{name}”已改价,不再打折",
        "The price of \"{name}\" was set by hand; no further discount"
    );

    public static readonly Phrase NotDiscountable = new(
        "not_discountable",
        "“{name}”不参与打折",
        "\"{name}\" takes no discounts"
    );

    public static readonly Phrase LowestPrice = new(
        "lowest_price",
        "“{name}”已到最低价,少减 {gap:money}",
        "\"{name}\" is at its lowest price; {gap:money} less was taken"
    );

    public static readonly Phrase OrderLowestPrice = new(
        "order_lowest_price",
        "商品已到最低价,整单少减 {gap:money}",
        "The goods are at their lowest prices; {gap:money} less was taken"
    );

    public static readonly Phrase NothingEligible = new(
        "nothing_eligible",
        "购物车里没有可用“{source}”的商品",
        "Nothing in the cart can be had with \"{source}\""
    );

    public static readonly Phrase NoMember = new("no_member", "请先识别会员", "Identify the member first");

    public static readonly Phrase PointsOff = new(
        "points_off",
        "本店未开通积分抵现",
        "This shop does not take points as money"
    );

    public static readonly Phrase PointsTooFew = new(
        "points_too_few",
        "积分满 {min:points} 才能抵扣,还差 {gap:points}",
        "Points can be used from {min:points}; {gap:points} to go"
    );

    public static readonly Phrase PointsCapped = new(
        "points_capped",
        "本单最多可用 {max:points} 积分抵 {money:money} 元",
        "This ticket takes at most {max:points} points for {money:money} yuan"
    );

    public static readonly Phrase TicketTooSmallForPoints = new(
        "ticket_too_small_for_points",
        "本单可用积分抵扣的金额不足 {min:points} 积分",
        "The part of this ticket that points may pay is worth fewer than {min:points} points"
    );

    public static readonly Phrase GiftNotChosen = new(
        "gift_not_chosen",
        "可选 {pieces} 件,加入购物车即可",
        "{pieces} may be chosen: add them to the cart"
    );

    public static readonly Phrase NothingToTake = new(
        "nothing_to_take",
        "这些商品没有可优惠的金额",
        "There is nothing it could take off"
    );

    public static readonly Phrase GroupTaken = new(
        "group_taken",
        "与已参加的活动不可同享",
        "Not together with the promotion taken"
    );

    public static readonly Phrase CombinationBetter = new(
        "combination_better",
        "已取更优惠的组合({taken},共省 {sum:money} 元)",
        "A better combination was taken ({taken}, {sum:money} yuan off)"
    );

    public static readonly Phrase NotWithPoints = new(
        "not_with_points",
        "不与积分抵现同享",
        "Not together with points as money"
    );

    public static readonly Phrase CouponLeftOut = new("coupon_left_out", "已选择不用这张券", "Left out by choice");

    public static readonly Phrase PromotionInstead = new(
        "promotion_instead",
        "“{name}”参加了活动,不再同享会员折扣",
        "\"{name}\" takes a promotion instead"
    );

    public static readonly Phrase BudgetCut = new(
        "budget_left",
        "活动预算只剩 {left:money} 元",
        "Only {left:money} yuan of the budget are left"
    );

    public static readonly Phrase LimitPerMember = new(
        "limit_per_member",
        "每位会员限 {max} 次,已用完",
        "At most {max} times a member"
    );

    public static readonly Phrase LimitPerMemberDay = new(
        "limit_per_member_day",
        "每位会员每天限 {max} 次,今天已用完",
        "At most {max} times a member and day"
    );

    public static readonly Phrase LimitPerDay = new(
        "limit_per_day",
        "每天限 {max} 次,今天已用完",
        "At most {max} times a day"
    );

    public static readonly Phrase LimitTotal = new(
        "limit_total",
        "活动限 {max} 次,已用完",
        "At most {max} times altogether"
    );

    public static readonly Phrase PointsNotWith = new(
        "points_not_with",
        "“{source}”不与积分抵现同享",
        "\"{source}\" does not go together with points as money"
    );
}
