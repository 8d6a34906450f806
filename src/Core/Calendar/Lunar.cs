using System.Globalization;

namespace Shuke.Core.Calendar;

/// <summary>A day of the Chinese lunar calendar; a leap month (闰月) carries the number of the month before it.</summary>
public readonly record struct LunarDate(int Year, int Month, int Day, bool IsLeapMonth)
{
    private static readonly string[] Months =
    [
        "正月",
        "二月",
        "三月",
        "四月",
        "五月",
        "六月",
        "七月",
        "八月",
        "九月",
        "十月",
        "冬月",
        "腊月",
    ];

    private const string Ones = "一二三四五六七八九十";

    /// <summary>Month and day the way people say them: 正月初一, 闰六月十五, 腊月廿三, 腊月三十.</summary>
    public override string ToString() => (IsLeapMonth ? "闰" : "") + Months[Month - 1] + DayName(Day);

    private static string DayName(int day) =>
        day switch
        {
            <= 10 => $"初{Ones[day - 1]}",
            < 20 => $"十{Ones[day - 11]}",
            20 => "二十",
            < 30 => $"廿{Ones[day - 21]}",
            _ => "三十",
        };
}

/// <summary>From the lunar to the solar calendar and back, for the years 1901 to 2100.</summary>
public static class Lunar
{
    public const int YearMin = 1901;
    public const int YearMax = 2100;

    private static readonly ChineseLunisolarCalendar Chinese = new();

    /// <summary>The lunar day of a solar day, or null outside 1901-02-19 to 2101-01-28.</summary>
    public static LunarDate? FromSolar(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        if (moment < Chinese.MinSupportedDateTime || moment > Chinese.MaxSupportedDateTime)
            return null;
        var year = Chinese.GetYear(moment);
        var position = Chinese.GetMonth(moment);
        var leap = Chinese.GetLeapMonth(year);
        var isLeap = position == leap;
        // Positions count the leap month too, so from it on the month's number is one less.
        var month = leap > 0 && position >= leap ? position - 1 : position;
        return new(year, month, Chinese.GetDayOfMonth(moment), isLeap);
    }

    /// <summary>
    /// The solar day on which a lunar month and day fall in a lunar year, or null for a year outside the calendar or a
    /// month or day that never is. A leap month the year does not have is its ordinary month; the 30th of a short
    /// month is its 29th.
    /// </summary>
    public static DateOnly? ToSolar(int lunarYear, int month, int day, bool isLeapMonth)
    {
        if (lunarYear is < YearMin or > YearMax || month is < 1 or > 12 || day is < 1 or > 30)
            return null;
        var leap = Chinese.GetLeapMonth(lunarYear);
        var wantsLeap = isLeapMonth && leap == month + 1;
        var position = wantsLeap || leap > 0 && month >= leap ? month + 1 : month;
        var days = Chinese.GetDaysInMonth(lunarYear, position);
        return DateOnly.FromDateTime(Chinese.ToDateTime(lunarYear, position, Math.Min(day, days), 0, 0, 0, 0));
    }
}
