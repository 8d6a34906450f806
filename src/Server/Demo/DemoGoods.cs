using Shuke.Server.Modules.Catalog;
using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Demo;

/// <summary>The menu: what the industry template brings, and what this shop added to it.</summary>
internal static class DemoGoods
{
    private sealed record More(
        string Category,
        string Name,
        string Unit,
        long Fen,
        string Barcode = "",
        long CostFen = 0
    );

    private static readonly More[] Added =
    [
        new("咖啡", "冰美式(中杯)", "杯", 1_900, CostFen: 420),
        new("咖啡", "冰美式(大杯)", "杯", 2_300, CostFen: 520),
        new("咖啡", "生椰拿铁(中杯)", "杯", 2_800, CostFen: 780),
        new("咖啡", "生椰拿铁(大杯)", "杯", 3_200, CostFen: 930),
        new("咖啡", "桂花拿铁(中杯)", "杯", 3_000, CostFen: 820),
        new("咖啡", "桂花拿铁(大杯)", "杯", 3_400, CostFen: 960),
        new("茶饮", "茉莉奶茶(中杯)", "杯", 2_200, CostFen: 560),
        new("茶饮", "茉莉奶茶(大杯)", "杯", 2_600, CostFen: 680),
        new("茶饮", "热巧克力", "杯", 2_600, CostFen: 700),
        new("烘焙", "巴斯克蛋糕", "份", 3_600, CostFen: 1_450),
        new("烘焙", "火腿芝士三明治", "份", 2_400, CostFen: 980),
        new("烘焙", "肉松小贝", "个", 1_200, CostFen: 460),
        new("烘焙", "蓝莓马芬", "个", 1_800, CostFen: 690),
        new("咖啡豆", "埃塞俄比亚单品豆 200g", "袋", 9_800, "6901234567892", 5_200),
        new("咖啡豆", "挂耳咖啡 10 包", "盒", 5_900, "6901234567908", 2_900),
        new("周边", "随行杯", "个", 12_800, "6901234567915", 6_100),
        new("周边", "陶瓷马克杯", "个", 6_800, "6901234567922", 2_700),
        new("周边", "矿泉水", "瓶", 500, "6901234567939", 130),
    ];

    public static async Task Complete(Till till, Caller owner)
    {
        var categories = (await till.Read(CatalogPublic.AllCategories)).ToDictionary(c => c.Name, c => c.Id);
        foreach (var name in Added.Select(g => g.Category).Distinct(StringComparer.Ordinal))
            if (!categories.ContainsKey(name))
                categories[name] = (
                    await till.Do(tx => AddCategory.Handle(new(name, null, TileColour.Purple), tx, owner))
                ).Id;
        foreach (var goods in Added)
            await till.Do(tx =>
                AddProduct.Handle(
                    new(
                        goods.Name,
                        new(goods.Fen),
                        CategoryId: categories[goods.Category],
                        Barcodes: goods.Barcode.Length == 0 ? [] : [goods.Barcode],
                        Unit: goods.Unit,
                        Cost: new(goods.CostFen)
                    ),
                    tx,
                    owner
                )
            );
        await NamePunchCard(till, owner, [categories["咖啡"], categories["茶饮"]]);
    }

    /// <summary>Drinks earn stamps, and the voucher of the full card is good for any medium cup.</summary>
    private static async Task NamePunchCard(Till till, Caller owner, CategoryId[] drinks)
    {
        var card = (await till.Read(PunchCards.List)).Value[0];
        var cups = await till.Read(db =>
            db.All<ProductId>("SELECT id FROM product WHERE merchant_id = @m AND name LIKE '%(中杯)'")
        );
        await till.Do(tx =>
            PunchCards.Handle(
                card.Id,
                new IfMatch { Version = card.Version },
                new(
                    card.Name,
                    card.Reward,
                    card.Every,
                    card.RewardCount,
                    card.Validity,
                    StampBy.Unit,
                    new([], drinks),
                    Money.Zero,
                    new(cups, [])
                ),
                tx,
                owner
            )
        );
    }
}

/// <summary>The menu as the customers of the demo see it.</summary>
internal sealed class DemoMenu
{
    public sealed record Item(ProductId Id, string Name, string Category, Money Price);

    private DemoMenu(IReadOnlyList<Item> all)
    {
        Drinks =
        [
            .. all.Where(p => p.Name.EndsWith("(中杯)", StringComparison.Ordinal))
                .Select(p =>
                    (
                        p,
                        all.FirstOrDefault(l => l.Name == p.Name.Replace("(中杯)", "(大杯)", StringComparison.Ordinal))
                            ?? p
                    )
                ),
        ];
        Bakery = [.. all.Where(p => p.Category == "烘焙")];
        Extras = [.. all.Where(p => p.Category is "咖啡豆" or "周边")];
    }

    public IReadOnlyList<(Item Medium, Item Large)> Drinks { get; }
    public IReadOnlyList<Item> Bakery { get; }
    public IReadOnlyList<Item> Extras { get; }

    public static async Task<DemoMenu> Load(Till till) =>
        new(
            await till.Read(db =>
                db.All<Item>(
                    """
                    SELECT p.id, p.name, c.name AS category, p.price FROM product p
                    JOIN category c ON c.merchant_id = p.merchant_id AND c.id = p.category_id
                    WHERE p.merchant_id = @m AND p.active AND p.price > 0 ORDER BY p.name
                    """
                )
            )
        );
}
