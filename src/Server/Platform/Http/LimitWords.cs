using System.Globalization;

namespace Shuke.Server.Platform;

public enum LimitUnit
{
    Percent,
    Money,
    Points,
    Count,
}

/// <summary>Every limit in plain words: its name, its unit, and the sentence a number makes.</summary>
public static class LimitWords
{
    public static Phrase Name(Limit limit)
    {
        var (zh, en) = limit switch
        {
            Limit.ManualDiscountBp => ("手工优惠最多", "Manual discount up to"),
            Limit.RefundFen => ("退款免批额度", "Refund without approval up to"),
            Limit.AdjustPoints => ("每次调整积分最多", "Points adjusted at once up to"),
            Limit.AdjustFen => ("每次调整储值最多", "Stored value adjusted at once up to"),
            Limit.TopUpFen => ("单笔充值最多", "One top-up up to"),
            Limit.CouponsIssued => ("每次发券最多", "Coupons issued at once up to"),
        };
        return new(Names.Of(limit), zh, en);
    }

    public static LimitUnit UnitOf(Limit limit) =>
        limit switch
        {
            Limit.ManualDiscountBp => LimitUnit.Percent,
            Limit.AdjustPoints => LimitUnit.Points,
            Limit.CouponsIssued => LimitUnit.Count,
            Limit.RefundFen or Limit.AdjustFen or Limit.TopUpFen => LimitUnit.Money,
        };

    /// <summary>The permission a limit bounds; without it the number says nothing.</summary>
    public static Permission PermissionOf(Limit limit) =>
        limit switch
        {
            Limit.ManualDiscountBp => Permission.TillDiscount,
            Limit.RefundFen => Permission.TillRefund,
            Limit.AdjustPoints or Limit.AdjustFen => Permission.LedgerAdjust,
            Limit.TopUpFen => Permission.TillTopUp,
            Limit.CouponsIssued => Permission.CouponsIssue,
        };

    /// <summary>The highest number a role can be given.</summary>
    public static long MaxOf(Limit limit) => UnitOf(limit) == LimitUnit.Percent ? 10_000 : Money.FenMax;

    /// <summary>One sentence for each limit whose permission the role has.</summary>
    public static IReadOnlyList<string> Sentences(
        IReadOnlyCollection<Permission> permissions,
        IReadOnlyDictionary<Limit, long> limits,
        Language language
    ) =>
        [
            .. Enum.GetValues<Limit>()
                .Where(l => permissions.Contains(PermissionOf(l)))
                .Select(l => Sentence(l, limits.GetValueOrDefault(l)).In(language)),
        ];

    private static Sentence Sentence(Limit limit, long value)
    {
        var (zh, en) = (limit, value) switch
        {
            (Limit.ManualDiscountBp, <= 0) => (
                "手工优惠都要另一位同事批准",
                "every manual discount needs another person's approval"
            ),
            (Limit.ManualDiscountBp, >= 10_000) => ("可手工优惠到免单", "may give the goods away by hand"),
            (Limit.ManualDiscountBp, _) => ("可手工优惠到 {fold} 折", "may give a manual discount up to {percent}%"),
            (Limit.RefundFen, <= 0) => ("每笔退款都要批准", "every refund needs approval"),
            (Limit.RefundFen, _) => ("退款 {yuan} 元以内不需批准", "may refund up to {yuan} yuan without approval"),
            (Limit.AdjustPoints, <= 0) => ("手工调整积分都要批准", "every adjustment of points needs approval"),
            (Limit.AdjustPoints, _) => ("每次可调整 {number} 积分以内", "may adjust up to {number} points at once"),
            (Limit.AdjustFen, <= 0) => ("手工调整储值都要批准", "every adjustment of stored value needs approval"),
            (Limit.AdjustFen, _) => (
                "每次可调整储值 {yuan} 元以内",
                "may adjust stored value up to {yuan} yuan at once"
            ),
            (Limit.CouponsIssued, <= 0) => ("每次发券都要批准", "every issue of coupons needs approval"),
            (Limit.CouponsIssued, _) => ("每次可发券 {number} 张以内", "may issue up to {number} coupons at once"),
            (Limit.TopUpFen, <= 0) => ("每笔充值都要批准", "every top-up needs approval"),
            (Limit.TopUpFen, _) => (
                "单笔充值 {yuan} 元以内不需批准",
                "may sell one top-up up to {yuan} yuan without approval"
            ),
        };
        return new Phrase(Names.Of(limit), zh, en).With(
            ("fold", Decimal(10_000 - value, 1_000)),
            ("percent", Decimal(value, 100)),
            ("yuan", Decimal(value, 100)),
            ("number", value)
        );
    }

    /// <summary>A whole number over a power of ten, without needless zeros: 8500 of 1000 is 8.5.</summary>
    private static string Decimal(long value, long unit)
    {
        var digits = unit.ToString(CultureInfo.InvariantCulture).Length - 1;
        var rest = (value % unit).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0').TrimEnd('0');
        return (value / unit).ToString(CultureInfo.InvariantCulture) + (rest.Length == 0 ? "" : "." + rest);
    }
}
