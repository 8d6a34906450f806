using System.Text.Json;
using System.Text.Json.Serialization;
using Shuke.Core.Conditions;
using Shuke.Core.Pricing.Promotions;

namespace Shuke.Core.Tests.Pricing;

public sealed class PromotionKindTests
{
    private static readonly Goods Drinks = Goods.In(new CategoryId(7));
    private static readonly OfferNames Names = new(
        p => p.Value == 1 ? "拿铁" : null,
        c => c.Value == 7 ? "饮品" : null,
        t => t.Value == 3 ? "金卡" : null,
        (_, v) => v == "wechat" ? "微信" : null
    );

    /// <summary>One of each kind, with the sentence its arguments make.</summary>
    public static readonly IReadOnlyList<(OfferArgs Args, string Zh, string En)> Samples =
    [
        (new LimitedDiscount(Drinks, Ratio.Percent(80)), "饮品 8 折", "饮品 20% off"),
        (new SpecialPrice([new(new(1), Money.Yuan(25))]), "特价:拿铁 25.00 元", "Special price: 拿铁 25.00 yuan"),
        (new MemberPrices([new(new(1), Money.Yuan(25))]), "会员价:拿铁 25.00 元", "Member price: 拿铁 25.00 yuan"),
        (
            new SecondMemberPrices([new(new(1), Money.Yuan(20))], [new(5)]),
            "第二会员价:拿铁 20.00 元",
            "Second member price: 拿铁 20.00 yuan"
        ),
        (
            new TierDiscounts(Goods.All, [new(new(3), Ratio.Percent(90))]),
            "全部商品:金卡 9 折",
            "all goods: 金卡 10% off"
        ),
        (
            new TierPrices([new(new(3), new(1), Money.Yuan(28))]),
            "等级价:金卡 拿铁 28.00 元",
            "Price by tier: 金卡 拿铁 28.00 yuan"
        ),
        (
            new NewCustomerPrices([new(new(1), new(990))]),
            "新客价(此前消费不超过 0 次):拿铁 9.90 元",
            "New customers (at most 0 purchases before): 拿铁 9.90 yuan"
        ),
        (new Clearance(Drinks, Ratio.Percent(50)), "清仓:饮品 5 折", "Clearance: 饮品 50% off"),
        (
            new HappyHour(Drinks, Ratio.Percent(70), [new(840, 1_020)], [DayOfWeek.Monday]),
            "每周一 14:00–17:00 饮品 7 折",
            "every Monday, 14:00–17:00: 饮品 30% off"
        ),
        (
            new MemberDay(Goods.All, Ratio.Percent(88), new() { DaysOfMonth = [8] }),
            "会员日(每月 8 日)全部商品 8.8 折",
            "Member day (day 8 of the month): all goods 12% off"
        ),
        (
            new BirthdayDiscount(Goods.All, Ratio.Percent(50)),
            "生日当天全部商品 5 折",
            "On the birthday: all goods 50% off"
        ),
        (new UnitOff(Drinks, new(50)), "饮品每单位减 0.50 元", "饮品: 0.50 yuan off each unit"),
        (
            new FlashPrice([new(new(1), new(990))], 2),
            "秒杀:拿铁 9.90 元,每单限 2 件",
            "Flash price: 拿铁 9.90 yuan, 2 pieces a ticket"
        ),
        (new NthPiece(Drinks, 2, Ratio.Percent(50)), "饮品第 2 件 5 折", "饮品: every piece no. 2 50% off"),
        (new EveryN(Drinks, 3, Off: Money.Yuan(5)), "饮品每 3 件 减 5.00 元", "饮品: every 3 pieces 5.00 yuan off"),
        (new BuyXGetY(Drinks, 2, 1), "饮品买 2 送 1(价低者)", "饮品: buy 2, get 1 the cheapest free"),
        (new FixedBundle(Drinks, 3, Money.Yuan(10)), "饮品 10.00 元 3 件", "饮品: 3 for 10.00 yuan"),
        (
            new Combo([new(Goods.Of(new ProductId(1))), new(Goods.In(new CategoryId(8)))], Money.Yuan(39)),
            "套餐 39.00 元:拿铁 1 件 + 分类 8 1 件",
            "Combo at 39.00 yuan: 1 of 拿铁 + 1 of 分类 8"
        ),
        (
            new Package([new(Drinks), new(Goods.In(new CategoryId(8)), 2)], Ratio.Percent(85)),
            "饮品 1 件 + 分类 8 2 件 一起买 8.5 折",
            "1 of 饮品 + 2 of 分类 8 together 15% off"
        ),
        (
            new AddOn(Goods.All, Money.Yuan(50), [new(new(1), Money.Yuan(9))]),
            "全部商品满 50.00 元可加价购:拿铁 9.00 元,限 1 件",
            "From 50.00 yuan of all goods, add 拿铁 9.00 yuan; 1 pieces"
        ),
        (
            new FullGift(Goods.All, Measure.Amount, 10_000, [new(1)]),
            "全部商品满 100.00 元送 1 件:拿铁任选",
            "all goods from 100.00 yuan: 1 free of 拿铁"
        ),
        (new OneItem(Drinks, Ratio.Percent(50)), "饮品任选 1 件 5 折", "1 of 饮品 50% off"),
        (new Exchange(Drinks), "免费兑换 1 件:饮品", "1 free of 饮品"),
        (new FixedPrice(Drinks, new(990)), "饮品 1 件以内每件 9.90 元", "Up to 1 of 饮品 at 9.90 yuan each"),
        (
            new FullReduction(Goods.All, [new(20_000, Money.Yuan(30)), new(30_000, Money.Yuan(50))]),
            "全部商品满 200.00 元减 30.00 元、满 300.00 元减 50.00 元",
            "all goods: 30.00 off from 200.00 yuan, 50.00 off from 300.00 yuan"
        ),
        (
            new FullDiscount(Drinks, [new(2, Ratio.Percent(90)), new(3, Ratio.Percent(80))]),
            "饮品满 2 件 9 折、满 3 件 8 折",
            "饮品: 10% off from 2 pieces, 20% off from 3 pieces"
        ),
        (
            new OrderDiscount(Goods.All, Ratio.Percent(90), OffMax: Money.Yuan(20)),
            "全部商品 9 折,最多减 20.00 元",
            "all goods 10% off, at most 20.00 yuan off"
        ),
        (
            new AmountOff(Goods.All, Money.Yuan(10), Money.Yuan(50)),
            "全部商品满 50.00 元减 10.00 元",
            "all goods: 10.00 off from 50.00"
        ),
        (
            new PaymentDiscount(["wechat"], Goods.All, Off: Money.Yuan(3)) { Threshold = Money.Yuan(30) },
            "用 微信 支付,全部商品满 30.00 元 减 3.00 元",
            "Paid by 微信: all goods from 30.00 yuan 3.00 yuan off"
        ),
        (
            new FirstOrder(Goods.All, Off: Money.Yuan(8)),
            "首单全部商品 减 8.00 元",
            "First order: all goods 8.00 yuan off"
        ),
        (
            new FreeShipping(Goods.All, Money.Yuan(99)),
            "全部商品满 99.00 元包邮",
            "all goods: free delivery from 99.00 yuan"
        ),
        (new PointsMultiplier(Drinks, new(20_000)), "饮品 2 倍积分", "饮品: 2 times the points"),
    ];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new Whole<Ratio>(v => new((int)v), r => r.Bp), new Whole<Money>(v => new(v), m => m.Fen) },
    };

    public static TheoryData<string> Kinds => [.. OfferKindsOf.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_says_its_rule_and_survives_json(string kind)
    {
        var (args, zh, en) = Samples.Single(s => s.Args.Kind == kind);
        args.Rule(Names).ShouldBe(new Words(zh, en));
        args.Fault().ShouldBeNull();
        args.Title().Zh.ShouldNotBeEmpty();

        var json = JsonSerializer.Serialize(args, Options);
        json.ShouldStartWith($"{{\"kind\":\"{kind}\"");
        foreach (var computed in new[] { "phase", "title", "counts", "requires", "givesAllAway" })
            json.ShouldNotContain($"\"{computed}\"");
        var back = JsonSerializer.Deserialize<OfferArgs>(json, Options)!;
        back.Rule(Names).ShouldBe(args.Rule(Names));
        JsonSerializer.Serialize(back, Options).ShouldBe(json);
    }

    public static readonly IReadOnlyList<(string Code, OfferArgs Args)> Wrong =
    [
        ("promotion_rate_wrong", new LimitedDiscount(Drinks, new(10_100))),
        ("promotion_rate_wrong", new OrderDiscount(Goods.All, new Ratio(-1))),
        ("promotion_off_over_threshold", new FullReduction(Goods.All, [new(2_000, Money.Yuan(30))])),
        ("promotion_off_over_threshold", new AmountOff(Goods.All, Money.Yuan(30), Money.Yuan(20))),
        ("promotion_steps_wrong", new FullReduction(Goods.All, [new(3_000, Money.Yuan(3)), new(2_000, Money.Yuan(5))])),
        ("promotion_steps_wrong", new FullReduction(Goods.All, [])),
        ("promotion_steps_wrong", new FullDiscount(Drinks, [new(2, Ratio.Percent(80)), new(3, Ratio.Percent(90))])),
        ("promotion_rate_or_amount", new OrderDiscount(Goods.All)),
        ("promotion_rate_or_amount", new EveryN(Drinks, 3, Ratio.Percent(90), Money.Yuan(1))),
        ("promotion_count_wrong", new NthPiece(Drinks, 1, Ratio.Percent(50))),
        ("promotion_amount_wrong", new UnitOff(Drinks, Money.Zero)),
        ("promotion_goods_missing", new SpecialPrice([])),
        ("promotion_goods_missing", new Exchange(Goods.All)),
        (
            "promotion_parts_overlap",
            new Combo([new(Goods.Of(new ProductId(1))), new(Goods.Of(new ProductId(1)))], Money.Yuan(9))
        ),
        ("condition_never_true", new MemberDay(Goods.All, Ratio.Percent(90), new() { DaysOfMonth = [32] })),
    ];

    public static TheoryData<int> WrongOnes => [.. Enumerable.Range(0, Wrong.Count)];

    [Theory]
    [MemberData(nameof(WrongOnes))]
    public void Arguments_that_make_no_sense_are_refused(int i) => Wrong[i].Args.Fault()!.Code.ShouldBe(Wrong[i].Code);

    private sealed class Whole<T>(Func<long, T> make, Func<T, long> get) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            make(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(get(value));
    }
}
