using Shuke.Core.Pricing;

namespace Shuke.Core.Tests.Pricing;

public sealed class OrderOffersTests
{
    [Fact]
    public void An_amount_off_the_order_is_shared_to_the_fen()
    {
        var cart = Carts.Of("甲 1 1.00", "乙 1 1.00", "丙 1 1.00") with
        {
            OrderDiscount = ManualDiscount.AmountOf(new(100)),
        };
        var quote = cart.Quoted(Carts.Facts());
        quote.Lines.Select(l => l.Discount.Fen).ShouldBe([34, 33, 33]);
        quote.Payable.Fen.ShouldBe(200);
        quote
            .Lines[0]
            .Discounts[0]
            .Explanation.In(Language.Zh)
            .ShouldBe("整单优惠:1.00 × 1.00 / 3.00 ≈ 0.34(各行合计正好 1.00)");
    }

    [Fact]
    public void A_line_at_its_lowest_price_leaves_its_share_to_the_others()
    {
        var cart = Carts.Of("甲 1 10.00 low=9.50", "乙 1 10.00", "烟 1 10.00 nodisc") with
        {
            OrderDiscount = ManualDiscount.OffBy(Ratio.Percent(20)),
        };
        cart.Quoted(Carts.Facts()).Lines.Select(l => l.Net.Fen).ShouldBe([950, 650, 1000]);
    }

    [Fact]
    public void What_no_line_can_give_is_not_given_and_said()
    {
        var cart = Carts.Of("甲 1 10.00 low=9", "烟 1 10.00 nodisc") with
        {
            OrderDiscount = ManualDiscount.AmountOf(Money.Yuan(3)),
        };
        var quote = cart.Quoted(Carts.Facts());
        quote.Payable.ShouldBe(Money.Yuan(19));
        quote.NotApplied.ShouldHaveSingleItem().Why.In(Language.Zh).ShouldBe("商品已到最低价,整单少减 2.00");
    }

    [Fact]
    public void The_order_discount_comes_after_the_line_discounts()
    {
        var cart = Carts.Of("拿铁大 2 32.00") with { OrderDiscount = ManualDiscount.OffBy(Ratio.Percent(10)) };
        cart.Quoted(Carts.Facts(Carts.Gold)).Lines[0].Story().ShouldBe("46.08 -12.80 tier_discount -5.12 manual_order");
    }

    [Theory]
    [InlineData(RoundOffRule.None, "58.76", 5876)]
    [InlineData(RoundOffRule.DownToJiao, "58.76", 5870)]
    [InlineData(RoundOffRule.DownToYuan, "58.76", 5800)]
    [InlineData(RoundOffRule.ToJiao, "58.74", 5870)]
    [InlineData(RoundOffRule.ToJiao, "58.75", 5875)] // would go up: stays exact
    [InlineData(RoundOffRule.ToYuan, "58.49", 5800)]
    [InlineData(RoundOffRule.ToYuan, "58.50", 5850)]
    [InlineData(RoundOffRule.DownToYuan, "0.99", 0)]
    public void The_due_is_made_round_and_never_larger(RoundOffRule rule, string price, long due)
    {
        var quote = Carts.Of($"甲 1 {price}").Quoted(Carts.Facts(policies: new() { RoundOff = rule }));
        quote.Due.Fen.ShouldBe(due);
        quote.Payable.ShouldBe(quote.Due);
    }

    [Theory]
    [InlineData(null, "拿铁 1 30.00", 0, 1_200, 0)] // offered, not asked for
    [InlineData(-1L, "拿铁 1 30.00", 1_200, 1_200, 1_200)] // as many as possible: 1,280 in steps of 100
    [InlineData(500L, "拿铁 1 30.00", 500, 1_200, 500)]
    [InlineData(550L, "拿铁 1 30.00", 500, 1_200, 500)]
    [InlineData(-1L, "拿铁 1 15.00", 700, 700, 700)] // half of the ticket at most
    [InlineData(-1L, "糖 1 1.00", 0, 0, 0)]
    public void Points_pay_within_the_rules(long? wish, string line, long used, long max, long money)
    {
        var cart = Carts.Of(line) with
        {
            Points =
                wish is null ? null
                : wish < 0 ? PointsWish.Max
                : new(new Points(wish.Value)),
        };
        var quote = cart.Quoted(Carts.Facts(Carts.Gold with { TierPrice = Ratio.One }, new() { PointsAsMoney = Rule }));
        quote.PointsUsed.Value.ShouldBe(used);
        quote.PointsOffer!.Max.Value.ShouldBe(max);
        quote.PointsMoney.Fen.ShouldBe(money);
        quote.Saved.ShouldBe(Money.Zero);
        quote.Due.ShouldBe(quote.Payable - quote.PointsMoney);
    }

    private static readonly PointsAsMoneyRule Rule = new(100, Ratio.Percent(50), new(100), new(100));

    [Fact]
    public void Too_few_points_say_how_many_are_missing()
    {
        var poor = Carts.Gold with { SpendablePoints = new(80) };
        var cart = Carts.Of("拿铁 1 30.00") with { Points = PointsWish.Max };
        var quote = cart.Quoted(Carts.Facts(poor, new() { PointsAsMoney = Rule }));
        quote.PointsUsed.ShouldBe(Points.Zero);
        quote.NotApplied.ShouldHaveSingleItem().Why.In(Language.Zh).ShouldBe("积分满 100 才能抵扣,还差 20");
    }

    [Fact]
    public void Rounding_comes_after_points_and_makes_the_rest_round()
    {
        var cart = Carts.Of("拿铁 1 30.57") with { Points = new(new Points(300)) };
        var quote = cart.Quoted(
            Carts.Facts(
                Carts.Gold with
                {
                    TierPrice = Ratio.One,
                },
                new() { PointsAsMoney = Rule, RoundOff = RoundOffRule.DownToYuan }
            )
        );
        quote.Due.ShouldBe(Money.Yuan(27));
        quote.Payable.ShouldBe(Money.Yuan(30));
    }

    [Fact]
    public void A_times_card_frees_the_dearest_piece_and_the_rest_is_discounted()
    {
        var use = new FreeItemUse(FreeItemKind.Times, "9", "咖啡月卡", [], [Carts.Coffee]);
        var cart = Carts.Of("美式 1 20.00", "拿铁大 2 32.00") with { FreeItems = [use] };
        var quote = cart.Quoted(Carts.Facts(Carts.Gold));
        quote
            .Lines.Select(l => l.Story())
            .ShouldBe(["16.00 -4.00 tier_discount", "25.60 -32.00 free_item -6.40 tier_discount"]);
        quote.Lines[1].Discounts[0].Explanation.In(Language.Zh).ShouldBe("咖啡月卡:免 1 件 32.00");
    }

    [Theory]
    [InlineData(1, "0.00 -20.00 free_item|64.00")]
    [InlineData(2, "20.00|32.00 -32.00 free_item")]
    [InlineData(3, "20.00|64.00")]
    public void A_chosen_line_is_the_one_that_is_free(int chosen, string expected)
    {
        var use = new FreeItemUse(FreeItemKind.Benefit, "9", "生日咖啡", [new(1), new(2)], [], chosen);
        var quote = (Carts.Of("美式 1 20.00", "拿铁大 2 32.00") with { FreeItems = [use] }).Quoted(Carts.Facts());
        string.Join('|', quote.Lines.Select(l => l.Story())).ShouldBe(expected);
        quote.NotApplied.Any(m => m.WhyCode == "nothing_eligible").ShouldBe(chosen == 3);
    }

    [Theory]
    [InlineData("拿铁 1 58.70", 0, 0, 58)]
    [InlineData("拿铁 1 58.70", 870, 0, 50)]
    [InlineData("拿铁 1 58.70", 0, 870, 50)]
    [InlineData("拿铁 1 58.70 noearn", 0, 0, 0)]
    [InlineData("拿铁 1 4.99", 0, 0, 0)]
    public void Points_are_earned_on_what_was_paid_with_money(string line, long points, long bonus, long earned)
    {
        var facts = Carts.Facts(
            Carts.Gold with
            {
                TierPrice = Ratio.One,
            },
            new() { Earn = new(Ratio.One, Money.Yuan(5)) }
        );
        Earn.For(Carts.Of(line).Quoted(facts), new(new(points), Money.Zero, new(bonus)))!.Points.Value.ShouldBe(earned);
    }

    [Fact]
    public void The_earning_explains_itself()
    {
        var facts = Carts.Facts(
            Carts.Gold with
            {
                PointsMultiplier = new(15_000),
            },
            new() { Earn = new(Ratio.One, Money.Zero) }
        );
        Carts
            .Of("拿铁大 2 32.00")
            .Quoted(facts)
            .Earn!.Why.In(Language.Zh)
            .ShouldBe("计分金额 51.20 × 每元 1 × 1.5 = 76 积分(不足 1 积分舍去)");
    }
}
