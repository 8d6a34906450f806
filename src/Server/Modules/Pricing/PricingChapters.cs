using Shuke.Core.Coupons;
using Shuke.Core.Ledger;
using Shuke.Core.Pricing;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>What the live rules of earning, spending and returning say, for the written membership policy.</summary>
internal static class PricingChapters
{
    public static async Task<IReadOnlyList<Chapter>> Write(DbRead db, Language language)
    {
        string Pick(string zh, string en) => language == Language.Zh ? zh : en;
        var s = await OrgPublic.Setting<PricingSettings>(db);
        var coupons = await OrgPublic.Setting<CouponSettings>(db);
        return Chapter.Of([
            new(Pick("积分获取与使用", "Earning and using points"), [.. Points(s, Pick)]),
            new(Pick("退货与退款", "Returns"), [.. Returns(s, coupons, Pick)]),
        ]);
    }

    private static IEnumerable<string> Points(PricingSettings s, Func<string, string, string> pick)
    {
        if (s.EarnPerYuanBp > 0)
        {
            var each = (s.EarnPerYuanBp / 10_000m).ToString(
                "0.####",
                System.Globalization.CultureInfo.InvariantCulture
            );
            var min = s.EarnMinTicket.IsPositive
                ? pick($"(单笔满 {s.EarnMinTicket} 元)", $" (tickets of {s.EarnMinTicket} yuan or more)")
                : "";
            yield return pick(
                $"消费每 1 元得 {each} 积分{min},不足 1 积分的部分舍去。",
                $"Each yuan spent earns {each} points{min}; parts of a point are dropped."
            );
            var not = new[]
            {
                s.EarnOnPoints ? "" : pick("积分抵扣", "points"),
                s.EarnOnBonus ? "" : pick("赠金支付", "bonus"),
                s.EarnOnPrincipal ? "" : pick("储值本金支付", "stored value"),
            }
                .Where(n => n.Length > 0)
                .ToList();
            if (not.Count > 0)
                yield return pick(
                    $"{string.Join("、", not)}的部分不累计积分。",
                    $"What is paid with {string.Join(", ", not)} earns no points."
                );
        }
        if (s.PointsPerYuan > 0)
            yield return pick(
                $"{s.PointsPerYuan} 积分可抵 1 元,以 {s.PointsStep} 积分为单位,每单最多抵 {new Ratio(s.PointsMaxShareBp)}。",
                $"{s.PointsPerYuan} points pay 1 yuan, in steps of {s.PointsStep}, at most {new Ratio(s.PointsMaxShareBp)} of a ticket."
            );
        yield return s.LineDiscounts == LineDiscounts.Better
            ? pick(
                "等级折扣与商品优惠不叠加,取更优惠的一项。",
                "A tier's discount and an offer on the same goods do not add up; the better one counts."
            )
            : pick("等级折扣与商品优惠可以叠加。", "A tier's discount and an offer on the same goods add up.");
        if (s.BonusMaxShareBp < 10_000)
            yield return pick(
                $"赠金每单最多支付 {new Ratio(s.BonusMaxShareBp)}。",
                $"Bonus pays at most {new Ratio(s.BonusMaxShareBp)} of a ticket."
            );
    }

    private static IEnumerable<string> Returns(PricingSettings s, CouponSettings c, Func<string, string, string> pick)
    {
        yield return pick(
            "退款按原支付方式退回:储值、赠金、积分退回原批次。",
            "A refund goes back the way it was paid: stored value, bonus and points into the lots they came from."
        );
        yield return s.TakeBack switch
        {
            TakeBackPolicy.DeductFromRefund => pick(
                "退货扣回该单所得积分;已用掉的部分从退款中抵扣。",
                "Points earned by the ticket are taken back; what was spent of them is deducted from the refund."
            ),
            TakeBackPolicy.BelowZero => pick(
                "退货扣回该单所得积分,积分可能为负,之后获得的积分先补足。",
                "Points earned by the ticket are taken back, below zero if need be; later points make it good."
            ),
            TakeBackPolicy.PendingOnly => pick(
                "退货只扣回该单尚未使用的积分。",
                "Only points of the ticket that are still there are taken back."
            ),
        };
        yield return c.AfterFullRefund switch
        {
            AfterFullRefund.ComesBack => pick(
                $"整单退款后优惠券退回,至少还有 {c.ReturnDaysMin} 天有效期。",
                $"After a whole refund the coupon comes back, good for at least {c.ReturnDaysMin} days."
            ),
            AfterFullRefund.AsItWas => pick(
                "整单退款后优惠券按原有效期退回。",
                "After a whole refund the coupon comes back as it was."
            ),
            AfterFullRefund.Forfeited => pick(
                "整单退款后优惠券不退回。",
                "A coupon does not come back after a refund."
            ),
        };
    }
}
