using Shuke.Core.Pricing;
using Shuke.Core.Sales;

namespace Shuke.Server.Modules.Sales;

public enum ShiftState
{
    Open,
    Closed,
}

public enum PaymentDocument
{
    Order,
    Refund,
    Topup,
    TopupRefund,
}

public enum TopUpState
{
    Paid,
    Refunded,
}

[Table("shift")]
internal sealed record ShiftRow(
    MerchantId MerchantId,
    ShiftId Id,
    StoreId StoreId,
    string Till,
    long Number,
    ShiftState State,
    StaffId OpenedBy,
    Instant OpenedAt,
    BusinessDay OpenedDay,
    Money Float,
    StaffId? ClosedBy,
    Instant? ClosedAt,
    Money? Counted,
    Money? Expected,
    string? Report,
    string Note,
    long Version
);

[Table("shift_cash")]
internal sealed record ShiftCashRow(
    MerchantId MerchantId,
    CashMoveId Id,
    ShiftId ShiftId,
    Money Amount,
    string Reason,
    StaffId StaffId,
    Instant At
);

/// <param name="Lines">what was sold, see <see cref="TicketText"/>; the view order_line unfolds it</param>
/// <param name="Payments">what it was paid with; the view payment unfolds it</param>
[Table("orders")]
internal sealed record OrderRow(
    MerchantId MerchantId,
    OrderId Id,
    string Number,
    StoreId StoreId,
    BusinessDay Day,
    Instant At,
    OrderState State,
    Channel Channel,
    ShiftId ShiftId,
    StaffId StaffId,
    StaffId? ApprovedBy,
    MemberId? MemberId,
    string TierName,
    Money Original,
    Money Discount,
    Money Payable,
    Money PointsMoney,
    Money Change,
    Points Earned,
    Money EarnedBase,
    Points EarnedBack,
    Money Refunded,
    PostingId? PostingId,
    string Note,
    string Fingerprint,
    long Version,
    string Lines,
    string Payments
);

[Table("order_discount")]
internal sealed record OrderDiscountRow(
    MerchantId MerchantId,
    OrderId OrderId,
    int LineNo,
    int Seq,
    string Offer,
    string SourceId,
    Money Amount,
    string TitleZh,
    string TitleEn,
    string ExplanationZh,
    string ExplanationEn
);

[Table("order_free_item")]
internal sealed record OrderFreeItemRow(
    MerchantId MerchantId,
    OrderId OrderId,
    int LineNo,
    int Seq,
    FreeItemKind Kind,
    string SourceId,
    bool Returned
);

/// <summary>A payment of what is no ticket: of a refund, a top-up or its refund. A ticket's stand in its own row.</summary>
[Table("other_payment")]
internal sealed record OtherPaymentRow(
    MerchantId MerchantId,
    PaymentId Id,
    PaymentDocument DocumentKind,
    long DocumentId,
    int Seq,
    Tender Tender,
    string? Method,
    Money Amount,
    Money Tendered,
    Money Change,
    Points Points,
    Money Bonus,
    Money Kept,
    string? Reference,
    ShiftId ShiftId,
    StoreId StoreId,
    BusinessDay Day,
    Instant At
);

[Table("refund")]
internal sealed record RefundRow(
    MerchantId MerchantId,
    RefundId Id,
    string Number,
    OrderId OrderId,
    StoreId StoreId,
    ShiftId ShiftId,
    StaffId StaffId,
    StaffId? ApprovedBy,
    bool IsVoid,
    Money Amount,
    Money Kept,
    Points PointsBack,
    Points PointsTaken,
    string Reason,
    PostingId? PostingId,
    BusinessDay Day,
    Instant At
);

[Table("refund_line")]
internal sealed record RefundLineRow(
    MerchantId MerchantId,
    RefundId RefundId,
    int LineNo,
    Quantity Quantity,
    Money Amount
);

[Table("topup")]
internal sealed record TopUpRow(
    MerchantId MerchantId,
    TopUpId Id,
    string Number,
    MemberId MemberId,
    TopUpPlanId? PlanId,
    string PlanName,
    Money Pay,
    Money Bonus,
    Points Points,
    TopUpState State,
    StoreId StoreId,
    ShiftId ShiftId,
    StaffId StaffId,
    StaffId? ApprovedBy,
    PostingId PostingId,
    BusinessDay Day,
    Instant At
);

[Table("hold")]
internal sealed record HoldRow(
    MerchantId MerchantId,
    HoldId Id,
    StoreId StoreId,
    StaffId StaffId,
    string Title,
    string Cart,
    Instant At
);

[Table("printer")]
internal sealed record PrinterRow(
    MerchantId MerchantId,
    PrinterId Id,
    StoreId StoreId,
    string Name,
    string Host,
    int Port,
    int Width,
    bool PrintsReceipts,
    bool OpensDrawer,
    bool Active,
    long Version
);

[Table("day_number")]
internal sealed record DayNumberRow(MerchantId MerchantId, StoreId StoreId, BusinessDay Day, string Kind, long Last);
