using Shuke.Core.Calendar;

namespace Shuke.Core.Conditions;

/// <summary>How far a birthday is, solar or lunar, 29 February by the shop's policy.</summary>
public static class BirthdayDistance
{
    /// <summary>Days to the nearest birthday: positive before it, negative after; null outside the calendar.</summary>
    public static int? From(Birthday birthday, DateOnly today, LeapDay leapDay = LeapDay.February28)
    {
        int? best = null;
        // A lunar year begins up to 51 days into the solar one, so the year before is asked as well.
        for (var year = today.Year - 2; year <= today.Year + 1; year++)
        {
            if (birthday.In(year, leapDay) is not { } day)
                continue;
            var distance = day.DayNumber - today.DayNumber;
            if (
                best is not { } b
                || Math.Abs(distance) < Math.Abs(b)
                || Math.Abs(distance) == Math.Abs(b) && distance > 0
            )
                best = distance;
        }
        return best;
    }

    /// <summary>Does the birthday fall into today's (solar) month?</summary>
    public static bool IsThisMonth(Birthday birthday, DateOnly today, LeapDay leapDay = LeapDay.February28)
    {
        for (var year = today.Year - 1; year <= today.Year + 1; year++)
            if (birthday.In(year, leapDay) is { } day && day.Year == today.Year && day.Month == today.Month)
                return true;
        return false;
    }
}
