namespace Shuke.Core;

/// <summary>Reasons every module may give.</summary>
public static class CommonReasons
{
    public static readonly Reason NotFound = new(
        "not_found",
        RefusalKind.Missing,
        "没有找到{what}。",
        "{what} was not found."
    );

    public static readonly Reason Stale = new(
        "stale_version",
        RefusalKind.Stale,
        "这条记录刚刚被别人改过,请刷新后再改。",
        "Somebody changed this record meanwhile. Reload it and try again."
    );

    public static readonly Reason AmountOutOfRange = new(
        "amount_out_of_range",
        RefusalKind.Rule,
        "金额必须大于 0,且不超过 {max:money} 元。",
        "The amount must be above 0 and at most {max:money} yuan."
    );
}
