namespace Shuke.Server.Modules.Ledger;

/// <summary>Why the ledger's pages say no, beside the reasons of Core.</summary>
public static class ValueReasons
{
    public static readonly Reason DaysReversed = new(
        "days_reversed",
        RefusalKind.Rule,
        "结束日期不能早于开始日期。",
        "The last day is before the first."
    );

    public static readonly Reason ExpiryInvalid = new(
        "expiry_invalid",
        RefusalKind.Rule,
        "有效期填写有误。",
        "This is no expiry."
    );

    public static readonly Reason AssetNotAdjustable = new(
        "asset_not_adjustable",
        RefusalKind.Rule,
        "储值本金只能通过充值和退款变动,不能手工增加。",
        "Principal changes by top-ups and refunds; it cannot be added by hand."
    );

    public static readonly Reason AssetCodeTaken = new(
        "asset_code_taken",
        RefusalKind.Conflict,
        "编码「{code}」已被使用。",
        "The code {code} is taken."
    );

    public static readonly Reason AssetShipped = new(
        "asset_shipped",
        RefusalKind.Rule,
        "系统内置资产只能改名称和有效期,不能停用。",
        "A built-in asset can be renamed and its expiry changed, but not switched off."
    );

    public static readonly Reason ListPriceTooLow = new(
        "times_list_price",
        RefusalKind.Rule,
        "售价要大于 0,原价不能低于售价;退卡按原价计算已用次数。",
        "The price must be above 0 and the list price not below it; refunds count used times at the list price."
    );

    public static readonly Reason ClearingTooSoon = new(
        "clearing_too_soon",
        RefusalKind.Rule,
        "清零至少提前 {days} 天公告,且只能清零公告日之前获得的积分。",
        "Announce a clearing at least {days} days ahead, for points earned before its day."
    );

    public static readonly Reason ClearingBegun = new(
        "clearing_begun",
        RefusalKind.Conflict,
        "清零已开始、已完成或已取消,不能再取消。",
        "The clearing has begun, is done or was cancelled already."
    );
}
