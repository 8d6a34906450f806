namespace Shuke.Core.Sales;

/// <summary>
/// Decides a refund. Amounts, points and uses are always computed from the running total after this refund minus what
/// went back before, so any sequence of partial returns that returns everything returns exactly what was paid.
/// </summary>
public static class RefundDecision
{
    public static Outcome<RefundPlan> Decide(SoldOrder order, RefundWish wish)
    {
        if (wish.OpenShift is not { } shift)
            return SalesReasons.NoOpenShift;
        if (wish.Void && order.State == OrderState.PartlyRefunded)
            return SalesReasons.VoidAfterRefund;
        if (wish.Void && shift != order.ShiftId)
            return SalesReasons.VoidAfterShift;
        if (!order.State.MayBecome(OrderState.Refunded))
            return SalesReasons.IllegalOrderState.With(
                ("from", order.State.Code()),
                ("to", OrderState.Refunded.Code())
            );
        if (Returns(order, wish).No(out var returns, out var refusal))
            return refusal;

        var lines = order.KeptCost is { } kept
            ? Recompute(order, returns, kept)
            : returns.ConvertAll(r => new LineReturn(r.Line.LineNo, r.Quantity, AmountOf(r.Line, r.Quantity)));
        var amount = Sum(lines.Select(l => l.Amount));
        var isAll = order.Lines.All(l => l.Returned + QuantityOf(returns, l) == l.Quantity);
        var tenders = Tenders(order, amount, wish.Short?.Worth ?? Money.Zero);
        var heldBack = Sum(tenders.Select(t => t.Kept));
        return new RefundPlan(
            wish.Void ? OrderState.Void
                : isAll ? OrderState.Refunded
                : OrderState.PartlyRefunded,
            shift,
            amount,
            lines,
            tenders,
            TakeBack(order, amount, isAll),
            heldBack,
            (wish.Short?.Worth ?? Money.Zero) - heldBack,
            [.. returns.SelectMany(r => UsesBack(r.Line, r.Quantity))]
        );
    }

    private static Outcome<List<(SoldLine Line, Quantity Quantity)>> Returns(SoldOrder order, RefundWish wish)
    {
        var returns = new List<(SoldLine Line, Quantity Quantity)>();
        if (wish.Lines is null || wish.Void)
        {
            returns.AddRange(order.Lines.Where(l => l.Returned < l.Quantity).Select(l => (l, l.Quantity - l.Returned)));
            return returns.Count == 0 ? SalesReasons.NothingToRefund : returns;
        }

        foreach (var asked in wish.Lines)
        {
            var line = order.Lines.FirstOrDefault(l => l.LineNo == asked.LineNo);
            if (line is null || asked.Quantity <= Quantity.Zero || returns.Exists(r => r.Line.LineNo == asked.LineNo))
                return SalesReasons.RefundLinesInvalid.With(("line", asked.LineNo));
            var left = line.Quantity - line.Returned;
            if (asked.Quantity > left)
                return SalesReasons.RefundOverQuantity.With(
                    ("name", line.Name),
                    ("left", left.ToString()),
                    ("asked", asked.Quantity.ToString())
                );
            returns.Add((line, asked.Quantity));
        }
        return returns.Count == 0 ? SalesReasons.NothingToRefund : returns;
    }

    private static Quantity QuantityOf(List<(SoldLine Line, Quantity Quantity)> returns, SoldLine line) =>
        returns.Where(r => r.Line.LineNo == line.LineNo).Select(r => r.Quantity).FirstOrDefault();

    private static Money AmountOf(SoldLine line, Quantity quantity)
    {
        var returned = line.Returned + quantity;
        var total = Divide.Exact((Int128)line.Net.Fen * returned.Milli, line.Quantity.Milli, Rounding.HalfUp);
        return new Money(total) - line.Refunded;
    }

    /// <summary>
    /// Paid minus what the kept goods would have cost, less what went back before; never negative. It is put on the lines
    /// that come back now, then on those that came back before, then on kept ones, each up to its share of what was paid,
    /// so that in the end every line has gone back for exactly what it cost.
    /// </summary>
    private static List<LineReturn> Recompute(
        SoldOrder order,
        List<(SoldLine Line, Quantity Quantity)> returns,
        Func<IReadOnlyDictionary<int, Quantity>, Money> keptCost
    )
    {
        var paid = Sum(order.Lines.Select(l => l.Net));
        var before = Sum(order.Lines.Select(l => l.Refunded));
        var kept = order
            .Lines.Select(l => (l.LineNo, Left: l.Quantity - l.Returned - QuantityOf(returns, l)))
            .Where(l => l.Left > Quantity.Zero)
            .ToDictionary(l => l.LineNo, l => l.Left);
        var cost = kept.Count == 0 ? Money.Zero : keptCost(kept);
        var left = Money.Max(before, paid - Money.Min(cost, paid)) - before;

        var amounts = new Money[order.Lines.Count];
        Put(order, returns, amounts, ref left, now: true, (l, q) => AmountOf(l, q));
        Put(
            order,
            returns,
            amounts,
            ref left,
            now: false,
            (l, q) => l.Returned > Quantity.Zero ? AmountOf(l, q) : Money.Zero
        );
        Put(order, returns, amounts, ref left, now: false, (l, _) => l.Net - l.Refunded);
        return
        [
            .. order
                .Lines.Select((l, i) => new LineReturn(l.LineNo, QuantityOf(returns, l), amounts[i]))
                .Where(r => r.Quantity > Quantity.Zero || r.Amount.IsPositive),
        ];
    }

    /// <summary>As much of what is left as these lines may take, in proportion.</summary>
    private static void Put(
        SoldOrder order,
        List<(SoldLine Line, Quantity Quantity)> returns,
        Money[] amounts,
        ref Money left,
        bool now,
        Func<SoldLine, Quantity, Money> room
    )
    {
        var rooms = new long[amounts.Length];
        long sum = 0;
        for (var i = 0; i < rooms.Length; i++)
        {
            var (line, quantity) = (order.Lines[i], QuantityOf(returns, order.Lines[i]));
            if (now && quantity == Quantity.Zero)
                continue;
            rooms[i] = Math.Max(0, (room(line, quantity) - amounts[i]).Fen);
            sum += rooms[i];
        }
        if (sum == 0 || !left.IsPositive)
            return;
        var part = Money.Min(left, new(sum));
        var shares = part.Split(rooms);
        for (var i = 0; i < shares.Length; i++)
            amounts[i] += shares[i];
        left -= part;
    }

    /// <summary>Backwards through the payments: what was paid last goes back first. Points and stored value go back as such.</summary>
    private static List<TenderReturn> Tenders(SoldOrder order, Money amount, Money toKeep)
    {
        var tenders = new List<TenderReturn>();
        foreach (var payment in order.Payments.OrderByDescending(p => p.Seq))
        {
            var back = Money.Min(amount, payment.Amount - payment.Refunded);
            if (!back.IsPositive)
                continue;
            // Points that go back are settled by the ledger in points; only money can be held back.
            var kept = payment.Tender == Tender.Points ? Money.Zero : Money.Min(back, toKeep);
            tenders.Add(new(payment.Seq, payment.Tender, payment.Method, back, kept, PointsOf(payment, back)));
            amount -= back;
            toKeep -= kept;
        }
        return amount.IsZero
            ? tenders
            : throw new InvalidOperationException("The payments of this order do not add up to its lines.");
    }

    private static Points PointsOf(SoldPayment payment, Money back)
    {
        if (payment.Points.Value == 0)
            return Points.Zero;
        var total = (payment.Refunded + back).Fen;
        return new Points(Divide.Exact((Int128)payment.Points.Value * total, payment.Amount.Fen, Rounding.Down))
            - payment.PointsReturned;
    }

    private static Points TakeBack(SoldOrder order, Money amount, bool isAll)
    {
        if (isAll)
            return order.Earned - order.EarnedTakenBack;
        var paid = Sum(order.Lines.Select(l => l.Net));
        if (paid.IsZero)
            return Points.Zero;
        var total = Sum(order.Lines.Select(l => l.Refunded)) + amount;
        return new Points(Divide.Exact((Int128)order.Earned.Value * total.Fen, paid.Fen, Rounding.Down))
            - order.EarnedTakenBack;
    }

    /// <summary>In proportion to the quantity that is back, whole uses only; the last unit brings the last use.</summary>
    private static IEnumerable<UseFreeItem> UsesBack(SoldLine line, Quantity quantity)
    {
        var before = UsesAt(line, line.Returned);
        return line.Uses.Skip(before).Take(UsesAt(line, line.Returned + quantity) - before);
    }

    private static int UsesAt(SoldLine line, Quantity returned) =>
        (int)Divide.Exact((Int128)line.Uses.Count * returned.Milli, line.Quantity.Milli, Rounding.Down);

    private static Money Sum(IEnumerable<Money> amounts)
    {
        var sum = Money.Zero;
        foreach (var amount in amounts)
            sum += amount;
        return sum;
    }
}
