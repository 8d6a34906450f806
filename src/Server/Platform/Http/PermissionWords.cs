namespace Shuke.Server.Platform;

/// <summary>Every permission in plain words: for the role editor, for refusals, for the docs.</summary>
public static class PermissionWords
{
    public static Phrase PhraseOf(Permission permission)
    {
        var (zh, en) = permission switch
        {
            Permission.Anyone => ("无需登录", "no login needed"),
            Permission.SignedIn => ("已登录", "signed in"),
            Permission.Owner => ("店主", "owner"),
            Permission.TillSell => ("收银", "ring up tickets"),
            Permission.TillDiscount => ("手工优惠", "give manual discounts"),
            Permission.TillPriceOverride => ("改价", "override a price"),
            Permission.TillRefund => ("退货退款", "refund tickets"),
            Permission.TillTopUp => ("会员充值", "sell top-ups"),
            Permission.TillShift => ("开班交班", "open and close shifts"),
            Permission.TillDrawer => ("现金存取", "put cash in, take cash out"),
            Permission.MembersView => ("查看会员", "see members"),
            Permission.MembersPhones => ("查看完整手机号", "see full phone numbers"),
            Permission.MembersEdit => ("修改会员资料", "edit members"),
            Permission.MembersRegister => ("登记会员", "register members"),
            Permission.MembersMerge => ("合并会员", "merge members"),
            Permission.MembersFreeze => ("冻结会员", "freeze members"),
            Permission.MembersExport => ("导出会员", "export members"),
            Permission.CardsManage => ("管理会员卡", "manage cards"),
            Permission.LedgerView => ("查看账目", "see the ledger"),
            Permission.LedgerAdjust => ("调整资产", "adjust assets by hand"),
            Permission.LedgerCloseCard => ("退卡退余额", "close a card and pay out"),
            Permission.LedgerVerify => ("核对账目", "verify the ledger"),
            Permission.TiersView => ("查看等级", "see tiers"),
            Permission.TiersEdit => ("设置等级", "edit tiers"),
            Permission.PlansEdit => ("设置充值与积分", "edit top-up plans and points rules"),
            Permission.PromotionsView => ("查看促销", "see promotions"),
            Permission.PromotionsEdit => ("设置促销", "edit promotions"),
            Permission.PromotionsApprove => ("审批促销", "approve promotions"),
            Permission.CouponsView => ("查看优惠券", "see coupons"),
            Permission.CouponsEdit => ("设置优惠券", "edit coupon templates"),
            Permission.CouponsIssue => ("发券与作废", "issue and void coupons"),
            Permission.RewardsView => ("查看奖励", "see rewards"),
            Permission.RewardsEdit => ("设置奖励", "edit rewards, draws and tasks"),
            Permission.RewardsReview => ("审核奖励", "decide on rewards that wait"),
            Permission.RewardsPlay => ("替会员签到、抽奖、兑换积分", "check in, draw and redeem points for members"),
            Permission.GoodsView => ("查看商品", "see goods"),
            Permission.GoodsEdit => ("修改商品", "edit goods"),
            Permission.GoodsImport => ("导入商品", "import goods"),
            Permission.GoodsExport => ("导出商品", "export goods"),
            Permission.GoodsCost => ("查看进价", "see cost prices"),
            Permission.OrdersView => ("查看订单", "see orders"),
            Permission.OrdersVoid => ("作废订单", "void tickets"),
            Permission.ShiftsView => ("查看班次", "see shifts"),
            Permission.ReportsView => ("查看报表", "see reports"),
            Permission.StoresEdit => ("管理门店", "manage stores"),
            Permission.StaffEdit => ("管理员工", "manage staff"),
            Permission.RolesEdit => ("管理角色", "manage roles"),
            Permission.SettingsEdit => ("修改设置", "edit settings"),
            Permission.AuditView => ("查看操作日志", "see the audit log"),
            Permission.ApprovalsGive => ("批准超限操作", "approve what exceeds a limit"),
        };
        return new(Names.Of(permission), zh, en);
    }

    /// <summary>The heading a permission stands under in the role editor; it follows from the first word of its name.</summary>
    public static Phrase GroupOf(Permission permission) =>
        Names.Of(permission).Split('_')[0] switch
        {
            "till" => new("till", "收银", "Till"),
            "members" or "cards" => new("members", "会员", "Members"),
            "ledger" => new("ledger", "账目", "Ledger"),
            "tiers" or "plans" or "rewards" => new("rules", "等级与规则", "Tiers and rules"),
            "promotions" or "coupons" => new("pricing", "促销与优惠券", "Promotions and coupons"),
            "goods" => new("goods", "商品", "Goods"),
            "orders" or "shifts" => new("orders", "订单与班次", "Orders and shifts"),
            "reports" => new("reports", "数据", "Data"),
            "stores" or "staff" or "roles" or "settings" or "audit" or "approvals" => new(
                "shop",
                "门店与员工",
                "Shop and staff"
            ),
            _ => new("other", "其他", "Other"),
        };

    public static Sentence Of(Permission permission) => PhraseOf(permission).With();
}
