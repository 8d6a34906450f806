using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Shuke.Core.Conditions;
using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;
using Range = Shuke.Core.Pricing.Promotions.Goods;

namespace Shuke.Bench;

/// <summary>
/// Goal G12: how many carts a second one core decides, and what it allocates. 10 lines, 50 promotions, 5 coupons, a
/// member; 1,024 different carts in turn. ./run bench pricing [--rounds N] [--json]
/// </summary>
internal static class PricingBench
{
    private const int CartCount = 1_024;
    private const int Products = 200;

    public static int Run(string[] args)
    {
        var rounds = args.SkipWhile(a => a != "--rounds").Skip(1).Select(int.Parse).FirstOrDefault(9);
        var rows = new List<Row>();
        if (!args.Contains("groups"))
            rows.Add(Measure("4 exclusive layers", Layers(), rounds, floor: 100_000));
        if (!args.Contains("layers"))
            rows.Add(Measure("10 stackable groups", Groups(), rounds, floor: 5_000));
        if (args.Contains("--json"))
            foreach (var row in rows)
                Console.WriteLine(JsonSerializer.Serialize(row, JsonSerializerOptions.Web));
        else
            foreach (var row in rows)
                Console.WriteLine(row.Text());
        return rows.TrueForAll(r => r.Bytes == 0) ? 0 : 1;
    }

    private sealed record Row(
        string Goal,
        string World,
        double CartsPerSecond,
        double Min,
        double Max,
        double Floor,
        double P50Us,
        double P99Us,
        double MaxUs,
        double Bytes,
        double Nodes,
        double BoundedShare,
        double QuotesPerSecond,
        long GoodsFen,
        string LoadAverage
    )
    {
        public string Text() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                {Goal} {World}: {CartsPerSecond:#,0} carts/s (median of rounds; {Min:#,0} to {Max:#,0}), floor {Floor:#,0}
                  one cart: p50 {P50Us:0.0} us, p99 {P99Us:0.0} us, max {MaxUs:0.0} us
                  allocated {Bytes:0.##} B a cart; {Nodes:0.0} combinations tried a cart, bound hit by {BoundedShare:0.0%}
                  explained quotes: {QuotesPerSecond:#,0}/s; all carts together {GoodsFen} fen; load average {LoadAverage}
                """
            );
    }

    private static Row Measure(string world, (Cart[] Carts, PricingFacts Facts) w, int rounds, double floor)
    {
        var (carts, facts) = w;
        for (var i = 0; i < CartCount * 20; i++)
            Quote.Cheapest(carts[i % CartCount], facts);

        var times = new double[carts.Length];
        long nodes = 0;
        var bounded = 0;
        long goods = 0;
        for (var i = 0; i < CartCount; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var (cheapest, effort) = Quote.Cheapest(carts[i], facts);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            goods += cheapest.Fen;
            nodes += effort.Nodes;
            bounded += effort.IsBounded ? 1 : 0;
        }
        Array.Sort(times);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < CartCount; i++)
            Quote.Cheapest(carts[i], facts);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)CartCount;

        var perSecond = new List<double>();
        for (var round = 0; round <= rounds; round++)
            perSecond.Add(Rate(() => Loop(carts, facts), TimeSpan.FromMilliseconds(400)));
        perSecond.RemoveAt(0); // the first warms up
        perSecond.Sort();
        var quotes = Rate(
            () =>
            {
                for (var i = 0; i < 64; i++)
                    _ = Quote.Price(carts[i], facts).Value.Payable;
                return 64;
            },
            TimeSpan.FromMilliseconds(600)
        );
        return new(
            "G12",
            world,
            perSecond[perSecond.Count / 2],
            perSecond[0],
            perSecond[^1],
            floor,
            times[CartCount / 2],
            times[CartCount * 99 / 100],
            times[^1],
            bytes,
            nodes / (double)CartCount,
            bounded / (double)CartCount,
            quotes,
            goods,
            File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : ""
        );
    }

    private static int Loop(Cart[] carts, PricingFacts facts)
    {
        foreach (var cart in carts)
            Quote.Cheapest(cart, facts);
        return carts.Length;
    }

    /// <summary>By the processor time of this process, so that neighbours on the machine do not count.</summary>
    private static double Rate(Func<int> work, TimeSpan length)
    {
        var process = Process.GetCurrentProcess();
        var wall = Stopwatch.GetTimestamp();
        var cpu = process.TotalProcessorTime;
        long done = 0;
        do done += work();
        while (Stopwatch.GetElapsedTime(wall) < length);
        process.Refresh();
        return done / (process.TotalProcessorTime - cpu).TotalSeconds;
    }

    // --- the worlds ---------------------------------------------------------------------------------------------------

    private static (Cart[], PricingFacts) Layers()
    {
        var random = new Random(12);
        var promotions = new List<Promotion>();
        for (var i = 0; i < 50; i++)
        {
            var goods = SomeGoods(random, i);
            var rate = Ratio.Percent(random.Next(70, 96));
            var threshold = random.Next(5, 30) * 1_000L;
            var (layer, args) = (i % 4) switch
            {
                0 => (
                    "单品",
                    i % 8 == 0 ? new SpecialPrice(Prices(random)) : (OfferArgs)new LimitedDiscount(goods, rate)
                ),
                1 => (
                    "件数",
                    i % 3 == 0 ? new NthPiece(goods, 2, Ratio.Percent(50))
                    : i % 3 == 1 ? new BuyXGetY(goods, 3, 1)
                    : new EveryN(goods, 3, Ratio.Percent(90))
                ),
                2 => (
                    "满减",
                    i % 3 == 0
                        ? new FullReduction(goods, [new(threshold, new(threshold / 10))], EveryFull: true)
                        : new FullReduction(
                            goods,
                            [new(threshold, new(threshold / 10)), new(threshold * 2, new(threshold / 4))]
                        )
                ),
                _ => (
                    "整单",
                    (OfferArgs)
                        new OrderDiscount(
                            goods,
                            Ratio.Percent(random.Next(85, 98)),
                            null,
                            new(threshold),
                            OffMax: Money.Yuan(50)
                        )
                ),
            };
            promotions.Add(Of(i, layer, args, random));
        }
        return World(random, promotions);
    }

    private static (Cart[], PricingFacts) Groups()
    {
        var random = new Random(13);
        var promotions = new List<Promotion>();
        for (var i = 0; i < 50; i++)
        {
            var goods = SomeGoods(random, i);
            var threshold = random.Next(5, 30) * 1_000L;
            OfferArgs args = (i % 3) switch
            {
                0 => new FullReduction(goods, [new(threshold, new(threshold / random.Next(8, 14)))]),
                1 => new OrderDiscount(goods, Ratio.Percent(random.Next(85, 98)), null, new(threshold)),
                _ => new FullDiscount(goods, [new(2, Ratio.Percent(random.Next(88, 97))), new(5, Ratio.Percent(85))]),
            };
            promotions.Add(Of(i, $"组{i % 10}", args, random));
        }
        return World(random, promotions);
    }

    private static Promotion Of(int i, string group, OfferArgs args, Random random) =>
        new()
        {
            Id = new(i + 1),
            Name = $"活动 {i + 1}",
            Group = group,
            Args = args,
            WithTierDiscount = true,
            Where = random.Next(4) switch
            {
                0 => Clause.Of(Fields.Tier, Op.AnyOf, "3", "4"),
                1 => Clause.At(
                    new() { From = BusinessDay.Of(2026, 1, 1), Weekdays = [.. Enum.GetValues<DayOfWeek>()] }
                ),
                2 => Clause.Of(Fields.Store, Op.AnyOf, "1", "2", "3"),
                _ => Clause.Always,
            },
        };

    private static Range SomeGoods(Random random, int i) =>
        (i % 5) switch
        {
            0 => Range.All,
            1 or 2 => Range.In(new CategoryId(random.Next(1, 11)), new CategoryId(random.Next(1, 11))),
            3 => Range.All with { NotCategories = [new(random.Next(1, 11))] },
            _ => Range.Of([.. Enumerable.Range(0, 40).Select(_ => new ProductId(random.Next(1, Products + 1)))]),
        };

    private static List<ProductPrice> Prices(Random random) =>
        [
            .. Enumerable
                .Range(1, Products)
                .Where(_ => random.Next(5) == 0)
                .Select(p => new ProductPrice(new(p), new(random.Next(200, 3_000)))),
        ];

    private static (Cart[], PricingFacts) World(Random random, List<Promotion> promotions)
    {
        CouponOffer Coupon(int id, OfferArgs args, bool stackable = false) =>
            new()
            {
                Id = new(1_000 + id),
                TemplateId = new(100 + id),
                Name = $"券 {id}",
                Args = args,
                Stackable = stackable,
            };
        CouponOffer[] coupons =
        [
            Coupon(1, new AmountOff(Range.All, Money.Yuan(10), Money.Yuan(100))),
            Coupon(2, new AmountOff(Range.All, Money.Yuan(30), Money.Yuan(260))),
            Coupon(3, new OrderDiscount(Range.All, Ratio.Percent(92), OffMax: Money.Yuan(25))),
            Coupon(4, new AmountOff(Range.In(new CategoryId(3)), Money.Yuan(5)), stackable: true),
            Coupon(5, new OneItem(Range.In(new CategoryId(5)), Ratio.Percent(50)), stackable: true),
        ];
        var carts = new Cart[CartCount];
        for (var c = 0; c < CartCount; c++)
            carts[c] = new()
            {
                Coupons = coupons,
                Lines =
                [
                    .. Enumerable
                        .Range(1, 10)
                        .Select(no =>
                        {
                            var product = random.Next(1, Products + 1);
                            return new CartLine
                            {
                                LineNo = no,
                                ProductId = new(product),
                                CategoryId = new(product % 10 + 1),
                                Name = $"商品 {product}",
                                Quantity = Quantity.Of(random.Next(1, 4)),
                                UnitPrice = new(300 + product * 37 % 4_000),
                                MemberPrice = product % 9 == 0 ? new Money(280 + product * 33 % 3_600) : null,
                            };
                        }),
                ],
            };
        var facts = new PricingFacts
        {
            StoreId = new(1),
            Now = new(1_795_000_000_000),
            Day = BusinessDay.Of(2026, 11, 22),
            Promotions = PromotionSet.Of(promotions),
            Buyer = new()
            {
                MemberId = new(11),
                TierId = new(3),
                TierName = "金卡",
                TierPrice = Ratio.Percent(95),
            },
        };
        return (carts, facts);
    }
}
