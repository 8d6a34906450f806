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
}
