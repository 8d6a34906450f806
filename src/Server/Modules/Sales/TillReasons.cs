namespace Shuke.Server.Modules.Sales;

/// <summary>Why the till may say no, beside the reasons of Core.</summary>
public static class TillReasons
{
    public static readonly Reason ShiftNotOpen = new(
        "shift_closed",
        RefusalKind.Conflict,
        "这个班次已经交班,请先开班。",
        "This shift is closed. Open a new one first."
    );

    public static readonly Reason ShiftAlreadyOpen = new(
        "shift_already_open",
        RefusalKind.Conflict,
        "{till} 号收银台已有未交的班次(第 {number} 班),请先交班或继续使用。",
        "Till {till} already has an open shift (no. {number}). Close it or go on with it."
    );

    public static readonly Reason DrawerTooLow = new(
        "drawer_too_low",
        RefusalKind.Rule,
        "钱箱里只有 {drawer:money} 元,不够取出。",
        "The drawer holds only {drawer:money} yuan."
    );

    public static readonly Reason LineWithoutPrice = new(
        "line_without_price",
        RefusalKind.Rule,
        "第 {line} 行没有商品也没有价格。",
        "Line {line} has neither a product nor a price."
    );

    public static readonly Reason TooManyHolds = new(
        "too_many_holds",
        RefusalKind.Rule,
        "挂单已有 {max} 张,请先处理旧的挂单。",
        "{max} carts are parked already; finish some first."
    );

    public static readonly Reason HoldGone = new(
        "hold_gone",
        RefusalKind.Missing,
        "这张挂单已被取走。",
        "This parked cart was taken already."
    );

    public static readonly Reason NoPrinter = new(
        "no_printer",
        RefusalKind.Missing,
        "本店还没有设置小票打印机,可在“设置 → 打印机”里添加。",
        "No receipt printer is set up for this store yet; add one under Settings → Printers."
    );

    public static readonly Reason PrinterHost = new(
        "printer_host_invalid",
        RefusalKind.Rule,
        "请填写打印机的 IP 地址,例如 192.168.1.50。",
        "Enter the printer's IP address, such as 192.168.1.50."
    );

    public static readonly Reason PlanNotOnSale = new(
        "topup_plan_not_on_sale",
        RefusalKind.Rule,
        "这个充值方案现在不可用。",
        "This top-up plan is not on sale now."
    );

    public static readonly Reason PlanFirstOnly = new(
        "topup_plan_first_only",
        RefusalKind.Rule,
        "这个方案只限首次充值。",
        "This plan is for a member's first top-up only."
    );

    public static readonly Reason TopUpTender = new(
        "topup_tender_invalid",
        RefusalKind.Rule,
        "充值只能用现金或记账方式(微信、支付宝、银行卡)支付。",
        "A top-up is paid in cash or by another device."
    );

    public static readonly Reason CouponGivesNothing = new(
        "coupon_gives_nothing",
        RefusalKind.Rule,
        "券“{name}”在这张单上用不了:{why}。请取消这张券再结账。",
        "The coupon \"{name}\" does nothing on this ticket: {why}. Take it off and check out again."
    );

    public static readonly Reason CouponNotForGoods = new(
        "coupon_not_for_goods",
        RefusalKind.Rule,
        "券“{name}”不能用在商品上,请取消这张券再结账。",
        "The coupon \"{name}\" is not used on goods. Take it off and check out again."
    );

    public static readonly Reason TopUpRefunded = new(
        "topup_already_refunded",
        RefusalKind.Conflict,
        "这笔充值已经撤销过了。",
        "This top-up was undone already."
    );

    public static readonly Reason SoldTender = new(
        "sold_tender",
        RefusalKind.Rule,
        "请用现金、记账收款或会员储值付款,不能用积分。",
        "Take cash, a recorded payment or the member's stored value; not points."
    );

    public static readonly Reason SoldRefunded = new(
        "sold_refunded",
        RefusalKind.Conflict,
        "已经退过了。",
        "It has been refunded already."
    );

    public static readonly Reason GiftCardUsed = new(
        "gift_card_used",
        RefusalKind.Conflict,
        "礼品卡已被领取或退掉,不能再退。",
        "The gift card was claimed or given back; it cannot be refunded."
    );

    public static readonly Reason GiftNotOpen = new(
        "gift_not_open",
        RefusalKind.Conflict,
        "礼物码不对,或已被领取、退回、过期。",
        "The code is wrong, or the gift was claimed, returned or has expired."
    );

    public static readonly Reason TimesNotShared = new(
        "times_not_shared",
        RefusalKind.Rule,
        "{owner}没有把次卡共享给{member}。",
        "{owner} does not share the times cards with {member}."
    );

    public static readonly Reason TimesShareSelf = new(
        "times_share_self",
        RefusalKind.Rule,
        "不用和自己共享。",
        "A member needs not share with themselves."
    );
}
