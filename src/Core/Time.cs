using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Shuke.Core;

/// <summary>A moment: milliseconds since 1970-01-01 UTC. ISO 8601 with milliseconds in JSON.</summary>
public readonly record struct Instant(long UnixMs) : IComparable<Instant>
{
    public static Instant From(DateTimeOffset value) => new(value.ToUnixTimeMilliseconds());

    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.FromUnixTimeMilliseconds(UnixMs);

    public Instant Plus(TimeSpan span) => new(UnixMs + span.Ticks / TimeSpan.TicksPerMillisecond);

    public static TimeSpan operator -(Instant a, Instant b) => TimeSpan.FromMilliseconds(a.UnixMs - b.UnixMs, 0);

    public static bool operator <(Instant a, Instant b) => a.UnixMs < b.UnixMs;

    public static bool operator >(Instant a, Instant b) => a.UnixMs > b.UnixMs;

    public static bool operator <=(Instant a, Instant b) => a.UnixMs <= b.UnixMs;

    public static bool operator >=(Instant a, Instant b) => a.UnixMs >= b.UnixMs;

    public int CompareTo(Instant other) => UnixMs.CompareTo(other.UnixMs);

    public override string ToString() =>
        ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>
/// The day a shop books to, in the store's own zone: a bar that closes at 03:00 books its last hours to the day before.
/// </summary>
public readonly record struct BusinessDay(DateOnly Date) : IComparable<BusinessDay>, IParsable<BusinessDay>
{
    /// <param name="at">the moment of the business event</param>
    /// <param name="zone">the store's time zone</param>
    /// <param name="cutoffMinutes">minutes after midnight at which the new business day begins, 0 to 720</param>
    public static BusinessDay Of(Instant at, TimeZoneInfo zone, int cutoffMinutes)
    {
        var local = TimeZoneInfo.ConvertTime(at.ToDateTimeOffset(), zone);
        return new(DateOnly.FromDateTime(local.DateTime.AddMinutes(-cutoffMinutes)));
    }

    public static BusinessDay Of(int year, int month, int day) => new(new DateOnly(year, month, day));

    public static BusinessDay Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var day) ? day : throw new FormatException("Not a day such as 2026-11-22.");

    /// <summary>One spelling: 2026-11-22.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BusinessDay result)
    {
        var ok = DateOnly.TryParseExact(
            s,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        );
        result = new(date);
        return ok;
    }

    public BusinessDay AddDays(int days) => new(Date.AddDays(days));

    public BusinessDay AddMonths(int months) => new(Date.AddMonths(months));

    public BusinessDay FirstOfMonth => new(new DateOnly(Date.Year, Date.Month, 1));

    public BusinessDay LastOfMonth => FirstOfMonth.AddMonths(1).AddDays(-1);

    public static bool operator <(BusinessDay a, BusinessDay b) => a.Date < b.Date;

    public static bool operator >(BusinessDay a, BusinessDay b) => a.Date > b.Date;

    public static bool operator <=(BusinessDay a, BusinessDay b) => a.Date <= b.Date;

    public static bool operator >=(BusinessDay a, BusinessDay b) => a.Date >= b.Date;

    public int CompareTo(BusinessDay other) => Date.CompareTo(other.Date);

    public override string ToString() => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
