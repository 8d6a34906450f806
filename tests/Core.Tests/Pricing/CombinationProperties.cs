using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;
using Xunit.Abstractions;

namespace Shuke.Core.Tests.Pricing;

public sealed class CombinationProperties(ITestOutputHelper output)
{
    private const int Seed = 20_261_125;
    private const int Tries = 3_000;

    [Fact]
    public void The_engine_finds_what_trying_everything_finds()
    {
        for (var i = 0; i < Tries; i++)
        {
            var (cart, facts, promotions) = Worlds.Small(new Random(Seed + i));
            var quote = cart.Quoted(facts);
            quote.Effort.IsBounded.ShouldBeFalse($"seed {Seed + i}");
            quote.Payable.Fen.ShouldBe(Plain.Cheapest(cart, facts, promotions), $"seed {Seed + i}");
        }
        output.WriteLine($"{Tries} worlds from seed {Seed}");
    }
}

/// <summary>Random shops with promotions.</summary>
internal static class Worlds
{
    public static (Cart Cart, PricingFacts Facts, List<Promotion> Promotions) Small(Random random)
    {
        var lines = Lines(random, random.Next(1, 5), products: 4);
        var promotions = Enumerable.Range(1, random.Next(1, 5)).Select(n => Some(random, n)).ToList();
        var cart = new Cart
        {
            Lines = lines,
            Coupons = [.. Enumerable.Range(1, random.Next(3)).Select(n => Coupon(random, n))],
        };
        Buyer? buyer =
            random.Next(3) == 0 ? null : Carts.Gold with { TierPrice = Ratio.Percent(random.Next(16, 21) * 5) };
        return (cart, Carts.Facts(buyer) with { Promotions = PromotionSet.Of(promotions) }, promotions);
    }

    /// <summary>More lines, all kinds, guards and weighed goods; too large to try everything.</summary>
    public static (Cart Cart, PricingFacts Facts, List<Promotion> Promotions) Large(Random random)
    {
        var lines = Lines(random, random.Next(1, 9), products: 4)
            .ConvertAll(l =>
                l with
                {
                    LowestPrice = random.Next(6) == 0 ? new Money(l.UnitPrice.Fen * 7 / 10) : null,
                    Quantity = random.Next(8) == 0 ? new(random.Next(100, 3_000)) : l.Quantity,
                }
            );
        var kinds = PromotionKindTests.Samples;
        var promotions = Enumerable
            .Range(1, random.Next(1, 7))
            .Select(n =>
                random.Next(3) > 0
                    ? Some(random, n)
                    : Some(random, n) with
                    {
                        Args = kinds[random.Next(kinds.Count)].Args,
                    }
            )
            .ToList();
        var cart = new Cart
        {
            Lines = lines,
            Coupons = [.. Enumerable.Range(1, random.Next(4)).Select(n => Coupon(random, n))],
        };
        Buyer? buyer =
            random.Next(3) == 0
                ? null
                : Carts.Gold with
                {
                    TierPrice = Ratio.Percent(random.Next(16, 21) * 5),
                    Purchases = random.Next(2),
                };
        return (cart, Carts.Facts(buyer) with { Promotions = PromotionSet.Of(promotions) }, promotions);
    }

    public static List<CartLine> Lines(Random random, int count, int products) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(no =>
                {
                    var price = random.Next(3, 120) * 100L + random.Next(2) * 90;
                    return new CartLine
                    {
                        LineNo = no,
                        ProductId = new(random.Next(1, products + 1)),
                        CategoryId = new(random.Next(1, 4)),
                        Name = $"商品{no}",
                        Quantity = Quantity.Of(random.Next(1, 4)),
                        UnitPrice = new(price),
                        MemberPrice = random.Next(4) == 0 ? new Money(price * 9 / 10) : null,
                        Discountable = random.Next(8) != 0,
                    };
                }),
        ];

    private static Goods SomeGoods(Random random) =>
        random.Next(4) switch
        {
            0 => Goods.In(new CategoryId(random.Next(1, 4))),
            1 => Goods.Of(new ProductId(random.Next(1, 5)), new ProductId(random.Next(1, 5))),
            2 => Goods.All with { NotCategories = [new(random.Next(1, 4))] },
            _ => Goods.All,
        };

    private static Promotion Some(Random random, int id) =>
        new()
        {
            Id = new(id),
            Name = $"活动{id}",
            Args = Args(random),
            Group = random.Next(3) == 0 ? "" : $"g{random.Next(1, 3)}",
            WithTierDiscount = random.Next(2) == 0,
            WithCoupons = random.Next(4) != 0,
        };

    private static OfferArgs Args(Random random)
    {
        var goods = SomeGoods(random);
        var rate = Ratio.Percent(random.Next(10, 20) * 5);
        var threshold = random.Next(5, 40) * 1_000L;
        return random.Next(9) switch
        {
            0 => new LimitedDiscount(goods, rate),
            1 => new SpecialPrice([new(new(random.Next(1, 5)), new(random.Next(3, 60) * 100))]),
            2 => new FullReduction(goods, [new(threshold, new(threshold / random.Next(3, 10)))]),
            3 => new FullReduction(
                goods,
                [new(threshold, new(threshold / 10)), new(threshold * 2, new(threshold / 3))]
            ),
            4 => new FullReduction(goods, [new(threshold / 2, new(threshold / 14))], EveryFull: true),
            5 => new FullDiscount(goods, [new(2, rate)]),
            6 => new OrderDiscount(
                goods,
                rate,
                null,
                new(random.Next(2) * threshold),
                OffMax: random.Next(2) == 0 ? null : Money.Yuan(20)
            ),
            7 => new NthPiece(goods, random.Next(2, 4), Ratio.Percent(random.Next(0, 4) * 25)),
            _ => new FixedBundle(goods, random.Next(2, 4), new(random.Next(10, 100) * 100)),
        };
    }

    private static CouponOffer Coupon(Random random, int id) =>
        new()
        {
            Id = new(1_000 + id),
            TemplateId = new(100 + id),
            Name = $"券{id}",
            Args =
                random.Next(2) == 0
                    ? new AmountOff(
                        SomeGoods(random),
                        Money.Yuan(random.Next(1, 30)),
                        Money.Yuan(random.Next(3) * 60 + 30)
                    )
                    : new OrderDiscount(
                        SomeGoods(random),
                        Ratio.Percent(random.Next(14, 20) * 5),
                        OffMax: Money.Yuan(30)
                    ),
            Stackable = random.Next(2) == 0,
        };
}
