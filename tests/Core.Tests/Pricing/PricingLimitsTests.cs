using Shuke.Core.Pricing;

namespace Shuke.Core.Tests.Pricing;

public sealed class PricingLimitsTests
{
    private static readonly CashierLimit Junior = new(Ratio.Percent(10), Ratio.Percent(5), false);

    [Theory]
    [InlineData("可颂 1 15.00 off=10", "ok")]
    [InlineData("可颂 1 15.00 off=11", "discount_over_limit")]
    [InlineData("可颂 1 15.00 less=1.50", "ok")]
    [InlineData("可颂 1 15.00 less=1.51", "discount_over_limit")]
    [InlineData("可颂 1 15.00 set=14", "price_override_not_allowed")]
    [InlineData("可颂 1 15.00 set=15", "ok")]
    [InlineData("可颂 0 15.00", "quantity_out_of_range")]
    [InlineData("可颂 1000001 15.00", "quantity_out_of_range")]
    [InlineData("可颂 1 -1", "price_out_of_range")]
    [InlineData("可颂 1000000 1000000", "price_out_of_range")]
    public void A_junior_cashier_asks(string line, string answer) => Answer(Carts.Of(line), Junior).ShouldBe(answer);

    [Theory]
    [InlineData(5, "ok")]
    [InlineData(6, "discount_over_limit")]
    public void The_order_has_its_own_limit(int percent, string answer) =>
        Answer(Carts.Of("可颂 1 15.00") with { OrderDiscount = ManualDiscount.OffBy(Ratio.Percent(percent)) }, Junior)
            .ShouldBe(answer);

    [Fact]
    public void Over_the_limit_names_the_limit_and_what_was_asked() =>
        Quote
            .Price(Carts.Of("可颂 1 15.00 less=2"), Carts.Facts(limit: Junior))
            .Refusal!.Sentence(Language.Zh)
            .ShouldBe("“可颂”要优惠 13.34%(2.00 元),您最多可优惠 10%,请店长授权。");

    [Theory]
    [InlineData(200, "ok")]
    [InlineData(201, "too_many_lines")]
    public void A_ticket_holds_200_lines(int count, string answer) =>
        Answer(Carts.Of([.. Enumerable.Repeat("可颂 1 15.00", count)]), Junior).ShouldBe(answer);

    [Fact]
    public void Line_numbers_are_unique()
    {
        var line = Carts.Line(1, "可颂 1 15.00");
        Answer(new Cart { Lines = [line, line] }, Junior).ShouldBe("line_numbers_wrong");
    }

    private static string Answer(Cart cart, CashierLimit limit) =>
        Quote.Price(cart, Carts.Facts(limit: limit)).Refusal?.Code ?? "ok";
}
