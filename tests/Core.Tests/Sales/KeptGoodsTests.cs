using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;
using Shuke.Core.Sales;
using Shuke.Core.Tests.Pricing;
using Xunit.Abstractions;

namespace Shuke.Core.Tests.Sales;

public sealed class KeptGoodsTests(ITestOutputHelper output)
{
    // Two of 100.00 and one of 20.00 with 30.00 off from 200.00: paid 190.00.
    private static Quote Sale(params CouponOffer[] coupons)
    {
        var facts = Carts.Facts() with
        {
            Promotions = PromotionSet.Of([
                new()
                {
                    Id = new(1),
                    Name = "满200减30",
                    Args = new FullReduction(Goods.All, [new(20_000, Money.Yuan(30))]),
                },
            ]),
        };
        return (Carts.Of("锅 2 100", "勺 1 20") with { Coupons = coupons }).Quoted(facts);
    }

    [Theory]
    [InlineData("2x1", "20.00")] // 200.00 is still reached: the spoon goes back at its price
    [InlineData("1x1", "70.00")] // 120.00 kept have no reduction: 190.00 - 120.00
    [InlineData("2x1|1x1", "20.00|70.00")]
    [InlineData("1x1|2x1|1x1", "70.00|20.00|100.00")]
    [InlineData("1x2|2x1", "170.00|20.00")]
    [InlineData("all", "190.00")]
    public void Paid_less_what_the_kept_goods_would_have_cost(string returns, string expected)
    {
        var quote = Sale();
        quote.Payable.ShouldBe(Money.Yuan(190));
        Refunds(quote, returns).ShouldBe(expected);
    }

    [Fact]
    public void A_coupon_that_the_kept_goods_do_not_reach_is_made_good()
    {
        var coupon = new CouponOffer
        {
            Id = new(9),
            TemplateId = new(9),
            Name = "满150减20",
            Args = new AmountOff(Goods.All, Money.Yuan(20), Money.Yuan(150)),
        };
        var quote = Sale(coupon);
        quote.Payable.ShouldBe(Money.Yuan(170));
        Refunds(quote, "1x1|1x1|2x1").ShouldBe("50.00|100.00|20.00");
    }

    [Fact]
    public void Pro_rata_is_the_other_policy() =>
        RefundDecision
            .Decide(SaleProperties.Sold(Sale()), RefundTests.Wish("1x1"))
            .Value.Amount.ShouldBe(new Money(8_637)); // 172.73 for two

    /// <summary>19.10: a sale and any sequence of partial returns that returns everything is nothing, to the fen.</summary>
    [Fact]
    public void Ten_thousand_sequences_return_exactly_what_was_paid()
    {
        const int seed = 20_261_125;
        var partial = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var random = new Random(seed + i);
            var (cart, facts, _) = Worlds.Small(random);
            var quote = cart.Quoted(facts);
            if (quote.Due.IsZero)
                continue;
            var cost = KeptGoods.CostOf(quote);
            var order = SaleProperties.Sold(quote) with { KeptCost = cost };
            var back = Money.Zero;
            for (var step = 0; order.State is OrderState.Paid or OrderState.PartlyRefunded; step++)
            {
                var wish = RefundTests.Wish("all") with
                {
                    Lines = step < 5 ? SaleProperties.Some(order, random.Next(100)) : null,
                };
                var plan = RefundDecision.Decide(order, wish).Value;
                QuoteProperties.Sum(plan.Lines.Select(l => l.Amount)).ShouldBe(plan.Amount);
                QuoteProperties.Sum(plan.Tenders.Select(t => t.Amount)).ShouldBe(plan.Amount);
                plan.Lines.ShouldAllBe(l => !l.Amount.IsNegative);
                order = RefundTests.After(order, plan);
                order.Lines.ShouldAllBe(l => l.Refunded <= l.Net);
                back += plan.Amount;
                var kept = order
                    .Lines.Where(l => l.Returned < l.Quantity)
                    .ToDictionary(l => l.LineNo, l => l.Quantity - l.Returned);
                // Never more than was paid for what is gone; exactly that unless an earlier refund already gave it.
                back.ShouldBeGreaterThanOrEqualTo(
                    quote.Payable - Money.Min(quote.Payable, kept.Count == 0 ? Money.Zero : cost(kept))
                );
                partial += kept.Count > 0 ? 1 : 0;
            }
            back.ShouldBe(quote.Payable, $"seed {seed + i}");
            order.Lines.ShouldAllBe(l => l.Refunded == l.Net && l.Returned == l.Quantity, $"seed {seed + i}");
            order.Payments.ShouldAllBe(p => p.Refunded == p.Amount && p.PointsReturned == p.Points);
            order.EarnedTakenBack.ShouldBe(order.Earned);
        }
        partial.ShouldBeGreaterThan(10_000);
        output.WriteLine($"10,000 sales from seed {seed}, {partial} partial returns");
    }

    private static string Refunds(Quote quote, string returns)
    {
        var order = SaleProperties.Sold(quote) with { KeptCost = KeptGoods.CostOf(quote) };
        var amounts = new List<Money>();
        foreach (var text in returns.Split('|'))
        {
            var plan = RefundDecision.Decide(order, RefundTests.Wish(text)).Value;
            amounts.Add(plan.Amount);
            order = RefundTests.After(order, plan);
        }
        return string.Join('|', amounts);
    }
}
