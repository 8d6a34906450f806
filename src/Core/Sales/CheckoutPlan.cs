using Shuke.Core.Pricing;

namespace Shuke.Core.Sales;

/// <summary>What a ticket is paid with.</summary>
public enum Tender
{
    Cash,
    StoredValue,
    Points,

    /// <summary>Taken on another device and written down here: bank card, WeChat, Alipay.</summary>
    Recorded,
}

/// <summary>One payment as the cashier enters it. Points are not entered here: they are part of the quote.</summary>
/// <param name="Amount">what was given; null means the rest, whatever it is</param>
/// <param name="Method">for recorded payments: bank_card, wechat, alipay ...</param>
/// <param name="Reference">the number on the other device's slip, if anybody wants to keep it</param>
public sealed record PaymentWish(Tender Tender, Money? Amount, string? Method = null, string? Reference = null);

/// <summary>What the server knows at checkout.</summary>
public sealed record CheckoutFacts
{
    public required ShiftId? OpenShift { get; init; }

    /// <summary>What the till showed as due; null when nobody looked.</summary>
    public Money? ExpectedDue { get; init; }

    /// <summary>Principal and bonus the member may spend here; null: the ledger is asked later.</summary>
    public Money? StoredValueSpendable { get; init; }
}

/// <summary>The order as it will be written.</summary>
/// <param name="Number">unique per store and business day; empty until the sale is certain, so that a refusal leaves no gap</param>
public sealed record OrderRecord(
    string Number,
    OrderState State,
    StoreId StoreId,
    Channel Channel,
    BusinessDay Day,
    Instant At,
    ShiftId ShiftId,
    MemberId? MemberId,
    Money Original,
    Money Discount,
    Money Payable,
    Money PointsMoney,
    Money Change,
    string Fingerprint
);

/// <summary>One line as sold. Net = Original - Discount. Cost is of the whole line at the time of sale.</summary>
public sealed record OrderLineRecord(
    int LineNo,
    ProductId? ProductId,
    CategoryId? CategoryId,
    string Name,
    Quantity Quantity,
    Money UnitPrice,
    Money Original,
    Money Discount,
    Money Net,
    Money? Cost
);

/// <summary>One discount on one line, with its words as they were on the day.</summary>
public sealed record DiscountRecord(
    int LineNo,
    int Seq,
    string OfferCode,
    string SourceId,
    Money Amount,
    Sentence Title,
    Sentence Explanation
);

/// <summary>One payment: Amount = Tendered - Change, and the amounts of all payments add up to the payable.</summary>
/// <param name="Seq">1, 2 ... in the order in which it was paid; refunds go backwards</param>
/// <param name="Points">the points behind a points payment</param>
public sealed record PaymentRecord(
    int Seq,
    Tender Tender,
    string? Method,
    Money Amount,
    Money Tendered,
    Money Change,
    Points Points,
    string? Reference
);

/// <summary>What the ledger is asked to do, in amounts only.</summary>
public abstract record ValueCommand;

/// <param name="BonusMax">at most this much may come from bonus: the part of the ticket that bonus may pay</param>
public sealed record SpendStoredValue(Money Amount, Money BonusMax) : ValueCommand;

public sealed record SpendPoints(Points Points, Money Worth) : ValueCommand;

/// <summary>One free unit was taken with this asset or benefit.</summary>
public sealed record UseFreeItem(FreeItemKind Kind, string SourceId, int LineNo) : ValueCommand;

/// <summary>Everything a sale writes, as data.</summary>
public sealed record CheckoutPlan
{
    public required Quote Quote { get; init; }
    public required OrderRecord Order { get; init; }
    public required IReadOnlyList<OrderLineRecord> Lines { get; init; }
    public required IReadOnlyList<DiscountRecord> Discounts { get; init; }
    public required IReadOnlyList<PaymentRecord> Payments { get; init; }

    /// <summary>Everything but earning, which depends on how the stored value splits.</summary>
    public required IReadOnlyList<ValueCommand> Spends { get; init; }

    public CheckoutPlan Numbered(string number) => this with { Order = Order with { Number = number } };

    /// <summary>
    /// What the sale earns, once the ledger has said how much of the stored value was bonus (zero if none was spent).
    /// Null: no member, or the shop gives no points.
    /// </summary>
    public Earning? Earning(Money bonusSpent)
    {
        var stored = Money.Zero;
        foreach (var payment in Payments)
            if (payment.Tender == Tender.StoredValue)
                stored += payment.Amount;
        return Earn.For(Quote, new(Quote.PointsMoney, stored - bonusSpent, bonusSpent));
    }
}
