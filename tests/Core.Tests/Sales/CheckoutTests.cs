using Shuke.Core.Pricing;
using Shuke.Core.Sales;
using Shuke.Core.Tests.Pricing;

namespace Shuke.Core.Tests.Sales;

public sealed class CheckoutTests
{
    private static readonly PricingPolicies Policies = new()
    {
        PointsAsMoney = new(100, Ratio.One, new(100), new(100)),
        Earn = new(Ratio.One, Money.Zero),
    };

    // One 51.20 ticket of a gold member with 30.00 of stored value; payments are tender:amount, * is the rest.
    [Theory]
    [InlineData("cash:51.20", "cash 51.20")]
    [InlineData("cash:100", "cash 51.20 change 48.80")]
    [InlineData("cash:50 cash:10", "cash 51.20 change 8.80")]
    [InlineData("stored:30 cash:*", "stored 30.00|cash 21.20")]
    [InlineData("wechat:*", "wechat 51.20")]
    [InlineData("wechat:50 cash:2", "wechat 50.00|cash 1.20 change 0.80")]
    [InlineData("cash:100 stored:*", "cash 51.20 change 48.80")]
    [InlineData("cash:51.19", "payment_mismatch")]
    [InlineData("", "payment_mismatch")]
    [InlineData("wechat:51.21", "change_only_from_cash")]
    [InlineData("wechat:60 cash:10", "change_only_from_cash")]
    [InlineData("wechat:51.20 cash:10", "cash_not_needed")]
    [InlineData("stored:*", "balance_too_low")]
    [InlineData("cash:0", "payment_invalid")]
    [InlineData("cash:* wechat:*", "payment_invalid")]
    [InlineData("points:10 cash:*", "payment_invalid")]
    public void A_ticket_is_paid(string payments, string expected)
    {
        var quote = Carts.Of("拿铁大 2 32.00").Quoted(Carts.Facts(Carts.Gold, Policies));
        Story(Checkout.Decide(quote, Wishes(payments), Facts)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("cash:41.20", "points 10.00 (1,000)|cash 41.20")]
    [InlineData("cash:51.20", "points 10.00 (1,000)|cash 41.20 change 10.00")]
    public void Points_come_from_the_quote_and_are_a_tender(string payments, string expected)
    {
        var cart = Carts.Of("拿铁大 2 32.00") with { Points = new(new Points(1_000)) };
        var plan = Checkout.Decide(cart.Quoted(Carts.Facts(Carts.Gold, Policies)), Wishes(payments), Facts);
        Story(plan).ShouldBe(expected);
        plan.Value.Order.Payable.Fen.ShouldBe(5_120);
        plan.Value.Spends.ShouldBe([new SpendPoints(new(1_000), Money.Yuan(10))]);
        plan.Value.Earning(Money.Zero)!.Points.Value.ShouldBe(41);
    }

    [Fact]
    public void The_price_that_was_shown_is_the_price_that_is_paid()
    {
        var quote = Carts.Of("拿铁大 2 32.00").Quoted(Carts.Facts());
        Story(Checkout.Decide(quote, Wishes("cash:*"), Facts with { ExpectedDue = Money.Yuan(60) }))
            .ShouldBe("price_changed");
    }

    [Fact]
    public void Nothing_is_sold_without_a_shift_or_goods_or_stored_value_without_a_member()
    {
        var quote = Carts.Of("拿铁大 2 32.00").Quoted(Carts.Facts());
        Story(Checkout.Decide(quote, Wishes("cash:*"), Facts with { OpenShift = null })).ShouldBe("no_open_shift");
        Story(Checkout.Decide(Carts.Of().Quoted(Carts.Facts()), [], Facts)).ShouldBe("cart_empty");
        Story(Checkout.Decide(quote, Wishes("stored:*"), Facts)).ShouldBe("member_needed");
    }

    [Fact]
    public void A_free_ticket_needs_no_payment()
    {
        var use = new FreeItemUse(FreeItemKind.Times, "9", "咖啡月卡", [], [Carts.Coffee]);
        var quote = (Carts.Of("拿铁大 1 32.00") with { FreeItems = [use] }).Quoted(Carts.Facts(Carts.Gold));
        var plan = Checkout.Decide(quote, [], Facts).Value;
        plan.Payments.ShouldBeEmpty();
        plan.Spends.ShouldBe([new UseFreeItem(FreeItemKind.Times, "9", 1)]);
    }

    [Fact]
    public void Bonus_pays_only_the_goods_that_take_it_and_does_not_earn()
    {
        var quote = Carts.Of("茶 1 10.00", "烟 1 20.00 nobonus nodisc").Quoted(Carts.Facts(Carts.Gold, Policies));
        var plan = Checkout.Decide(quote, Wishes("stored:*"), Facts).Value;
        plan.Spends.ShouldBe([new SpendStoredValue(new(2_800), new(800))]);
        plan.Earning(new(800))!.Points.Value.ShouldBe(20);
    }

    [Fact]
    public void The_plan_keeps_the_words_and_the_cost_of_the_day()
    {
        var quote = Carts.Of("拿铁大 2 32.00 cost=8").Quoted(Carts.Facts(Carts.Gold));
        var plan = Checkout.Decide(quote, Wishes("cash:*"), Facts).Value;
        plan.Lines[0].Cost.ShouldBe(Money.Yuan(16));
        plan.Discounts[0].Explanation.In(Language.Zh).ShouldBe("金卡8折:64.00 × 20% = 12.80");
        plan.Order.Fingerprint.ShouldBe(quote.Fingerprint);
    }

    internal static readonly CheckoutFacts Facts = new()
    {
        OpenShift = new ShiftId(5),
        StoredValueSpendable = Money.Yuan(30),
    };

    internal static PaymentWish[] Wishes(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Wish(w.Split(':')))];

    private static PaymentWish Wish(string[] parts)
    {
        Money? amount = parts[1] == "*" ? null : Carts.Yuan(parts[1]);
        return parts[0] switch
        {
            "cash" => new(Tender.Cash, amount),
            "stored" => new(Tender.StoredValue, amount),
            "points" => new(Tender.Points, amount),
            var method => new(Tender.Recorded, amount, method),
        };
    }

    private static string Story(Outcome<CheckoutPlan> outcome)
    {
        if (outcome.No(out var plan, out var refusal))
            return refusal.Code;
        return string.Join('|', plan.Payments.Select(Story));
    }

    private static string Story(PaymentRecord p)
    {
        var name = p.Tender switch
        {
            Tender.Cash => "cash",
            Tender.StoredValue => "stored",
            Tender.Points => "points",
            Tender.Recorded => p.Method,
        };
        var points = p.Points.Value > 0 ? $" ({p.Points})" : "";
        return $"{name} {p.Amount}{points}{(p.Change.IsPositive ? $" change {p.Change}" : "")}";
    }
}
