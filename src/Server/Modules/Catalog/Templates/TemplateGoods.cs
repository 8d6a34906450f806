namespace Shuke.Server.Modules.Catalog;

/// <summary>The sample goods of each industry. Prices are only examples; shops set their own.</summary>
internal static class TemplateGoods
{
    public sealed record Category(string Zh, string En, TileColour Colour, Goods[] Goods);

    public sealed record Goods(
        string Zh,
        string En,
        string UnitZh,
        string UnitEn,
        Money Price,
        ProductKind Kind = ProductKind.Goods,
        bool ByWeight = false,
        bool Favourite = false
    );

    public static IReadOnlyList<Category> Of(string template) =>
        template switch
        {
            "coffee" => Coffee,
            "convenience" => Convenience,
            "fruit" => Fruit,
            "hotpot" => Hotpot,
            "beauty" => Beauty,
            "fuel" => Fuel,
            _ => [],
        };

    private static Goods[] Cups(string zh, string en, int medium, int large) =>
        [
            new(zh + "(中杯)", en + " (medium)", "杯", "cup", Money.Yuan(medium), Favourite: true),
            new(zh + "(大杯)", en + " (large)", "杯", "cup", Money.Yuan(large)),
        ];

    private static Goods Piece(string zh, string en, string unitZh, string unitEn, long fen) =>
        new(zh, en, unitZh, unitEn, new(fen));

    private static Goods Weighed(string zh, string en, long fen) =>
        new(zh, en, "斤", "500g", new(fen), ByWeight: true, Favourite: true);

    private static Goods Service(string zh, string en, int yuan) =>
        new(zh, en, "次", "visit", Money.Yuan(yuan), ProductKind.Service, Favourite: true);

    private static Goods Litre(string zh, string en, long fen) =>
        new(zh, en, "升", "litre", new(fen), ByWeight: true, Favourite: true);

    private static readonly Category[] Coffee =
    [
        new(
            "咖啡",
            "Coffee",
            TileColour.Teal,
            [
                .. Cups("美式", "Americano", 18, 22),
                .. Cups("拿铁", "Latte", 26, 30),
                .. Cups("卡布奇诺", "Cappuccino", 26, 30),
                .. Cups("摩卡", "Mocha", 30, 34),
                .. Cups("焦糖玛奇朵", "Caramel macchiato", 32, 36),
                .. Cups("手冲单品", "Pour-over", 32, 38),
            ]
        ),
        new(
            "茶饮",
            "Tea",
            TileColour.Green,
            [.. Cups("抹茶拿铁", "Matcha latte", 28, 32), .. Cups("柠檬红茶", "Lemon tea", 20, 24)]
        ),
        new(
            "烘焙",
            "Bakery",
            TileColour.Amber,
            [
                Piece("可颂", "Croissant", "个", "piece", 1500),
                Piece("贝果", "Bagel", "个", "piece", 1600),
                Piece("提拉米苏", "Tiramisu", "份", "portion", 3200),
                Piece("曲奇", "Cookies", "袋", "bag", 1800),
            ]
        ),
        new("咖啡豆", "Beans", TileColour.Grey, [Piece("意式拼配豆 250g", "Espresso blend 250 g", "袋", "bag", 8800)]),
    ];

    private static readonly Category[] Convenience =
    [
        new("饮料", "Drinks", TileColour.Blue, []),
        new("零食", "Snacks", TileColour.Orange, []),
        new("乳品", "Dairy", TileColour.Teal, []),
        new("粮油调味", "Groceries", TileColour.Amber, []),
        new("日用品", "Household", TileColour.Purple, []),
        new("烟酒", "Tobacco and liquor", TileColour.Red, []),
        new("冷冻", "Frozen", TileColour.Indigo, []),
    ];

    private static readonly Category[] Fruit =
    [
        new(
            "时令水果",
            "In season",
            TileColour.Green,
            [
                Weighed("红富士苹果", "Fuji apples", 680),
                Weighed("香蕉", "Bananas", 398),
                Weighed("砂糖橘", "Tangerines", 580),
                Weighed("巨峰葡萄", "Grapes", 1280),
                Weighed("皇冠梨", "Pears", 480),
                Weighed("草莓", "Strawberries", 2580),
            ]
        ),
        new(
            "瓜类",
            "Melons",
            TileColour.Teal,
            [Weighed("西瓜", "Watermelon", 298), Weighed("哈密瓜", "Hami melon", 598)]
        ),
        new(
            "进口水果",
            "Imported",
            TileColour.Purple,
            [
                Weighed("车厘子", "Cherries", 4980),
                Piece("牛油果", "Avocado", "个", "piece", 880),
                Piece("奇异果", "Kiwi", "个", "piece", 480),
            ]
        ),
        new(
            "果切礼盒",
            "Cut fruit and gifts",
            TileColour.Pink,
            [
                Piece("鲜果切 500g", "Cut fruit 500 g", "盒", "box", 1980),
                Piece("水果礼盒", "Gift box", "盒", "box", 12800),
            ]
        ),
    ];

    private static readonly Category[] Hotpot =
    [
        new(
            "锅底",
            "Broth",
            TileColour.Red,
            [
                Piece("麻辣锅底", "Spicy broth", "份", "portion", 4800),
                Piece("番茄锅底", "Tomato broth", "份", "portion", 4200),
                Piece("菌汤锅底", "Mushroom broth", "份", "portion", 4800),
                Piece("鸳鸯锅底", "Half and half", "份", "portion", 5800),
            ]
        ),
        new(
            "荤菜",
            "Meat",
            TileColour.Orange,
            [
                Piece("精品肥牛", "Sliced beef", "份", "portion", 5800),
                Piece("手切羊肉", "Sliced lamb", "份", "portion", 6200),
                Piece("毛肚", "Tripe", "份", "portion", 4800),
                Piece("虾滑", "Shrimp paste", "份", "portion", 3800),
            ]
        ),
        new(
            "素菜",
            "Vegetables",
            TileColour.Green,
            [
                Piece("时蔬拼盘", "Greens", "份", "portion", 2200),
                Piece("土豆片", "Potato", "份", "portion", 1200),
                Piece("冻豆腐", "Frozen tofu", "份", "portion", 1200),
            ]
        ),
        new(
            "酒水",
            "Drinks",
            TileColour.Blue,
            [
                Piece("酸梅汤(扎)", "Plum juice (jug)", "扎", "jug", 2800),
                Piece("啤酒", "Beer", "瓶", "bottle", 1000),
                Piece("可乐", "Cola", "听", "can", 600),
            ]
        ),
        new(
            "其他",
            "Other",
            TileColour.Grey,
            [Piece("蘸料", "Sauce", "位", "person", 800), Piece("餐具", "Tableware", "套", "set", 200)]
        ),
    ];

    private static readonly Category[] Beauty =
    [
        new(
            "美发",
            "Hair",
            TileColour.Purple,
            [
                Service("洗剪吹", "Cut and blow-dry", 68),
                Service("儿童剪发", "Children's cut", 38),
                Service("烫发", "Perm", 398),
                Service("染发", "Colour", 328),
                Service("头皮护理", "Scalp care", 168),
            ]
        ),
        new(
            "美容",
            "Beauty",
            TileColour.Pink,
            [
                Service("基础补水", "Hydrating facial", 198),
                Service("深层清洁", "Deep cleansing", 258),
                Service("肩颈按摩", "Shoulder massage", 168),
            ]
        ),
        new(
            "美甲",
            "Nails",
            TileColour.Red,
            [Service("纯色美甲", "Plain manicure", 98), Service("手部护理", "Hand care", 68)]
        ),
        new(
            "产品",
            "Products",
            TileColour.Teal,
            [
                Piece("洗发水 500ml", "Shampoo 500 ml", "瓶", "bottle", 12800),
                Piece("面膜", "Face mask", "盒", "box", 9900),
            ]
        ),
    ];

    private static readonly Category[] Fuel =
    [
        new(
            "油品",
            "Fuel",
            TileColour.Amber,
            [
                Litre("92# 汽油", "Petrol 92", 756),
                Litre("95# 汽油", "Petrol 95", 805),
                Litre("98# 汽油", "Petrol 98", 905),
                Litre("0# 柴油", "Diesel 0", 718),
            ]
        ),
        new(
            "车用品",
            "Car care",
            TileColour.Blue,
            [
                Piece("玻璃水 2L", "Screen wash 2 l", "瓶", "bottle", 1500),
                Piece("燃油宝", "Fuel additive", "瓶", "bottle", 3800),
                new("洗车", "Car wash", "次", "visit", Money.Yuan(25), ProductKind.Service),
            ]
        ),
        new("便利店", "Shop", TileColour.Green, [Piece("矿泉水 550ml", "Water 550 ml", "瓶", "bottle", 200)]),
    ];
}
