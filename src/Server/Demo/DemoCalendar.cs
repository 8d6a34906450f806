using Shuke.Core.Calendar;

namespace Shuke.Server.Demo;

/// <summary>One customer at the counter: when, and who; null is a guest.</summary>
internal sealed record Visit(DateTimeOffset At, Habits? Who, bool Joins);

/// <summary>One day of business.</summary>
internal sealed record DemoDay(
    int Index,
    DateOnly Date,
    DateTimeOffset Opens,
    DateTimeOffset Closes,
    List<Visit> Visits
);

/// <summary>Who comes when: hours of the day, weekdays, seasons, a slowly growing shop, closed for the Spring Festival.</summary>
internal static class DemoCalendar
{
    private const int FirstHour = 7;

    // 07:00 to 21:00, in visits of a hundred.
    private static readonly int[] WorkdayHours = [6, 14, 10, 7, 6, 10, 11, 8, 9, 7, 4, 4, 3, 2, 1];
    private static readonly int[] WeekendHours = [2, 4, 6, 10, 10, 9, 10, 13, 13, 10, 6, 5, 5, 4, 2];

    // Monday first, then January first; in percent of an ordinary day.
    private static readonly int[] Weekdays = [88, 94, 96, 98, 112, 128, 118];
    private static readonly int[] Months = [94, 84, 95, 100, 104, 110, 114, 112, 102, 104, 98, 100];

    public static List<DemoDay> Make(DemoPlan plan, IReadOnlyList<Habits> people)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(DemoPlan.Zone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(plan.Now, zone).DateTime);
        var days = new List<DemoDay>(plan.Days);
        for (var i = 0; i < plan.Days; i++)
        {
            var date = today.AddDays(i + 1 - plan.Days);
            var midnight = new DateTimeOffset(date, TimeOnly.MinValue, zone.GetUtcOffset(date.ToDateTime(new(12, 0))));
            days.Add(Day(plan, people, i, date, midnight));
        }
        return days;
    }

    private static DemoDay Day(
        DemoPlan plan,
        IReadOnlyList<Habits> people,
        int index,
        DateOnly date,
        DateTimeOffset midnight
    )
    {
        // A stream for each day: what is told of a day does not depend on the days around it.
        var dice = new Dice(plan.Seed, 1_000 + index);
        var visits = new List<Visit>();
        var closed = IsSpringFestival(date);
        var ofUsual = closed ? 0 : Weekdays[((int)date.DayOfWeek + 6) % 7] * Months[date.Month - 1] / 100;
        // From four fifths to six fifths of the usual over the year.
        ofUsual = ofUsual * (80 + 40 * index / Math.Max(plan.Days, 1)) / 100;
        var guests = plan.GuestsPerDay * ofUsual * dice.Between(75, 125) / 10_000;
        for (var i = 0; i < guests; i++)
            visits.Add(new(At(midnight, dice, Hour(dice, date)), null, false));
        foreach (var person in people)
        {
            // Whoever would have joined on a closed day comes with the reopening.
            var joins = person.JoinDay == index;
            var comes =
                joins
                || index > person.JoinDay && index < person.LastDay && dice.Chance(person.VisitBp * ofUsual / 100);
            if (comes)
                visits.Add(new(At(midnight, dice, UsualHour(dice, person)), person, joins));
        }
        var until = plan.Now;
        return new(
            index,
            date,
            midnight.AddHours(FirstHour).AddMinutes(-12),
            midnight.AddHours(FirstHour + WorkdayHours.Length).AddMinutes(8),
            [.. visits.Where(v => v.At < until).OrderBy(v => v.At).ThenBy(v => v.Who?.Index)]
        );
    }

    private static bool IsSpringFestival(DateOnly date) =>
        Lunar.ToSolar(date.Year, 1, 1, isLeapMonth: false) is { } newYear
        && date >= newYear
        && date < newYear.AddDays(3);

    private static int Hour(Dice dice, DateOnly date) =>
        FirstHour
        + dice.Weighed(date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? WeekendHours : WorkdayHours);

    private static int UsualHour(Dice dice, Habits person) =>
        Math.Clamp(
            person.UsualHour + dice.Pick([-1, 0, 0, 0, 0, 1, 1, 2, 5]),
            FirstHour,
            FirstHour + WorkdayHours.Length - 1
        );

    private static DateTimeOffset At(DateTimeOffset midnight, Dice dice, int hour) =>
        midnight.AddHours(hour).AddSeconds(dice.Roll(3_600));
}
