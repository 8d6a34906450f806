using System.Globalization;

namespace Shuke.Core.Ledger;

public enum ExpiryKind
{
    Never,

    /// <summary>N days after earning.</summary>
    Days,

    /// <summary>N months after earning, then to the end of the named period.</summary>
    Months,

    /// <summary>The end of the named period in which it was earned, plus N months.</summary>
    PeriodEnd,

    /// <summary>One written day for all.</summary>
    Fixed,

    /// <summary>N days after the last activity.</summary>
    RollingDays,

    /// <summary>N months after the last activity, then to the end of the named period.</summary>
    RollingMonths,
}

/// <summary>The calendar period a date is stretched to.</summary>
public enum EndOf
{
    Day,
    Month,
    Quarter,
    Year,
}

/// <summary>When value runs out. The answer is always the last day on which it can still be used.</summary>
public sealed record Expiry(ExpiryKind Kind, int N, EndOf End, BusinessDay? On)
{
    public static readonly Expiry Never = new(ExpiryKind.Never, 0, EndOf.Day, null);

    /// <summary>What a careful Chinese shop chooses for points: twelve months, to the end of that month (spec 18).</summary>
    public static readonly Expiry PointsDefault = AfterMonths(12, EndOf.Month);

    public static Expiry AfterDays(int days) => new(ExpiryKind.Days, days, EndOf.Day, null);

    public static Expiry AfterMonths(int months, EndOf end = EndOf.Day) => new(ExpiryKind.Months, months, end, null);

    public static Expiry AtEndOf(EndOf period, int plusMonths = 0) =>
        new(ExpiryKind.PeriodEnd, plusMonths, period, null);

    public static Expiry OnDay(BusinessDay day) => new(ExpiryKind.Fixed, 0, EndOf.Day, day);

    public static Expiry RollingDays(int days) => new(ExpiryKind.RollingDays, days, EndOf.Day, null);

    public static Expiry RollingMonths(int months, EndOf end = EndOf.Day) =>
        new(ExpiryKind.RollingMonths, months, end, null);

    /// <summary>Any activity renews every lot that is still good.</summary>
    public bool IsRolling => Kind is ExpiryKind.RollingDays or ExpiryKind.RollingMonths;

    /// <summary>The last day of use for what is earned (or, if rolling, renewed) on this day; null if it never ends.</summary>
    public BusinessDay? LastDay(BusinessDay from) =>
        Kind switch
        {
            ExpiryKind.Never => null,
            ExpiryKind.Days or ExpiryKind.RollingDays => from.AddDays(N),
            // The calendar shortens 31 January + 1 month to 28 or 29 February, which is what people expect.
            ExpiryKind.Months or ExpiryKind.RollingMonths => LastOf(from.AddMonths(N), End),
            ExpiryKind.PeriodEnd => LastOf(LastOf(from, End).FirstOfMonth.AddMonths(N), EndOf.Month),
            ExpiryKind.Fixed => On,
        };

    public static BusinessDay LastOf(BusinessDay day, EndOf period) =>
        period switch
        {
            EndOf.Day => day,
            EndOf.Month => day.LastOfMonth,
            EndOf.Quarter => BusinessDay.Of(day.Date.Year, (day.Date.Month + 2) / 3 * 3, 1).LastOfMonth,
            EndOf.Year => BusinessDay.Of(day.Date.Year, 12, 31),
        };

    /// <summary>One spelling per policy, for tables and forms: never, days:30, months:12:month, end:year:3, on:2027-12-31.</summary>
    public override string ToString() =>
        Kind switch
        {
            ExpiryKind.Never => "never",
            ExpiryKind.Days => Text("days", N),
            ExpiryKind.Months => Text("months", N) + (End == EndOf.Day ? "" : ":" + Name(End)),
            ExpiryKind.PeriodEnd => Text("end:" + Name(End), N),
            ExpiryKind.Fixed => "on:" + On,
            ExpiryKind.RollingDays => Text("rolling-days", N),
            ExpiryKind.RollingMonths => Text("rolling-months", N) + (End == EndOf.Day ? "" : ":" + Name(End)),
        };

    /// <summary>Reads what ToString wrote; null if it is not a policy.</summary>
    public static Expiry? Parse(string text)
    {
        var parts = text.Split(':');
        return parts switch
        {
            ["never"] => Never,
            ["days", var n] when Number(n, out var days) => AfterDays(days),
            ["months", var n] when Number(n, out var months) => AfterMonths(months),
            ["months", var n, var end] when Number(n, out var months) && Period(end, out var p) => AfterMonths(
                months,
                p
            ),
            ["end", var end, var n] when Number(n, out var months) && Period(end, out var p) => AtEndOf(p, months),
            ["on", var day]
                when DateOnly.TryParseExact(
                    day,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var date
                ) => OnDay(new(date)),
            ["rolling-days", var n] when Number(n, out var days) => RollingDays(days),
            ["rolling-months", var n] when Number(n, out var months) => RollingMonths(months),
            ["rolling-months", var n, var end] when Number(n, out var months) && Period(end, out var p) =>
                RollingMonths(months, p),
            _ => null,
        };
    }

    private static string Text(string name, int n) => string.Create(CultureInfo.InvariantCulture, $"{name}:{n}");

    private static string Name(EndOf end) =>
        end switch
        {
            EndOf.Day => "day",
            EndOf.Month => "month",
            EndOf.Quarter => "quarter",
            EndOf.Year => "year",
        };

    // A thousand years is more than anyone promises and keeps every date inside the calendar.
    private static bool Number(string text, out int n) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out n) && n <= 12_000;

    private static bool Period(string text, out EndOf end)
    {
        (var ok, end) = text switch
        {
            "month" => (true, EndOf.Month),
            "quarter" => (true, EndOf.Quarter),
            "year" => (true, EndOf.Year),
            _ => (false, EndOf.Day),
        };
        return ok;
    }
}
