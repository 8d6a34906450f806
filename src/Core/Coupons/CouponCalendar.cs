namespace Shuke.Core.Coupons;

/// <summary>Days and hours of coupons, in the shop's own zone.</summary>
public static class CouponCalendar
{
    /// <summary>The first moment at which a coupon received now can be used, and the first at which no longer.</summary>
    public static (Instant From, Instant To) Window(CouponValidity validity, Instant received, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(received.ToDateTimeOffset(), zone).DateTime);
        return validity.Kind switch
        {
            CouponValidityKind.Dates => (
                BeginOf(validity.From!.Value.Date, zone),
                BeginOf(validity.To!.Value.Date.AddDays(1), zone)
            ),
            CouponValidityKind.Days => (received, BeginOf(today.AddDays(validity.Days), zone)),
            CouponValidityKind.DaysFromNextDay => (
                BeginOf(today.AddDays(1), zone),
                BeginOf(today.AddDays(1 + validity.Days), zone)
            ),
        };
    }

    /// <summary>Whether the weekday and the hour allow it; hours past midnight belong to the day they began on.</summary>
    public static bool IsOpen(CouponValidity validity, Instant at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at.ToDateTimeOffset(), zone).DateTime;
        var (day, minute) = (DateOnly.FromDateTime(local), local.Hour * 60 + local.Minute);
        if (validity is { FromMinute: { } from, ToMinute: { } to })
        {
            var overnight = to <= from;
            if (overnight && minute < to)
                day = day.AddDays(-1);
            else if (minute < from || (!overnight && minute >= to))
                return false;
        }
        return validity.Weekdays is not { Count: > 0 } days || days.Contains(Weekday(day));
    }

    /// <summary>The moment a day begins; where the clock jumps over midnight, the first moment there is.</summary>
    public static Instant BeginOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return Instant.From(new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)));
    }

    /// <summary>1 = Monday to 7 = Sunday.</summary>
    public static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
}
