using System.Globalization;
using System.Runtime.CompilerServices;

namespace Shuke.Core.Coupons;

/// <summary>What a coupon says, as one sentence for people, in both languages.</summary>
public static class CouponSentence
{
    // Terms never change and are shown over and over: each is put into words once.
    private static readonly ConditionalWeakTable<CouponTerms, Sentence> Said = [];

    public static Sentence Of(CouponTerms terms) => Said.GetValue(terms, Make);

    private static Sentence Make(CouponTerms terms)
    {
        var (zh, en) = Effect(terms);
        if (terms.MinSpend.IsPositive && terms.Kind is not (CouponKind.ThresholdOff or CouponKind.TopUpBonus))
            (zh, en) = ("满 {min:money} 元" + zh, en + " from {min:money} yuan on");
        if (terms.Cap is not null)
            (zh, en) = (zh + ",最多减 {cap:money} 元", en + ", at most {cap:money} yuan");
        var (whenZh, whenEn) = When(terms.Validity);
        return new Phrase("coupon_terms", zh + ";" + whenZh, en + "; " + whenEn).With(
            ("amount", terms.Amount.Fen),
            ("min", terms.MinSpend.Fen),
            ("cap", terms.Cap?.Fen),
            ("pieces", (long)terms.Pieces),
            ("fold", Tenths(terms.Price.Bp, 1_000)),
            ("off", Tenths(10_000 - terms.Price.Bp, 100)),
            ("times", Tenths(terms.Multiplier.Bp, 10_000)),
            ("partner", terms.Partner),
            ("from", terms.Validity.From),
            ("to", terms.Validity.To),
            ("days", (long)terms.Validity.Days),
            ("begin", Clock(terms.Validity.FromMinute)),
            ("end", Clock(terms.Validity.ToMinute)),
            ("weekdaysZh", string.Join('、', Weekdays(terms).Select(d => "周" + "一二三四五六日"[d - 1]))),
            ("weekdaysEn", string.Join(", ", Weekdays(terms).Select(d => EnglishDays[d - 1])))
        );
    }

    private static (string Zh, string En) Effect(CouponTerms t) =>
        t.Kind switch
        {
            CouponKind.CashOff => ("减 {amount:money} 元", "{amount:money} yuan off"),
            CouponKind.ThresholdOff => (
                "满 {min:money} 元减 {amount:money} 元",
                "{amount:money} yuan off from {min:money} yuan on"
            ),
            CouponKind.PercentOff => ("打 {fold} 折", "{off}% off"),
            CouponKind.Exchange => ("兑换指定商品 {pieces} 件", "{pieces} of the named goods for nothing"),
            CouponKind.Gift => ("送指定商品 {pieces} 件", "{pieces} of the named goods as a gift"),
            CouponKind.Freight => ("运费最多减 {amount:money} 元", "up to {amount:money} yuan off the freight"),
            CouponKind.FixedPrice => (
                "指定商品一件 {amount:money} 元",
                "one of the named goods for {amount:money} yuan"
            ),
            CouponKind.ItemDiscount => ("指定商品一件打 {fold} 折", "{off}% off one of the named goods"),
            CouponKind.TopUpBonus => (
                "充值满 {min:money} 元多送 {amount:money} 元",
                "{amount:money} yuan bonus on a top-up of {min:money} or more"
            ),
            CouponKind.PointsMultiplier => ("积分 {times} 倍", "points times {times}"),
            CouponKind.Fuel => ("每升减 {amount:money} 元", "{amount:money} yuan off a litre"),
            CouponKind.Parking => ("停车费最多抵 {amount:money} 元", "up to {amount:money} yuan of parking"),
            CouponKind.ThirdParty => ("{partner} 兑换码", "a code of {partner}"),
        };

    private static (string Zh, string En) When(CouponValidity v)
    {
        var (zh, en) = v.Kind switch
        {
            CouponValidityKind.Dates => ("{from} 至 {to}", "{from} to {to}"),
            CouponValidityKind.Days => ("领取后 {days} 天内有效", "good for {days} days"),
            CouponValidityKind.DaysFromNextDay => (
                "领取次日起 {days} 天内有效",
                "good for {days} days from the next day on"
            ),
        };
        if (v.Weekdays is { Count: > 0 and < 7 })
            (zh, en) = (zh + ",限{weekdaysZh}", en + ", only {weekdaysEn}");
        return v.FromMinute is null ? (zh, en) : (zh + ",{begin}–{end}", en + ", {begin}–{end}");
    }

    private static readonly string[] EnglishDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private static IEnumerable<int> Weekdays(CouponTerms t) => (t.Validity.Weekdays ?? []).Order();

    private static string Clock(int? minute) =>
        minute is { } m ? string.Create(CultureInfo.InvariantCulture, $"{m / 60:00}:{m % 60:00}") : "";

    /// <summary>A ratio without needless zeros: 8,500 over 1,000 is 8.5.</summary>
    private static string Tenths(int value, int unit)
    {
        var (whole, rest) = (value / unit, value % unit);
        var digits = rest.ToString(CultureInfo.InvariantCulture)
            .PadLeft(unit.ToString(CultureInfo.InvariantCulture).Length - 1, '0')
            .TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"{whole}{(rest == 0 ? "" : "." + digits)}");
    }
}
