namespace Shuke.Core.Coupons;

/// <summary>Refuses terms that could not be meant, with a sentence about what to change.</summary>
public static class CouponTermsCheck
{
    private const int DaysMax = 3_650;
    private const int PiecesMax = 1_000;

    /// <summary>The first thing wrong, or null.</summary>
    public static Refusal? WhyNot(CouponTerms terms)
    {
        if (Amounts(terms) is { } amounts)
            return amounts;
        if (terms.Price.Bp is < 0 or > 10_000)
            return CouponReasons.PercentWrong;
        if (terms.Pieces is < 0 or > PiecesMax)
            return CouponReasons.PiecesWrong.With(("max", (long)PiecesMax));
        if (OfKind(terms) is { } ofKind)
            return ofKind;
        return Validity(terms.Validity);
    }

    private static Refusal? Amounts(CouponTerms t) =>
        t.Amount.IsNegative || t.MinSpend.IsNegative || t.Cap is { IsPositive: false }
            ? CouponReasons.AmountNegative.With()
            : null;

    private static Refusal? OfKind(CouponTerms t) =>
        t.Kind switch
        {
            CouponKind.CashOff
            or CouponKind.ThresholdOff
            or CouponKind.TopUpBonus
            or CouponKind.Fuel
            or CouponKind.Parking
            or CouponKind.Freight when !t.Amount.IsPositive => CouponReasons.AmountMissing,
            CouponKind.ThresholdOff when t.MinSpend <= t.Amount => CouponReasons.ThresholdBelowAmount.With(
                ("min", t.MinSpend.Fen),
                ("amount", t.Amount.Fen)
            ),
            CouponKind.TopUpBonus when !t.MinSpend.IsPositive => CouponReasons.TopUpMissing,
            CouponKind.PercentOff or CouponKind.ItemDiscount when t.Price.Bp is 0 or 10_000 =>
                CouponReasons.PercentWrong,
            CouponKind.Exchange
            or CouponKind.FixedPrice
            or CouponKind.ItemDiscount
            or CouponKind.Gift when !t.NamesGoods => CouponReasons.GoodsMissing,
            CouponKind.Exchange or CouponKind.Gift when t.Pieces == 0 => CouponReasons.PiecesWrong.With(
                ("max", (long)PiecesMax)
            ),
            CouponKind.PointsMultiplier when t.Multiplier.Bp is <= 10_000 or > 1_000_000 =>
                CouponReasons.MultiplierWrong,
            CouponKind.ThirdParty when t.Partner.Trim().Length == 0 => CouponReasons.PartnerMissing,
            _ => null,
        };

    private static Refusal? Validity(CouponValidity v)
    {
        if (v.Kind == CouponValidityKind.Dates)
        {
            if (v.From is not { } from || v.To is not { } to)
                return CouponReasons.DatesMissing;
            if (to < from)
                return CouponReasons.DatesReversed.With(("from", from), ("to", to));
        }
        else if (v.Days is < 1 or > DaysMax)
            return CouponReasons.DaysWrong.With(("max", (long)DaysMax));
        if (v.Weekdays is { } days && (days.Any(d => d is < 1 or > 7) || days.Distinct().Count() != days.Count))
            return CouponReasons.WeekdaysWrong;
        var hours = (v.FromMinute, v.ToMinute);
        if (
            hours is not (null, null)
            && (hours is not ({ } a, { } b) || a is < 0 or > 1_439 || b is < 1 or > 1_440 || a == b)
        )
            return CouponReasons.HoursWrong;
        return v.Kind == CouponValidityKind.Dates && !HasOpenDay(v) ? CouponReasons.NeverOpen.With() : null;
    }

    /// <summary>"Only on Sundays" between a Monday and a Friday can never be used.</summary>
    private static bool HasOpenDay(CouponValidity v)
    {
        if (v.Weekdays is not { Count: > 0 } days)
            return true;
        for (var day = v.From!.Value; day <= v.To!.Value && day < v.From.Value.AddDays(7); day = day.AddDays(1))
            if (days.Contains(CouponCalendar.Weekday(day.Date)))
                return true;
        return false;
    }
}
