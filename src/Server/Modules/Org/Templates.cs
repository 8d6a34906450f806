namespace Shuke.Server.Modules.Org;

/// <summary>The industries a shop can start from. Each module brings its own part for these codes.</summary>
public sealed record Template(string Code, Phrase Name, Phrase Description);

public static class Templates
{
    public static readonly IReadOnlyList<Template> All =
    [
        Make(
            "coffee",
            "咖啡店",
            "Coffee shop",
            "银卡、金卡会员折扣,1 元 1 积分,集 10 杯送 1 杯。",
            "Silver and gold tiers with discounts, 1 yuan = 1 point, every tenth cup free."
        ),
        Make(
            "convenience",
            "便利店 / 超市",
            "Convenience shop",
            "条码快速收银,会员价,1 元 1 积分抵现。",
            "Fast barcode till, member prices, points as money."
        ),
        Make(
            "fruit",
            "水果店",
            "Fruit shop",
            "称重商品,会员价,储值送赠金。",
            "Weighed goods, member prices, top-up bonus."
        ),
        Make(
            "hotpot",
            "火锅 / 餐饮",
            "Hotpot and restaurant",
            "三级会员折扣,储值赠金,生日优惠。",
            "Three tiers, top-up bonus, birthday offers."
        ),
        Make(
            "beauty",
            "美容美发",
            "Beauty and hair",
            "储值卡、次卡,按等级折扣。",
            "Stored value, times cards, tier discounts."
        ),
        Make("fuel", "加油站", "Fuel station", "油品积分,储值优惠,等级折扣。", "Fuel points, stored value, tiers."),
        Make("empty", "从空白开始", "Start empty", "不预设任何规则。", "No rules are set up."),
    ];

    private static Template Make(string code, string zh, string en, string zhText, string enText) =>
        new(code, new($"template_{code}", zh, en), new($"template_{code}_text", zhText, enText));
}
