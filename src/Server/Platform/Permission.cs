namespace Shuke.Server.Platform;

/// <summary>
/// What a role may allow, in the words of a shop. A route names one; there is no route without. The first three are not
/// given to roles: <see cref="Anyone"/> needs no login, <see cref="SignedIn"/> any, <see cref="Owner"/> only the owner.
/// </summary>
public enum Permission
{
    Anyone,
    SignedIn,
    Owner,

    TillSell,
    TillDiscount,
    TillPriceOverride,
    TillRefund,
    TillTopUp,
    TillShift,
    TillDrawer,

    MembersView,
    MembersPhones,
    MembersEdit,
    MembersRegister,
    MembersMerge,
    MembersFreeze,
    MembersExport,
    CardsManage,

    LedgerView,
    LedgerAdjust,
    LedgerCloseCard,
    LedgerVerify,

    TiersView,
    TiersEdit,
    PlansEdit,

    PromotionsView,
    PromotionsEdit,
    PromotionsApprove,
    CouponsView,
    CouponsEdit,
    CouponsIssue,
    RewardsView,
    RewardsEdit,
    RewardsReview,
    RewardsPlay,

    GoodsView,
    GoodsEdit,
    GoodsImport,
    GoodsExport,
    GoodsCost,

    OrdersView,
    OrdersVoid,
    ShiftsView,

    ReportsView,

    StoresEdit,
    StaffEdit,
    RolesEdit,
    SettingsEdit,
    AuditView,
    ApprovalsGive,
}

/// <summary>A limit of a role, as a number; what goes beyond asks a second person.</summary>
public enum Limit
{
    /// <summary>Manual discount, basis points of the price.</summary>
    ManualDiscountBp,

    /// <summary>Refund of one ticket without approval, fen.</summary>
    RefundFen,

    /// <summary>Points a person may give or take by hand in one go.</summary>
    AdjustPoints,

    /// <summary>Stored value a person may give or take by hand in one go, fen.</summary>
    AdjustFen,

    /// <summary>One top-up, fen.</summary>
    TopUpFen,

    /// <summary>Coupons a person may issue in one go.</summary>
    CouponsIssued,
}
