namespace Shuke.Server.Modules.Org;

/// <summary>The roles every shop begins with (spec 1.4); merchants change them or add their own.</summary>
internal static class ShippedRoles
{
    public sealed record Role(
        string Code,
        string Zh,
        string En,
        bool AllStores,
        Permission[] Permissions,
        Dictionary<Limit, long> Limits
    );

    private static readonly Permission[] Till =
    [
        Permission.TillSell,
        Permission.TillDiscount,
        Permission.TillRefund,
        Permission.TillTopUp,
        Permission.TillShift,
        Permission.MembersView,
        Permission.MembersRegister,
        Permission.GoodsView,
        Permission.OrdersView,
        Permission.TiersView,
        Permission.RewardsPlay,
    ];

    public static readonly IReadOnlyList<Role> All =
    [
        new(
            "manager",
            "店长",
            "Manager",
            AllStores: true,
            [
                .. Enum.GetValues<Permission>()
                    .Where(p => p > Permission.Owner && p is not (Permission.RolesEdit or Permission.StoresEdit)),
            ],
            Limits(
                discountBp: 5_000,
                refundFen: 200_000,
                points: 10_000,
                fen: 100_000,
                topUpFen: 500_000,
                coupons: 1_000
            )
        ),
        new(
            "cashier",
            "收银员",
            "Cashier",
            AllStores: false,
            Till,
            Limits(discountBp: 1_000, refundFen: 20_000, points: 0, fen: 0, topUpFen: 500_000)
        ),
        new(
            "stock",
            "库管",
            "Stock keeper",
            AllStores: false,
            [
                Permission.GoodsView,
                Permission.GoodsEdit,
                Permission.GoodsImport,
                Permission.GoodsExport,
                Permission.GoodsCost,
            ],
            Limits()
        ),
        new(
            "marketer",
            "营销",
            "Marketer",
            AllStores: true,
            [
                Permission.MembersView,
                Permission.TiersView,
                Permission.TiersEdit,
                Permission.PlansEdit,
                Permission.PromotionsView,
                Permission.PromotionsEdit,
                Permission.CouponsView,
                Permission.CouponsEdit,
                Permission.CouponsIssue,
                Permission.RewardsView,
                Permission.RewardsEdit,
                Permission.RewardsReview,
                Permission.ReportsView,
                Permission.GoodsView,
            ],
            Limits(coupons: 1_000)
        ),
        new(
            "finance",
            "财务",
            "Finance",
            AllStores: true,
            [
                Permission.LedgerView,
                Permission.LedgerAdjust,
                Permission.LedgerCloseCard,
                Permission.LedgerVerify,
                Permission.OrdersView,
                Permission.ShiftsView,
                Permission.ReportsView,
                Permission.MembersView,
                Permission.GoodsView,
                Permission.GoodsCost,
            ],
            Limits(points: 50_000, fen: 500_000)
        ),
        new(
            "support",
            "客服",
            "Support",
            AllStores: true,
            [
                Permission.MembersView,
                Permission.MembersEdit,
                Permission.MembersFreeze,
                Permission.CardsManage,
                Permission.OrdersView,
                Permission.LedgerView,
                Permission.LedgerAdjust,
                Permission.CouponsView,
                Permission.CouponsIssue,
            ],
            Limits(points: 500, fen: 0, coupons: 10)
        ),
        new(
            "auditor",
            "审计",
            "Auditor",
            AllStores: true,
            [
                Permission.AuditView,
                Permission.LedgerView,
                Permission.LedgerVerify,
                Permission.OrdersView,
                Permission.ShiftsView,
                Permission.ReportsView,
                Permission.MembersView,
                Permission.GoodsView,
            ],
            Limits()
        ),
    ];

    private static Dictionary<Limit, long> Limits(
        long discountBp = 0,
        long refundFen = 0,
        long points = 0,
        long fen = 0,
        long topUpFen = 0,
        long coupons = 0
    ) =>
        new()
        {
            [Limit.ManualDiscountBp] = discountBp,
            [Limit.RefundFen] = refundFen,
            [Limit.AdjustPoints] = points,
            [Limit.AdjustFen] = fen,
            [Limit.TopUpFen] = topUpFen,
            [Limit.CouponsIssued] = coupons,
        };
}
