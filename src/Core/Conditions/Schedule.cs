using Shuke.Core.Calendar;

namespace Shuke.Core.Conditions;

/// <summary>A stretch of the day, minutes after midnight; "to" at or before "from" runs over midnight. 24:00 is 1,440.</summary>
public sealed record Hours(int From, int To)
{
    public bool IsOverMidnight => To <= From;
}

/// <summary>A stretch of business days, both ends included.</summary>
public sealed record Dates(BusinessDay From, BusinessDay To);

/// <summary>The n-th such weekday of every month: 1 to 5, or -1 for the last.</summary>
public sealed record NthWeekday(int Nth, DayOfWeek Weekday);

/// <summary>The same day every year: 11-11.</summary>
public sealed record YearDay(int Month, int Day);

/// <summary>A day of the lunar calendar every year: 8-15; day 30 is the last of its month (除夕 is 12-30).</summary>
public sealed record LunarDay(int Month, int Day);

/// <summary>
/// When something counts, in the store's zone and business day. Weekdays, days of the month, n-th weekdays, days of the
/// year and lunar days together say which days (any of them; none given = every day); dates, hours and exceptions narrow
/// that. Hours that began before midnight belong to the day on which they began.
/// </summary>
public sealed record Schedule
{
    public BusinessDay? From { get; init; }
    public BusinessDay? Until { get; init; }
    public IReadOnlyList<DayOfWeek>? Weekdays { get; init; }

    /// <summary>1 to 31, or -1 for the last day.</summary>
    public IReadOnlyList<int>? DaysOfMonth { get; init; }
    public IReadOnlyList<NthWeekday>? NthWeekdays { get; init; }
    public IReadOnlyList<YearDay>? YearDays { get; init; }
    public IReadOnlyList<LunarDay>? LunarDays { get; init; }
    public IReadOnlyList<Hours>? Hours { get; init; }
    public IReadOnlyList<Dates>? Except { get; init; }

    public bool Holds(Moment at)
    {
        if (Hours is not { } hours)
            return HoldsOn(at.Day);
        for (var i = 0; i < hours.Count; i++)
            if (DayOf(hours[i], at) is { } day && HoldsOn(day))
                return true;
        return false;
    }

    /// <summary>The day on which the hours began that hold this moment; null = outside them.</summary>
    private static BusinessDay? DayOf(Hours hours, Moment at)
    {
        if (!hours.IsOverMidnight)
            return at.Minute >= hours.From && at.Minute < hours.To ? at.Day : null;
        if (at.Minute >= hours.From)
            return at.Day;
        return at.Minute < hours.To ? new BusinessDay(at.Date.AddDays(-1)) : null;
    }

    public bool HoldsOn(BusinessDay day)
    {
        if (day < From || day > Until)
            return false;
        if (Except is { } except)
            for (var i = 0; i < except.Count; i++)
                if (day >= except[i].From && day <= except[i].To)
                    return false;
        return IsEveryDay || IsNamed(day.Date);
    }

    private bool IsEveryDay =>
        Weekdays is null && DaysOfMonth is null && NthWeekdays is null && YearDays is null && LunarDays is null;

    private bool IsNamed(DateOnly day)
    {
        if (Weekdays is { } weekdays)
            for (var i = 0; i < weekdays.Count; i++)
                if (weekdays[i] == day.DayOfWeek)
                    return true;
        if (DaysOfMonth is { } days)
            for (var i = 0; i < days.Count; i++)
                if (day.Day == days[i] || days[i] == -1 && IsLastOfMonth(day))
                    return true;
        if (NthWeekdays is { } nth)
            for (var i = 0; i < nth.Count; i++)
                if (day.DayOfWeek == nth[i].Weekday && IsNth(day, nth[i].Nth))
                    return true;
        if (YearDays is { } year)
            for (var i = 0; i < year.Count; i++)
                if (day.Month == year[i].Month && day.Day == year[i].Day)
                    return true;
        return LunarDays is { Count: > 0 } lunar && Lunar.FromSolar(day) is { } date && IsLunar(lunar, date, day);
    }

    private static bool IsLunar(IReadOnlyList<LunarDay> days, LunarDate date, DateOnly solar)
    {
        if (date.IsLeapMonth)
            return false;
        for (var i = 0; i < days.Count; i++)
            if (
                days[i].Month == date.Month
                && (days[i].Day == date.Day || days[i].Day == 30 && Lunar.FromSolar(solar.AddDays(1))?.Day == 1)
            )
                return true;
        return false;
    }

    private static bool IsLastOfMonth(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);

    private static bool IsNth(DateOnly day, int nth) =>
        nth == -1 ? day.Day + 7 > DateTime.DaysInMonth(day.Year, day.Month) : (day.Day - 1) / 7 + 1 == nth;

    /// <summary>The first part that is not a time at all, in words; null = sound.</summary>
    internal string? Fault()
    {
        if (From is { } from && Until is { } until && until < from)
            return "结束日期早于开始日期 (ends before it starts)";
        if (
            Weekdays is { Count: 0 }
            || DaysOfMonth is { Count: 0 }
            || NthWeekdays is { Count: 0 }
            || YearDays is { Count: 0 }
            || LunarDays is { Count: 0 }
            || Hours is { Count: 0 }
        )
            return "没有选择任何日子或时段 (no day or hour chosen)";
        if (DaysOfMonth?.Any(d => d is not (-1 or >= 1 and <= 31)) == true)
            return "每月的日子须为 1 到 31 或最后一天 (day of month 1 to 31 or -1)";
        if (NthWeekdays?.Any(n => n.Nth is not (-1 or >= 1 and <= 5)) == true)
            return "每月第几个星期须为 1 到 5 或最后一个 (n-th weekday 1 to 5 or -1)";
        if (YearDays?.Any(d => Birthday.Solar(d.Month, d.Day) is null) == true)
            return "没有这样的日期 (no such day of the year)";
        if (LunarDays?.Any(d => Birthday.Lunar(d.Month, d.Day) is null) == true)
            return "没有这样的农历日期 (no such lunar day)";
        if (Hours?.Any(h => h.From is < 0 or >= 1_440 || h.To is < 0 or > 1_440 || h.From == h.To) == true)
            return "时段须在 00:00 到 24:00 之间且首尾不同 (hours between 00:00 and 24:00, ends apart)";
        return Except?.Any(e => e.To < e.From) == true
            ? "例外的结束日期早于开始日期 (an exception ends before it starts)"
            : null;
    }
}
