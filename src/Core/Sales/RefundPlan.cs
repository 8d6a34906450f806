using Shuke.Core.Pricing;

namespace Shuke.Core.Sales;

/// <summary>A line as sold, and what of it came back so far.</summary>
/// <param name="Uses">the free items used on this line</param>
public sealed record SoldLine(
    int LineNo,
    string Name,
    Quantity Quantity,
    Money Net,
    Quantity Returned,
    Money Refunded,
    IReadOnlyList<UseFreeItem> Uses
);

/// <summary>A payment, and what of it went back so far.</summary>
/// <param name="Points">the points behind a points payment</param>
public sealed record SoldPayment(
    int Seq,
    Tender Tender,
    string? Method,
    Money Amount,
    Money Refunded,
    Points Points,
    Points PointsReturned
);

/// <summary>An order with all its earlier refunds.</summary>
public sealed record SoldOrder
{
    public required OrderState State { get; init; }
    public required ShiftId ShiftId { get; init; }
    public required IReadOnlyList<SoldLine> Lines { get; init; }
    public required IReadOnlyList<SoldPayment> Payments { get; init; }
    public Points Earned { get; init; }
    public Points EarnedTakenBack { get; init; }

    /// <summary>
    /// What goods that are kept would have cost, on the day of the sale, by line number; see <see cref="KeptGoods"/>.
    /// A refund is then what was paid less that, so a threshold that is missed now is made good (spec 18). Null: pro rata.
    /// </summary>
    public Func<IReadOnlyDictionary<int, Quantity>, Money>? KeptCost { get; init; }
}

/// <summary>So much of a line.</summary>
public sealed record ReturnWish(int LineNo, Quantity Quantity);

/// <summary>Earned points that are no longer there to take back, and what they are worth.</summary>
public sealed record PointsShort(Points Points, Money Worth);

/// <summary>What to do with the order.</summary>
public sealed record RefundWish
{
    /// <summary>Null: everything that has not come back yet.</summary>
    public IReadOnlyList<ReturnWish>? Lines { get; init; }

    /// <summary>作废: the whole order, in the shift that took it.</summary>
    public bool Void { get; init; }

    /// <summary>Known after a first decision said how many points to take back; lowers what is paid out.</summary>
    public PointsShort? Short { get; init; }
    public required ShiftId? OpenShift { get; init; }
}

/// <summary>What goes back for a line.</summary>
/// <param name="Quantity">zero: nothing of it comes back now, but part of its price does, for goods that came back before or are kept</param>
public sealed record LineReturn(int LineNo, Quantity Quantity, Money Amount);

/// <summary>What goes back to one payment.</summary>
/// <param name="Amount">counts against what was paid</param>
/// <param name="Kept">of it not paid out, for earned points that were spent already</param>
/// <param name="Points">points that go back for a points payment</param>
public sealed record TenderReturn(int Seq, Tender Tender, string? Method, Money Amount, Money Kept, Points Points)
{
    public Money PaidOut => Amount - Kept;
}

/// <summary>Everything a refund writes, as data.</summary>
/// <param name="Amount">sum of the lines and of the tenders</param>
/// <param name="TakeBack">earned points to take back, before any shortage</param>
/// <param name="Kept">held back from the refund for points that are short</param>
/// <param name="NotRecovered">worth of short points that the refund could not cover</param>
/// <param name="UsesBack">times and benefits that come back</param>
public sealed record RefundPlan(
    OrderState State,
    ShiftId ShiftId,
    Money Amount,
    IReadOnlyList<LineReturn> Lines,
    IReadOnlyList<TenderReturn> Tenders,
    Points TakeBack,
    Money Kept,
    Money NotRecovered,
    IReadOnlyList<UseFreeItem> UsesBack
);
