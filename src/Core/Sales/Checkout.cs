using Shuke.Core.Ledger;
using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Offers;

namespace Shuke.Core.Sales;

/// <summary>Decides a sale: who pays what with what, and what will be written.</summary>
public static class Checkout
{
    public const int PaymentsMax = 10;

    public static Outcome<CheckoutPlan> Decide(Quote quote, IReadOnlyList<PaymentWish> wishes, CheckoutFacts facts)
    {
        if (quote.Lines.Count == 0)
            return SalesReasons.CartEmpty;
        if (facts.OpenShift is not { } shift)
            return SalesReasons.NoOpenShift;
        if (facts.ExpectedDue is { } expected && expected != quote.Due)
            return SalesReasons.PriceChanged.With(("expected", expected.Fen), ("due", quote.Due.Fen));
        if (wishes.Count > PaymentsMax)
            return SalesReasons.TooManyPayments.With(("max", PaymentsMax));
        if (!AreValid(wishes))
            return SalesReasons.PaymentInvalid;
        var amounts = Amounts(wishes, quote.Due);
        if (RefuseStoredValue(quote, wishes, amounts, facts) is { } tooLow)
            return tooLow;
        if (RefuseSum(quote.Due, wishes, amounts) is { } mismatch)
            return mismatch;

        var payments = Payments(quote, wishes, amounts);
        return new CheckoutPlan
        {
            Quote = quote,
            Order = Order(quote, payments, shift),
            Lines = [.. quote.Lines.Select(Line)],
            Discounts = [.. quote.Lines.SelectMany(Discounts)],
            Payments = payments,
            Spends = Spends(quote, payments),
        };
    }

    private static bool AreValid(IReadOnlyList<PaymentWish> wishes) =>
        wishes.Count(w => w.Amount is null) <= 1
        && wishes.All(w => w.Tender != Tender.Points && w.Amount is null or { Fen: > 0 and <= Money.FenMax });

    /// <summary>The amount of each wish; "the rest" is what the others leave, and may be nothing.</summary>
    private static Money[] Amounts(IReadOnlyList<PaymentWish> wishes, Money due)
    {
        var named = Money.Zero;
        foreach (var wish in wishes)
            named += wish.Amount ?? Money.Zero;
        return [.. wishes.Select(w => w.Amount ?? Money.Max(Money.Zero, due - named))];
    }

    private static Refusal? RefuseStoredValue(
        Quote quote,
        IReadOnlyList<PaymentWish> wishes,
        Money[] amounts,
        CheckoutFacts facts
    )
    {
        var stored = SumOf(wishes, amounts, Tender.StoredValue);
        if (stored.IsZero)
            return null;
        if (quote.Facts.Buyer is null)
            return SalesReasons.MemberNeeded;
        return facts.StoredValueSpendable is { } spendable && stored > spendable
            ? LedgerReasons.BalanceTooLow.With(("short", (stored - spendable).Fen))
            : null;
    }

    private static Refusal? RefuseSum(Money due, IReadOnlyList<PaymentWish> wishes, Money[] amounts)
    {
        var cash = SumOf(wishes, amounts, Tender.Cash);
        var other = Money.Zero;
        foreach (var amount in amounts)
            other += amount;
        other -= cash;
        if (other > due)
            return SalesReasons.ChangeOnlyFromCash.With(
                ("due", due.Fen),
                ("paid", other.Fen),
                ("over", (other - due).Fen)
            );
        if (other == due && cash.IsPositive)
            return SalesReasons.CashNotNeeded.With(("due", due.Fen));
        return other + cash < due
            ? SalesReasons.PaymentMismatch.With(
                ("due", due.Fen),
                ("paid", (other + cash).Fen),
                ("short", (due - other - cash).Fen)
            )
            : null;
    }

    private static Money SumOf(IReadOnlyList<PaymentWish> wishes, Money[] amounts, Tender tender)
    {
        var sum = Money.Zero;
        for (var i = 0; i < amounts.Length; i++)
            if (wishes[i].Tender == tender)
                sum += amounts[i];
        return sum;
    }

    /// <summary>Points first, then as entered. All cash is one payment, for it goes into one drawer and gives one change.</summary>
    private static List<PaymentRecord> Payments(Quote quote, IReadOnlyList<PaymentWish> wishes, Money[] amounts)
    {
        var payments = new List<PaymentRecord>();
        if (quote.PointsMoney.IsPositive)
            payments.Add(
                new(1, Tender.Points, null, quote.PointsMoney, quote.PointsMoney, Money.Zero, quote.PointsUsed, null)
            );
        var cash = SumOf(wishes, amounts, Tender.Cash);
        var change = Money.Zero - quote.Due;
        foreach (var amount in amounts)
            change += amount;
        var hasCash = false;
        for (var i = 0; i < amounts.Length; i++)
        {
            var (wish, seq) = (wishes[i], payments.Count + 1);
            if (amounts[i].IsZero || (wish.Tender == Tender.Cash && hasCash))
                continue;
            hasCash |= wish.Tender == Tender.Cash;
            payments.Add(
                wish.Tender == Tender.Cash
                    ? new(seq, Tender.Cash, null, cash - change, cash, change, Points.Zero, wish.Reference)
                    : new(
                        seq,
                        wish.Tender,
                        wish.Method,
                        amounts[i],
                        amounts[i],
                        Money.Zero,
                        Points.Zero,
                        wish.Reference
                    )
            );
        }
        return payments;
    }

    private static OrderRecord Order(Quote quote, List<PaymentRecord> payments, ShiftId shift)
    {
        var change = Money.Zero;
        foreach (var payment in payments)
            change += payment.Change;
        var facts = quote.Facts;
        return new(
            "",
            OrderState.Paid,
            facts.StoreId,
            facts.Channel,
            facts.Day,
            facts.Now,
            shift,
            facts.Buyer?.MemberId,
            quote.Original,
            quote.Saved,
            quote.Payable,
            quote.PointsMoney,
            change,
            quote.Fingerprint
        );
    }

    private static OrderLineRecord Line(QuoteLine line) =>
        new(
            line.LineNo,
            line.Line.ProductId,
            line.Line.CategoryId,
            line.Line.Name,
            line.Line.Quantity,
            line.UnitPrice,
            line.Original,
            line.Discount,
            line.Net,
            line.Line.Cost?.Times(line.Line.Quantity)
        );

    private static IEnumerable<DiscountRecord> Discounts(QuoteLine line) =>
        line.Discounts.Select(
            (d, i) => new DiscountRecord(line.LineNo, i + 1, d.OfferCode, d.SourceId, d.Amount, d.Title, d.Explanation)
        );

    private static List<ValueCommand> Spends(Quote quote, List<PaymentRecord> payments)
    {
        var spends = new List<ValueCommand>();
        var bonusPayable = Money.Zero;
        foreach (var line in quote.Lines)
        {
            if (line.Line.BonusPayable)
                bonusPayable += line.Net;
            foreach (var discount in line.Discounts)
                if (discount.Offer is FreeItem free)
                    spends.Add(new UseFreeItem(free.Use.Kind, free.Use.SourceId, line.LineNo));
        }
        if (quote.PointsUsed.Value > 0)
            spends.Add(new SpendPoints(quote.PointsUsed, quote.PointsMoney));
        var stored = Money.Zero;
        foreach (var payment in payments)
            if (payment.Tender == Tender.StoredValue)
                stored += payment.Amount;
        if (stored.IsPositive)
            spends.Add(new SpendStoredValue(stored, Money.Min(stored, bonusPayable)));
        return spends;
    }
}
