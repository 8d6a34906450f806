namespace Shuke.Server.Modules.Sales;

/// <summary>A ticket was paid.</summary>
public sealed record OrderPaid(
    MerchantId MerchantId,
    StoreId StoreId,
    OrderId OrderId,
    string Number,
    MemberId? MemberId,
    Money Payable,
    Points Earned,
    BusinessDay Day,
    Instant At
) : IFact
{
    public static string Name => "sales.order_paid.v1";
}

/// <summary>So much of a line of a ticket came back.</summary>
/// <param name="Amount">fen paid back for it; a line of which nothing came back may have some, for a threshold that is missed now</param>
public sealed record RefundedLine(int LineNo, ProductId? ProductId, Quantity Quantity, Money Amount);

/// <summary>Goods came back, or a ticket was voided.</summary>
public sealed record OrderRefunded(
    MerchantId MerchantId,
    StoreId StoreId,
    OrderId OrderId,
    RefundId RefundId,
    MemberId? MemberId,
    Money Amount,
    BusinessDay Day,
    Instant At,
    IReadOnlyList<RefundedLine>? Lines = null
) : IFact
{
    public static string Name => "sales.order_refunded.v1";
}

/// <summary>A member paid stored value in.</summary>
public sealed record ToppedUp(
    MerchantId MerchantId,
    StoreId StoreId,
    TopUpId TopUpId,
    MemberId MemberId,
    Money Pay,
    Money Bonus,
    BusinessDay Day,
    Instant At
) : IFact
{
    public static string Name => "sales.topped_up.v1";
}

/// <summary>A top-up was undone; nothing of it had been spent.</summary>
public sealed record TopUpRefunded(
    MerchantId MerchantId,
    StoreId StoreId,
    TopUpId TopUpId,
    MemberId MemberId,
    Money Pay,
    Money Bonus,
    BusinessDay Day,
    Instant At
) : IFact
{
    public static string Name => "sales.topup_refunded.v1";
}

/// <summary>A shift was counted and closed.</summary>
public sealed record ShiftClosed(
    MerchantId MerchantId,
    StoreId StoreId,
    ShiftId ShiftId,
    StaffId StaffId,
    Money Expected,
    Money Counted,
    Instant At
) : IFact
{
    public static string Name => "sales.shift_closed.v1";
}

/// <summary>A paid membership was sold, tried or renewed.</summary>
public sealed record MembershipBought(
    MerchantId MerchantId,
    StoreId StoreId,
    MembershipId MembershipId,
    MemberId MemberId,
    MembershipPlanId PlanId,
    Money Paid,
    BusinessDay Last,
    BusinessDay Day,
    Instant At
) : IFact
{
    public static string Name => "sales.membership_bought.v1";
}
