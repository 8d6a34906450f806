using Shuke.Core.Pricing;
using Shuke.Core.Sales;
using Shuke.Core.Tests.Pricing;

namespace Shuke.Core.Tests.Sales;

public sealed class SaleProperties
{
    [Fact]
    public void Tenders_less_change_are_the_payable() =>
        RandomCarts.Holds(
            (_, _, quote) =>
            {
                if (quote.Due.IsZero)
                    return true;
                var plan = Checkout.Decide(
                    quote,
                    [new(Tender.Recorded, new(1), "wechat"), new(Tender.Cash, quote.Due)],
                    CheckoutTests.Facts
                );
                if (!plan.IsOk)
                    return plan.Refusal!.Code == "cash_not_needed";
                var payments = plan.Value.Payments;
                return QuoteProperties.Sum(payments.Select(p => p.Tendered - p.Change)) == quote.Payable
                    && payments.All(p => p.Amount == p.Tendered - p.Change && !p.Amount.IsNegative)
                    && QuoteProperties.Sum(plan.Value.Lines.Select(l => l.Net)) == quote.Payable;
            }
        );

    /// <summary>Whatever comes back, in whatever pieces: in the end exactly what was paid went back, per tender.</summary>
    [Fact]
    public void Returning_everything_in_any_pieces_returns_exactly_what_was_paid() =>
        RandomCarts.Holds(
            (cart, _, quote) =>
            {
                var order = Sold(quote);
                for (var step = 0; order.State is OrderState.Paid or OrderState.PartlyRefunded; step++)
                {
                    var wish = RefundTests.Wish("all") with
                    {
                        Lines = step < 6 ? Some(order, cart.Lines.Count + step) : null,
                    };
                    var plan = RefundDecision.Decide(order, wish).Value;
                    QuoteProperties.Sum(plan.Lines.Select(l => l.Amount)).ShouldBe(plan.Amount);
                    QuoteProperties.Sum(plan.Tenders.Select(l => l.Amount)).ShouldBe(plan.Amount);
                    plan.Lines.ShouldAllBe(l => !l.Amount.IsNegative);
                    plan.Tenders.ShouldAllBe(t => t.Points.Value >= 0);
                    plan.TakeBack.Value.ShouldBeGreaterThanOrEqualTo(0);
                    order = RefundTests.After(order, plan);
                }
                return order.Lines.All(l => l.Refunded == l.Net && l.Returned == l.Quantity)
                    && order.Payments.All(p => p.Refunded == p.Amount && p.PointsReturned == p.Points)
                    && order.EarnedTakenBack == order.Earned;
            }
        );

    internal static SoldOrder Sold(Quote quote)
    {
        var half = new Money(quote.Due.Fen / 2);
        PaymentWish[] wishes = half.IsZero
            ? [new(Tender.Cash, null)]
            : [new(Tender.Recorded, half, "wechat"), new(Tender.Cash, null)];
        var plan = Checkout.Decide(quote, wishes, CheckoutTests.Facts).Value;
        return new()
        {
            State = plan.Order.State,
            ShiftId = plan.Order.ShiftId,
            Earned = plan.Earning(Money.Zero)?.Points ?? Points.Zero,
            Lines =
            [
                .. plan.Lines.Select(l => new SoldLine(
                    l.LineNo,
                    l.Name,
                    l.Quantity,
                    l.Net,
                    Quantity.Zero,
                    Money.Zero,
                    []
                )),
            ],
            Payments =
            [
                .. plan.Payments.Select(p => new SoldPayment(
                    p.Seq,
                    p.Tender,
                    p.Method,
                    p.Amount,
                    Money.Zero,
                    p.Points,
                    Points.Zero
                )),
            ],
        };
    }

    /// <summary>A different handful at each step: one piece (or a third of what was weighed) of some open lines.</summary>
    internal static List<ReturnWish> Some(SoldOrder order, int seed)
    {
        var open = order.Lines.Where(l => l.Returned < l.Quantity).ToList();
        var picked = open.Where((_, i) => (i + seed) % 3 == 0).DefaultIfEmpty(open[0]);
        return [.. picked.Select(l => new ReturnWish(l.LineNo, Piece(l)))];
    }

    private static Quantity Piece(SoldLine line)
    {
        var left = line.Quantity - line.Returned;
        return left.IsWhole ? Quantity.One : new(Math.Max(1, left.Milli / 3));
    }
}
