namespace Shuke.Core.Rewards;

/// <summary>When the days in a row begin again at one.</summary>
public enum CheckInCycle
{
    /// <summary>Only after a missed day.</summary>
    None,

    /// <summary>Each Monday.</summary>
    Week,

    /// <summary>Each first of a month.</summary>
    Month,
}

/// <summary>Extra points on the day that completes so many days in a row.</summary>
public sealed record CheckInExtra(int Day, long Points);

/// <summary>The rules of checking in (签到).</summary>
/// <param name="Series">points of the first, second ... day in a row; the last one goes on</param>
/// <param name="MakeUpCost">points a missed day costs to make up; null = cannot be made up</param>
/// <param name="MakeUpDays">how many days back</param>
public sealed record CheckInTerms(
    IReadOnlyList<long> Series,
    CheckInCycle Cycle,
    IReadOnlyList<CheckInExtra> Extras,
    long? MakeUpCost,
    int MakeUpDays
);

/// <param name="Streak">days in a row, this one included, within the cycle</param>
/// <param name="Points">of the series, extras included</param>
/// <param name="Extra">how many of them are extra</param>
public sealed record CheckedIn(BusinessDay Day, int Streak, long Points, long Extra);

/// <summary>Checking in, decided: once a day, points by the days in a row.</summary>
public static class CheckIn
{
    public static readonly Reason Twice = new(
        "check_in_twice",
        RefusalKind.Conflict,
        "{day} 已经签到。",
        "Checked in already on {day}."
    );

    public static readonly Reason NotMadeUp = new(
        "check_in_not_made_up",
        RefusalKind.Rule,
        "只能补签最近 {days} 天内错过的日子。",
        "Only a day missed within the last {days} days can be made up."
    );

    public static readonly Reason NoMakeUp = new(
        "check_in_no_make_up",
        RefusalKind.Rule,
        "本店不支持补签。",
        "Missed days cannot be made up here."
    );

    public static readonly Reason Off = new(
        "check_in_off",
        RefusalKind.Rule,
        "本店没有开启签到。",
        "Checking in is switched off."
    );

    /// <param name="days">days on which the member checked in, also made-up ones</param>
    public static Outcome<CheckedIn> Today(CheckInTerms terms, IReadOnlySet<BusinessDay> days, BusinessDay today)
    {
        if (days.Contains(today))
            return Twice.With(("day", today));
        return Of(terms, days, today);
    }

    /// <summary>A missed day afterwards, for points; it earns what the day would have earned.</summary>
    public static Outcome<CheckedIn> MakeUp(
        CheckInTerms terms,
        IReadOnlySet<BusinessDay> days,
        BusinessDay day,
        BusinessDay today
    )
    {
        if (terms.MakeUpCost is null)
            return NoMakeUp;
        if (day >= today || day < today.AddDays(-terms.MakeUpDays))
            return NotMadeUp.With(("days", terms.MakeUpDays));
        if (days.Contains(day))
            return Twice.With(("day", day));
        return Of(terms, days, day);
    }

    /// <summary>Days in a row that end on this day, within its cycle; the day itself counts.</summary>
    public static int Streak(CheckInCycle cycle, IReadOnlySet<BusinessDay> days, BusinessDay day)
    {
        var streak = 1;
        for (var d = day; !Begins(cycle, d) && days.Contains(d.AddDays(-1)); d = d.AddDays(-1))
            streak++;
        return streak;
    }

    private static bool Begins(CheckInCycle cycle, BusinessDay day) =>
        cycle switch
        {
            CheckInCycle.None => false,
            CheckInCycle.Week => day.Date.DayOfWeek == DayOfWeek.Monday,
            CheckInCycle.Month => day.Date.Day == 1,
        };

    private static CheckedIn Of(CheckInTerms terms, IReadOnlySet<BusinessDay> days, BusinessDay day)
    {
        var streak = Streak(terms.Cycle, days, day);
        var points = terms.Series.Count == 0 ? 0 : terms.Series[Math.Min(streak, terms.Series.Count) - 1];
        var extra = terms.Extras.Where(e => e.Day == streak).Sum(e => e.Points);
        return new(day, streak, points + extra, extra);
    }
}
