namespace Shuke.Core.Calendar;

/// <summary>When people born on 29 February celebrate in a common year.</summary>
public enum LeapDay
{
    February28,
    March1,
}

/// <summary>The yearly day of a member, solar or lunar (农历); the year of birth does not matter here.</summary>
public readonly record struct Birthday
{
    private Birthday(int month, int day, bool isLunar, bool isLeapMonth) =>
        (Month, Day, IsLunar, IsLeapMonth) = (month, day, isLunar, isLeapMonth);

    public int Month { get; }
    public int Day { get; }
    public bool IsLunar { get; }
    public bool IsLeapMonth { get; }

    /// <summary>A solar birthday, or null when no year has such a day (2000 was a leap year, so 02-29 is one).</summary>
    public static Birthday? Solar(int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000, month)
            ? new Birthday(month, day, isLunar: false, isLeapMonth: false)
            : null;

    /// <summary>A lunar birthday, month 1 to 12 and day 1 to 30; null for anything else.</summary>
    public static Birthday? Lunar(int month, int day, bool isLeapMonth = false) =>
        month is >= 1 and <= 12 && day is >= 1 and <= 30 ? new Birthday(month, day, isLunar: true, isLeapMonth) : null;

    /// <summary>
    /// The solar day of this birthday in a year of its own calendar. A lunar birthday late in lunar year 2025 falls
    /// early in solar 2026. Null for a year outside the calendar.
    /// </summary>
    public DateOnly? In(int year, LeapDay leapDay = LeapDay.February28)
    {
        if (IsLunar)
            return Calendar.Lunar.ToSolar(year, Month, Day, IsLeapMonth);
        if (year is < 1 or > 9999)
            return null;
        if (Month != 2 || Day != 29 || DateTime.IsLeapYear(year))
            return new DateOnly(year, Month, Day);
        return leapDay == LeapDay.March1 ? new DateOnly(year, 3, 1) : new DateOnly(year, 2, 28);
    }

    /// <summary>The next time this birthday is celebrated, on the given day or after it; null outside the calendar.</summary>
    public DateOnly? OnOrAfter(DateOnly from, LeapDay leapDay = LeapDay.February28)
    {
        // A lunar year begins up to 51 days into the solar one, so the year before is asked as well.
        for (var year = from.Year - 1; year <= from.Year + 1; year++)
            if (In(year, leapDay) is { } day && day >= from)
                return day;
        return null;
    }

    /// <summary>Month and day for people: 02-29, or 闰六月十五.</summary>
    public override string ToString() =>
        IsLunar
            ? new LunarDate(Calendar.Lunar.YearMin, Month, Day, IsLeapMonth).ToString()
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");
}
