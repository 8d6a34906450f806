namespace Shuke.Core.Sales;

/// <summary>Why a sale, a refund or a shift says no.</summary>
public static class SalesReasons
{
    public static readonly Reason CartEmpty = new(
        "cart_empty",
        RefusalKind.Rule,
        "购物车是空的。",
        "The cart is empty."
    );

    public static readonly Reason NoOpenShift = new(
        "no_open_shift",
        RefusalKind.Conflict,
        "还没有开班,请先开班再收银。",
        "No shift is open. Open a shift first."
    );

    public static readonly Reason PriceChanged = new(
        "price_changed",
        RefusalKind.Conflict,
        "价格有变化:原来应付 {expected:money} 元,现在应付 {due:money} 元,请核对后再结算。",
        "The price has changed: {expected:money} yuan were due, now {due:money} are. Check and pay again."
    );

    public static readonly Reason TooManyPayments = new(
        "too_many_payments",
        RefusalKind.Rule,
        "一张单最多 {max} 笔支付。",
        "A ticket takes at most {max} payments."
    );

    public static readonly Reason PaymentInvalid = new(
        "payment_invalid",
        RefusalKind.Rule,
        "每笔支付必须大于 0,且只能有一笔“其余全部”。",
        "Each payment must be above 0, and only one may be \"the rest\"."
    );

    public static readonly Reason MemberNeeded = new(
        "member_needed",
        RefusalKind.Rule,
        "使用储值请先识别会员。",
        "Identify the member first to pay with stored value."
    );

    public static readonly Reason PaymentMismatch = new(
        "payment_mismatch",
        RefusalKind.Rule,
        "应付 {due:money} 元,已付 {paid:money} 元,还差 {short:money} 元。",
        "{due:money} yuan are due, {paid:money} were given, {short:money} short."
    );

    public static readonly Reason ChangeOnlyFromCash = new(
        "change_only_from_cash",
        RefusalKind.Rule,
        "非现金支付不找零:应付 {due:money} 元,非现金已付 {paid:money} 元,多了 {over:money} 元。",
        "Only cash gives change: {due:money} yuan are due, {paid:money} came without cash, {over:money} too much."
    );

    public static readonly Reason CashNotNeeded = new(
        "cash_not_needed",
        RefusalKind.Rule,
        "其他支付已付清 {due:money} 元,不需要再收现金。",
        "The other payments cover the {due:money} yuan due; no cash is needed."
    );

    public static readonly Reason IllegalOrderState = new(
        "illegal_order_state",
        RefusalKind.Conflict,
        "订单当前是“{from}”,不能变为“{to}”。",
        "The order is {from} and cannot become {to}."
    );

    public static readonly Reason RefundLinesInvalid = new(
        "refund_lines_invalid",
        RefusalKind.Rule,
        "退货行必须是本单的行,不重复,数量大于 0(第 {line} 行)。",
        "Lines to return must be of this order, named once, with a quantity above 0 (line {line})."
    );

    public static readonly Reason RefundOverQuantity = new(
        "refund_over_quantity",
        RefusalKind.Rule,
        "“{name}”最多还可退 {left},要退 {asked}。",
        "Of \"{name}\" {left} can still be returned; {asked} were asked."
    );

    public static readonly Reason NothingToRefund = new(
        "nothing_to_refund",
        RefusalKind.Rule,
        "没有可退的商品。",
        "There is nothing left to return."
    );

    public static readonly Reason VoidAfterShift = new(
        "void_after_shift",
        RefusalKind.Conflict,
        "只能在收款的班次内作废,现在请用退货。",
        "An order can be voided only within the shift that took it. Refund it instead."
    );

    public static readonly Reason VoidAfterRefund = new(
        "void_after_refund",
        RefusalKind.Conflict,
        "本单已有退货,不能作废,请继续退货。",
        "Part of this order was returned already, so it cannot be voided. Refund the rest instead."
    );
}
