using Shuke.Core.Pricing;

namespace Shuke.Core.Tests.Pricing;

public sealed class LineOffersTests
{
    [Fact]
    public void The_explanation_holds_the_arithmetic()
    {
        var discount = Carts.Of("拿铁大 2 32.00").Quoted(Carts.Facts(Carts.Gold)).Lines[0].Discounts[0];
        discount.Explanation.In(Language.Zh).ShouldBe("金卡8折:64.00 × 20% = 12.80");
        discount.Explanation.In(Language.En).ShouldBe("金卡 20% off: 64.00 × 20% = 12.80");
        discount.Title.In(Language.Zh).ShouldBe("金卡8折");
    }

    [Theory]
    [InlineData("拿铁大 2 32.00", "51.20 -12.80 tier_discount")]
    [InlineData("拿铁大 2 32.00 m=20", "40.00 -24.00 member_price")]
    [InlineData("拿铁大 2 32.00 m=30", "51.20 -12.80 tier_discount")]
    [InlineData("拿铁大 2 32.00 m=25.60", "51.20 -12.80 member_price")]
    [InlineData("拿铁大 2 32.00 m=40", "51.20 -12.80 tier_discount")]
    [InlineData("香烟 1 20.00 nodisc", "20.00")]
    [InlineData("香烟 1 20.00 nodisc m=19", "19.00 -1.00 member_price")]
    [InlineData("香烟 1 20.00 nodisc off=50", "20.00")]
    [InlineData("可颂 1 15.00 off=30", "10.50 -4.50 manual_line")]
    [InlineData("可颂 1 15.00 off=10", "12.00 -3.00 tier_discount")]
    [InlineData("可颂 1 15.00 less=5", "10.00 -5.00 manual_line")]
    [InlineData("可颂 1 15.00 less=99", "0.00 -15.00 manual_line")]
    [InlineData("可颂 1 15.00 low=13", "13.00 -2.00 tier_discount")]
    [InlineData("可颂 1 15.00 low=16", "15.00")]
    [InlineData("可颂 2 15.00 set=9", "18.00 -12.00 price_override")]
    [InlineData("可颂 2 15.00 set=9 low=10", "20.00 -10.00 price_override")]
    [InlineData("可颂 2 15.00 set=18", "36.00")]
    [InlineData("樱桃 0.355 19.99", "5.68 -1.42 tier_discount")]
    [InlineData("糖 1 0.02", "0.02")]
    public void A_gold_member_pays_for_a_line(string line, string expected) =>
        Carts.Of(line).Quoted(Carts.Facts(Carts.Gold)).Lines[0].Story().ShouldBe(expected);

    [Theory]
    [InlineData("拿铁大 2 32.00 m=30", "48.00 -4.00 member_price -12.00 tier_discount")]
    [InlineData("拿铁大 2 32.00 off=50", "25.60 -12.80 tier_discount -25.60 manual_line")]
    [InlineData("拿铁大 2 32.00 m=30 set=20", "40.00 -24.00 price_override")]
    public void Line_discounts_multiply_where_the_shop_says_so(string line, string expected)
    {
        var policies = new PricingPolicies { LineDiscounts = LineDiscounts.Multiply };
        Carts.Of(line).Quoted(Carts.Facts(Carts.Gold, policies)).Lines[0].Story().ShouldBe(expected);
    }

    [Theory]
    [InlineData("可颂 1 15.00 cost=13", false, "12.00 -3.00 tier_discount")]
    [InlineData("可颂 1 15.00 cost=13", true, "13.00 -2.00 tier_discount")]
    [InlineData("可颂 1 15.00 cost=13 low=14", true, "14.00 -1.00 tier_discount")]
    public void The_cost_guard_holds_if_it_is_on(string line, bool guard, string expected)
    {
        var policies = new PricingPolicies { CostGuard = guard };
        Carts.Of(line).Quoted(Carts.Facts(Carts.Gold, policies)).Lines[0].Story().ShouldBe(expected);
    }

    [Theory]
    [InlineData("拿铁大 2 32.00 m=30", "better_taken", "已取更优惠的“金卡8折”(多省 8.80 元)")]
    [InlineData("香烟 1 20.00 nodisc", "not_discountable", "“香烟”不参与打折")]
    [InlineData("可颂 1 15.00 set=14", "price_by_hand", "“可颂”已改价,不再打折")]
    [InlineData("可颂 1 15.00 low=13", "lowest_price", "“可颂”已到最低价,少减 1.00")]
    public void What_did_not_apply_says_why_and_how_far(string line, string code, string sentence)
    {
        var missed = Carts.Of(line).Quoted(Carts.Facts(Carts.Gold)).NotApplied;
        missed.Count.ShouldBe(1);
        missed[0].WhyCode.ShouldBe(code);
        missed[0].LineNo.ShouldBe(1);
        missed[0].Why.In(Language.Zh).ShouldBe(sentence);
    }

    [Fact]
    public void A_cut_discount_says_so()
    {
        var discount = Carts.Of("可颂 1 15.00 low=13").Quoted(Carts.Facts(Carts.Gold)).Lines[0].Discounts[0];
        discount.WasCut.ShouldBeTrue();
        discount.Explanation.In(Language.Zh).ShouldBe("金卡8折:15.00 × 20% = 3.00,到最低价为止减 2.00");
    }

    [Fact]
    public void A_guest_pays_the_list_price() =>
        Carts.Of("拿铁大 2 32.00 m=20").Quoted(Carts.Facts()).Lines[0].Story().ShouldBe("64.00");
}
