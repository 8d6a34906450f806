using Shuke.Core.Calendar;
using Shuke.Core.Conditions;
using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;

namespace Shuke.Core.Tests.Pricing;

/// <summary>Each kind at work: a cart, one promotion, and what every line costs then.</summary>
public sealed class PromotionTests
{
    private static readonly Goods Coffee = Goods.In(Carts.Coffee);

    private static readonly (string Cart, OfferArgs Args, string Nets)[] Table =
    [
        ("拿铁 2 32", new LimitedDiscount(Coffee, Ratio.Percent(75)), "48.00"),
        ("拿铁 2 32", new SpecialPrice([new(new(1), Money.Yuan(25))]), "50.00"),
        ("拿铁 1 32|茶 1 10", new Clearance(Goods.Of(new ProductId(2)), Ratio.Percent(50)), "32.00 5.00"),
        ("汽油 35.5 7.89", new UnitOff(Coffee, new(50)), "262.35"),
        ("拿铁 3 32", new FlashPrice([new(new(1), new(990))], 2), "51.80"),
        ("拿铁 1 32|茶 1 10", new NthPiece(Coffee, 2, Ratio.Percent(50)), "32.00 5.00"),
        ("拿铁 2 32|茶 2 10", new NthPiece(Coffee, 2, Ratio.Percent(50)), "48.00 15.00"),
        ("拿铁 3 32|茶 2 10", new NthPiece(Coffee, 2, Ratio.Zero, SameProduct: true), "64.00 10.00"),
        ("拿铁 2 32|茶 1 10", new EveryN(Coffee, 3, Ratio.Percent(90)), "57.60 9.00"),
        ("拿铁 2 32|茶 1 10", new EveryN(Coffee, 3, Off: Money.Yuan(10)), "55.35 8.65"),
        ("拿铁 2 32|茶 1 10", new BuyXGetY(Coffee, 2, 1), "64.00 0.00"),
        ("拿铁 3 32|茶 3 10", new BuyXGetY(Coffee, 2, 1), "64.00 20.00"),
        ("拿铁 3 32|茶 3 10", new BuyXGetY(Coffee, 2, 1, TimesMax: 1), "64.00 30.00"),
        ("拿铁 3 32|茶 2 10", new BuyXGetY(Coffee, 2, 1, FreePieces.Same), "64.00 20.00"),
        (
            "拿铁 2 32|茶 1 10",
            new BuyXGetY(Goods.Of(new ProductId(1)), 2, 1, FreePieces.Chosen, Goods.Of(new ProductId(2))),
            "64.00 0.00"
        ),
        ("面包 2 4|饼干 2 5", new FixedBundle(Coffee, 3, Money.Yuan(10)), "6.86 7.14"),
        ("面包 3 4", new FixedBundle(Coffee, 3, Money.Yuan(13)), "12.00"),
        (
            "拿铁 1 32|面包 1 15",
            new Combo([new(Goods.Of(new ProductId(1))), new(Goods.Of(new ProductId(2)))], Money.Yuan(39)),
            "26.55 12.45"
        ),
        (
            "拿铁 2 32|面包 1 15",
            new Package([new(Goods.Of(new ProductId(1))), new(Goods.Of(new ProductId(2)))], Ratio.Percent(80)),
            "57.60 12.00"
        ),
        ("拿铁 2 32|杯 1 20", new AddOn(Coffee, Money.Yuan(50), [new(new(2), Money.Yuan(9))]), "64.00 9.00"),
        ("拿铁 1 32|杯 1 20", new AddOn(Coffee, Money.Yuan(50), [new(new(2), Money.Yuan(9))]), "32.00 20.00"),
        ("拿铁 4 32|杯 2 20", new FullGift(Coffee, Measure.Amount, 10_000, [new(2)]), "128.00 20.00"),
        ("拿铁 7 32|杯 2 20", new FullGift(Coffee, Measure.Amount, 10_000, [new(2)], EveryFull: true), "224.00 0.00"),
        ("拿铁 2 32|茶 1 10", new OneItem(Coffee, Ratio.Percent(50)), "48.00 10.00"),
        ("拿铁 2 32|茶 1 10", new Exchange(Coffee), "32.00 10.00"),
        ("拿铁 2 32|茶 1 10", new FixedPrice(Coffee, new(990)), "41.90 10.00"),
        ("锅 1 150|勺 1 62.40", new FullReduction(Goods.All, [new(20_000, Money.Yuan(30))]), "128.81 53.59"),
        (
            "锅 4 150",
            new FullReduction(Goods.All, [new(20_000, Money.Yuan(30)), new(50_000, Money.Yuan(99))]),
            "501.00"
        ),
        (
            "锅 4 150",
            new FullReduction(Goods.All, [new(20_000, Money.Yuan(30))], EveryFull: true, TimesMax: 2),
            "540.00"
        ),
        (
            "拿铁 2 32|茶 1 10",
            new FullDiscount(Coffee, [new(2, Ratio.Percent(90)), new(3, Ratio.Percent(80))]),
            "51.20 8.00"
        ),
        ("锅 1 150", new OrderDiscount(Goods.All, Ratio.Percent(80), OffMax: Money.Yuan(20)), "130.00"),
        ("锅 1 150 low=145", new OrderDiscount(Goods.All, Ratio.Percent(80)), "145.00"),
        ("烟 1 20 nodisc|糖 1 10", new OrderDiscount(Goods.All, Ratio.Percent(50)), "20.00 5.00"),
        ("拿铁 2 32 set=20", new LimitedDiscount(Coffee, Ratio.Percent(50)), "40.00"),
        ("锅 1 150", new AmountOff(Goods.All, Money.Yuan(20), Money.Yuan(100)), "130.00"),
        ("锅 1 10", new AmountOff(Goods.All, Money.Yuan(20)), "0.00"),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_promotion_and_what_each_line_costs(int i)
    {
        var (cart, args, nets) = Table[i];
        var quote = Carts.Of(cart.Split('|')).Quoted(With(Of(args)));
        string.Join(' ', quote.Lines.Select(l => l.Net)).ShouldBe(nets, args.Rule(OfferNames.None).Zh);
    }

    [Theory]
    [InlineData("锅 1 187.60", "再买 12.40 元可减 30.00 元", "12.40 yuan more for 30.00 off")]
    [InlineData("锅 1 250", "再买 50.00 元可减 50.00 元", "50.00 yuan more for 50.00 off")]
    public void A_missed_step_says_how_far_it_is(string cart, string zh, string en)
    {
        var steps = new FullReduction(Goods.All, [new(20_000, Money.Yuan(30)), new(30_000, Money.Yuan(50))]);
        var missed = Carts.Of(cart).Quoted(With(Of(steps))).NotApplied.Single();
        missed.Why.In(Language.Zh).ShouldBe(zh);
        missed.Why.In(Language.En).ShouldBe(en);
        missed.WhyCode.ShouldBe("threshold_short");
    }

    [Fact]
    public void An_applied_promotion_explains_itself()
    {
        var quote = Carts
            .Of("锅 1 150", "勺 1 62.40")
            .Quoted(With(Of(new FullReduction(Goods.All, [new(20_000, Money.Yuan(30))])) with { Version = 4 }));
        var applied = quote.Applied.Single();
        applied.Version.ShouldBe(4);
        applied.Working.In(Language.Zh).ShouldBe("商品 212.40 元,满 200.00 元减 30.00 = 30.00");
        applied.Rule(OfferNames.None).In(Language.Zh).ShouldBe("全部商品满 200.00 元减 30.00 元");
        applied.Shares.ShouldBe([(1, new Money(2_119)), (2, new Money(881))]);
        quote
            .Lines[0]
            .Discounts[0]
            .Explanation.In(Language.Zh)
            .ShouldBe("活动1:30.00 × 150.00 / 212.40 ≈ 21.19(各行合计正好 30.00)");
    }

    [Theory]
    [InlineData(false, "可颂 1 15", 90, "12.00 -3.00 tier_discount")] // the better of the two: 20 % tier
    [InlineData(false, "可颂 1 15", 70, "10.50 -4.50 limited_discount")]
    [InlineData(true, "可颂 1 15", 90, "10.80 -3.00 tier_discount -1.20 limited_discount")]
    public void The_tier_discount_goes_together_or_not(bool together, string line, int percent, string story) =>
        Carts
            .Of(line)
            .Quoted(
                With(Of(new LimitedDiscount(Coffee, Ratio.Percent(percent))) with { WithTierDiscount = together }) with
                {
                    Buyer = Carts.Gold,
                }
            )
            .Lines[0]
            .Story()
            .ShouldBe(story);

    [Fact]
    public void A_full_reduction_that_does_not_go_with_the_tier_takes_its_place_only_if_it_is_better()
    {
        var args = new FullReduction(Goods.All, [new(20_000, Money.Yuan(30))]);
        var facts = With(Of(args)) with { Buyer = Carts.Gold };
        Carts.Of("锅 1 200").Quoted(facts).Payable.ShouldBe(Money.Yuan(160)); // 8折 beats 30 off
        Carts
            .Of("锅 1 200")
            .Quoted(facts with { Buyer = Carts.Gold with { TierPrice = Ratio.Percent(90) } })
            .Payable.ShouldBe(Money.Yuan(170));
        Carts
            .Of("锅 1 200")
            .Quoted(With(Of(args) with { WithTierDiscount = true }) with { Buyer = Carts.Gold })
            .Payable.ShouldBe(Money.Yuan(160)); // 160.00 misses the threshold
    }

    [Theory]
    [InlineData(ThresholdBasis.AfterLines, "180.00")]
    [InlineData(ThresholdBasis.BeforeAll, "150.00")]
    public void Thresholds_are_measured_as_the_shop_says(ThresholdBasis basis, string payable)
    {
        var facts = With(
            Of(new LimitedDiscount(Goods.All, Ratio.Percent(90))) with
            {
                WithTierDiscount = true,
            },
            Of(new FullReduction(Goods.All, [new(20_000, Money.Yuan(15))]), 2),
            Of(new FullReduction(Goods.All, [new(19_900, Money.Yuan(15))]), 3)
        ) with
        {
            Policies = new() { Thresholds = basis },
        };
        Carts.Of("锅 1 200").Quoted(facts).Payable.ToString().ShouldBe(payable == "180.00" ? "170.00" : payable);
    }

    [Theory]
    [InlineData(PromotionChoice.Best, "75.00")]
    [InlineData(PromotionChoice.ByPriority, "85.00")]
    [InlineData(PromotionChoice.FirstOnly, "90.00")]
    public void The_shop_may_want_priority_instead_of_the_best(PromotionChoice choice, string payable)
    {
        Promotion P(int id, int yuan, string group, int priority) =>
            Of(new AmountOff(Goods.All, Money.Yuan(yuan)), id) with
            {
                Group = group,
                Priority = priority,
            };
        var facts = With(P(1, 20, "b", 2), P(2, 10, "b", 1), P(3, 5, "a", 3)) with
        {
            Policies = new() { Promotions = choice },
        };
        Carts.Of("锅 1 100").Quoted(facts).Payable.ToString().ShouldBe(payable);
    }

    [Fact]
    public void A_chosen_coupon_is_used_even_if_another_is_worth_more_and_one_left_out_never()
    {
        CouponOffer C(int id, int yuan, CouponPick pick) =>
            new()
            {
                Id = new(id),
                TemplateId = new(id),
                Name = $"券{id}",
                Args = new AmountOff(Goods.All, Money.Yuan(yuan)),
                Pick = pick,
            };
        string Used(params CouponOffer[] coupons) =>
            string.Join(
                ',',
                (Carts.Of("锅 1 100") with { Coupons = coupons }).Quoted(Carts.Facts()).Coupons.Select(c => c.Id)
            );
        Used(C(1, 5, CouponPick.Auto), C(2, 9, CouponPick.Auto)).ShouldBe("2");
        Used(C(1, 5, CouponPick.Chosen), C(2, 9, CouponPick.Auto)).ShouldBe("1");
        Used(C(1, 5, CouponPick.Auto), C(2, 9, CouponPick.Off)).ShouldBe("1");
    }

    [Fact]
    public void A_gift_may_still_be_chosen_until_it_is_in_the_cart()
    {
        var facts = With(Of(new FullGift(Coffee, Measure.Amount, 10_000, [new(2)], Pieces: 2)));
        var open = Carts.Of("拿铁 4 32").Quoted(facts).Choices.Single();
        (open.PiecesLeft, open.Goods.Single().Product).ShouldBe((2L, new ProductId(2)));
        var half = Carts.Of("拿铁 4 32", "杯 1 20").Quoted(facts);
        half.Payable.ShouldBe(Money.Yuan(128));
        half.Choices.Single().PiecesLeft.ShouldBe(1);
    }

    [Fact]
    public void Points_are_multiplied_on_the_lines_of_the_promotion()
    {
        var facts = With(Of(new PointsMultiplier(Goods.Of(new ProductId(1)), new(20_000)))) with
        {
            Buyer = Carts.Gold with { TierPrice = Ratio.One },
            Policies = new() { Earn = new(Ratio.One, Money.Zero) },
        };
        var earn = Carts.Of("拿铁 1 32", "茶 1 10").Quoted(facts).Earn!;
        earn.Points.Value.ShouldBe(74);
        earn.Why.In(Language.Zh).ShouldContain("积分加倍 32.00");
    }

    [Fact]
    public void A_promotion_without_points_leaves_points_out_or_is_left_out()
    {
        var facts = With(
            Of(new AmountOff(Goods.All, Money.Yuan(10))) with
            {
                WithPoints = false,
                WithTierDiscount = true,
            }
        ) with
        {
            Buyer = Carts.Gold with { TierPrice = Ratio.One },
            Policies = new() { PointsAsMoney = new(100, Ratio.One, new(100), new(100)) },
        };
        var without = Carts.Of("锅 1 100").Quoted(facts);
        (without.Payable, without.PointsOffer!.Max).ShouldBe((Money.Yuan(90), Points.Zero));
        var with = (Carts.Of("锅 1 100") with { Points = PointsWish.Max }).Quoted(facts);
        (with.Payable, with.PointsUsed.Value).ShouldBe((Money.Yuan(100), 1_200));
        with.NotApplied.ShouldContain(m => m.WhyCode == "not_with_points");
    }

    [Fact]
    public void Limits_and_budgets_hold()
    {
        var promotion = Of(new AmountOff(Goods.All, Money.Yuan(10))) with
        {
            Limits = new(PerMember: 2, Budget: Money.Yuan(100)),
        };
        Money Pay(OfferUsage used, Buyer? buyer) =>
            Carts
                .Of("锅 1 100")
                .Quoted(
                    With(promotion) with
                    {
                        Buyer = buyer,
                        Usage = new Dictionary<PromotionId, OfferUsage> { [new(1)] = used },
                    }
                )
                .Payable;
        var member = Carts.Gold with { TierPrice = Ratio.One };
        Pay(OfferUsage.None, member).ShouldBe(Money.Yuan(90));
        Pay(new(2, 0, 2, 2, Money.Yuan(20)), member).ShouldBe(Money.Yuan(100));
        Pay(new(1, 0, 9, 9, Money.Yuan(96)), member).ShouldBe(Money.Yuan(96)); // four yuan are left
        Pay(OfferUsage.None, null).ShouldBe(Money.Yuan(100));
    }

    [Fact]
    public void A_birthday_and_a_first_order_ask_for_their_facts()
    {
        var birthday = With(Of(new BirthdayDiscount(Goods.All, Ratio.Percent(50), 1, 1)));
        var member = Carts.Gold with { TierPrice = Ratio.One, Birthday = Birthday.Solar(11, 23) };
        Carts.Of("锅 1 100").Quoted(birthday with { Buyer = member }).Payable.ShouldBe(Money.Yuan(50));
        Carts
            .Of("锅 1 100")
            .Quoted(birthday with { Buyer = member with { Birthday = Birthday.Solar(11, 24) } })
            .NotApplied.Single()
            .WhyCode.ShouldBe("condition_over");
        var first = With(Of(new FirstOrder(Goods.All, Off: Money.Yuan(8))));
        Carts
            .Of("锅 1 100")
            .Quoted(first with { Buyer = member with { Purchases = 0 } })
            .Payable.ShouldBe(Money.Yuan(92));
        Carts
            .Of("锅 1 100")
            .Quoted(first with { Buyer = member with { Purchases = 1 } })
            .Payable.ShouldBe(Money.Yuan(100));
        Carts.Of("锅 1 100").Quoted(first with { Buyer = member }).Payable.ShouldBe(Money.Yuan(100)); // not known
    }

    [Fact]
    public void What_counted_at_a_moment_is_asked_by_version()
    {
        Promotion Version(int no, int yuan, long from, long? to) =>
            Of(new AmountOff(Goods.All, Money.Yuan(yuan))) with
            {
                Version = no,
                ValidFrom = new(from),
                ValidTo = to is { } t ? new Instant(t) : null,
            };
        Promotion[] versions = [Version(1, 5, 0, 100), Version(2, 9, 100, null)];
        PromotionSet.At(versions, new(99)).Promotions.Single().Version.ShouldBe(1);
        PromotionSet.At(versions, new(100)).Promotions.Single().Version.ShouldBe(2);
    }

    [Fact]
    public void What_gives_everything_away_without_a_limit_needs_the_owner()
    {
        var free = Of(new LimitedDiscount(Goods.All, Ratio.Zero));
        PromotionCheck.NeedsOwner(free).ShouldBeTrue();
        PromotionCheck.NeedsOwner(free with { Limits = new(Total: 100) }).ShouldBeFalse();
        PromotionCheck
            .Refuse(free with { ValidFrom = new(2), ValidTo = new(2) })!
            .Code.ShouldBe("promotion_ends_before_start");
        PromotionCheck
            .Refuse(
                Of(new FirstOrder(Goods.All, Off: Money.Yuan(8))) with
                {
                    Where = Clause.Of(Fields.Purchases, Op.AtLeast, 3),
                }
            )!
            .Code.ShouldBe("condition_never_true");
        var bundle = Of(new FixedBundle(Goods.Of(new ProductId(1)), 3, Money.Yuan(10)));
        PromotionCheck.Refuse(bundle, _ => Money.Yuan(4))!.Code.ShouldBe("promotion_below_cost");
        PromotionCheck.Refuse(bundle, _ => Money.Yuan(3)).ShouldBeNull();
    }

    private static Promotion Of(OfferArgs args, int id = 1) =>
        new()
        {
            Id = new(id),
            Name = $"活动{id}",
            Args = args,
        };

    private static PricingFacts With(params Promotion[] promotions) =>
        Carts.Facts() with
        {
            Promotions = PromotionSet.Of(promotions),
        };
}
