using Shuke.Core.Pricing;
using Shuke.Core.Sales;

namespace Shuke.Core.Tests.Sales;

public sealed class RefundTests
{
    private static readonly ShiftId Shift = new(5);

    // 3 cakes for 10.00 and a tea for 5.00; paid 2.00 with 200 points, 6.00 stored, 7.00 cash; 13 points earned.
    private static readonly SoldOrder Sold = new()
    {
        State = OrderState.Paid,
        ShiftId = Shift,
        Lines =
        [
            new(1, "蛋糕", Quantity.Of(3), Money.Yuan(10), Quantity.Zero, Money.Zero, []),
            new(2, "茶", Quantity.One, Money.Yuan(5), Quantity.Zero, Money.Zero, [new(FreeItemKind.Times, "9", 2)]),
        ],
        Payments =
        [
            new(1, Tender.Points, null, Money.Yuan(2), Money.Zero, new(200), Points.Zero),
            new(2, Tender.StoredValue, null, Money.Yuan(6), Money.Zero, Points.Zero, Points.Zero),
            new(3, Tender.Cash, null, Money.Yuan(7), Money.Zero, Points.Zero, Points.Zero),
        ],
        Earned = new(13),
    };

    // Returns one after another, line x quantity; then each refund: tenders backwards, earned points taken back, state.
    [Theory]
    [InlineData("1x1", "3.33 = cash 3.33; -2; partly_refunded")]
    [InlineData("1x3", "10.00 = cash 7.00, stored 3.00; -8; partly_refunded")]
    [InlineData("all", "15.00 = cash 7.00, stored 6.00, points 2.00 (200); -13; refunded")]
    [InlineData(
        "1x1|1x1|1x1,2x1",
        "3.33 = cash 3.33; -2; partly_refunded|3.34 = cash 3.34; -3; partly_refunded|8.33 = cash 0.33, stored 6.00, points 2.00 (200); -8; refunded"
    )]
    [InlineData(
        "2x1|all",
        "5.00 = cash 5.00; -4; partly_refunded|10.00 = cash 2.00, stored 6.00, points 2.00 (200); -9; refunded"
    )]
    [InlineData("1x4", "refund_over_quantity")]
    [InlineData("1x2|1x2", "6.67 = cash 6.67; -5; partly_refunded|refund_over_quantity")]
    [InlineData("3x1", "refund_lines_invalid")]
    [InlineData("1x0", "refund_lines_invalid")]
    [InlineData("1x1,1x1", "refund_lines_invalid")]
    [InlineData("all|all", "15.00 = cash 7.00, stored 6.00, points 2.00 (200); -13; refunded|illegal_order_state")]
    [InlineData("void", "15.00 = cash 7.00, stored 6.00, points 2.00 (200); -13; void")]
    [InlineData("2x1|void", "5.00 = cash 5.00; -4; partly_refunded|void_after_refund")]
    public void Goods_come_back(string returns, string expected)
    {
        var order = Sold;
        var stories = new List<string>();
        foreach (var text in returns.Split('|'))
        {
            var outcome = RefundDecision.Decide(order, Wish(text));
            stories.Add(outcome.IsOk ? Story(outcome.Value) : outcome.Refusal!.Code);
            if (outcome.IsOk)
                order = After(order, outcome.Value);
        }
        string.Join('|', stories).ShouldBe(expected);
    }

    // 13 points should come back; some are spent. Worth of the missing ones -> kept, paid out in cash and stored value.
    [Theory]
    [InlineData("0.13", "0.13 of 15.00, cash 6.87, stored 6.00, lost 0.00")]
    [InlineData("8.00", "8.00 of 15.00, cash 0.00, stored 5.00, lost 0.00")]
    [InlineData("20.00", "13.00 of 15.00, cash 0.00, stored 0.00, lost 7.00")]
    public void Earned_points_that_are_spent_lower_the_refund(string worth, string expected)
    {
        var wish = Wish("all") with { Short = new(new(13), Pricing.Carts.Yuan(worth)) };
        var plan = RefundDecision.Decide(Sold, wish).Value;
        $"{plan.Kept} of {plan.Amount}, cash {plan.Tenders[0].PaidOut}, stored {plan.Tenders[1].PaidOut}, lost {plan.NotRecovered}".ShouldBe(
            expected
        );
        plan.Tenders[2].PaidOut.ShouldBe(Money.Yuan(2));
    }

    [Fact]
    public void A_refund_goes_into_the_open_shift_and_a_void_only_into_its_own()
    {
        RefundDecision
            .Decide(Sold, Wish("all") with { OpenShift = new ShiftId(6) })
            .Value.ShiftId.ShouldBe(new ShiftId(6));
        RefundDecision
            .Decide(Sold, Wish("void") with { OpenShift = new ShiftId(6) })
            .Refusal!.Code.ShouldBe("void_after_shift");
        RefundDecision.Decide(Sold, Wish("all") with { OpenShift = null }).Refusal!.Code.ShouldBe("no_open_shift");
    }

    [Fact]
    public void The_times_card_gets_its_time_back_with_the_piece()
    {
        RefundDecision.Decide(Sold, Wish("2x1")).Value.UsesBack.ShouldBe([new UseFreeItem(FreeItemKind.Times, "9", 2)]);
        RefundDecision.Decide(Sold, Wish("1x3")).Value.UsesBack.ShouldBeEmpty();
    }

    internal static RefundWish Wish(string text) =>
        new()
        {
            OpenShift = Shift,
            Void = text == "void",
            Lines = text is "all" or "void"
                ? null
                :
                [
                    .. text.Split(',')
                        .Select(t => t.Split('x'))
                        .Select(t => new ReturnWish(int.Parse(t[0]), Quantity.Of(long.Parse(t[1])))),
                ],
        };

    /// <summary>The order as the next refund will find it.</summary>
    internal static SoldOrder After(SoldOrder order, RefundPlan plan) =>
        order with
        {
            State = plan.State,
            EarnedTakenBack = order.EarnedTakenBack + plan.TakeBack,
            Lines =
            [
                .. order.Lines.Select(l =>
                    plan.Lines.FirstOrDefault(r => r.LineNo == l.LineNo) is { } back
                        ? l with
                        {
                            Returned = l.Returned + back.Quantity,
                            Refunded = l.Refunded + back.Amount,
                        }
                        : l
                ),
            ],
            Payments =
            [
                .. order.Payments.Select(p =>
                    plan.Tenders.FirstOrDefault(t => t.Seq == p.Seq) is { } back
                        ? p with
                        {
                            Refunded = p.Refunded + back.Amount,
                            PointsReturned = p.PointsReturned + back.Points,
                        }
                        : p
                ),
            ],
        };

    private static string Story(RefundPlan plan)
    {
        var tenders = plan.Tenders.Select(t =>
            $"{Name(t.Tender)} {t.Amount}{(t.Points.Value > 0 ? $" ({t.Points})" : "")}"
        );
        return $"{plan.Amount} = {string.Join(", ", tenders)}; -{plan.TakeBack}; {plan.State.Code()}";
    }

    private static string Name(Tender tender) =>
        tender == Tender.StoredValue ? "stored" : tender.ToString().ToLowerInvariant();
}
