using Shuke.Core.Calendar;

namespace Shuke.Core.Rewards;

/// <summary>What the calendar knows of a member.</summary>
/// <param name="LastSeen">day of the last purchase; null = never bought</param>
public sealed record MemberClock(MemberId Member, BusinessDay Joined, Birthday? Birthday, BusinessDay? LastSeen);

/// <summary>A clock event that is due: the day it falls on and the day it is about (the birthday itself).</summary>
public sealed record ClockDue(BusinessDay On, BusinessDay About)
{
    /// <summary>One key per member, rule and day it is about: however often it is looked at, it happens once.</summary>
    public string Key(RewardRule rule, MemberId member) =>
        $"{rule.Trigger.On}:{rule.Id}:{member}:{About}".ToLowerInvariant();
}

/// <summary>Which days set a rule of the clock off. Whole days only: hours and daylight saving cannot move them.</summary>
public static class ClockEvents
{
    /// <summary>
    /// What is due in the days after <paramref name="after"/> up to <paramref name="through"/>: normally one day, after
    /// downtime several. Only for what follows from the member alone.
    /// </summary>
    public static IEnumerable<ClockDue> Due(
        Trigger trigger,
        MemberClock member,
        BusinessDay after,
        BusinessDay through,
        LeapDay leapDay
    )
    {
        for (var day = after.AddDays(1); day <= through; day = day.AddDays(1))
            if (IsDue(trigger, member, day, leapDay))
                yield return new(
                    day,
                    trigger.On == Happening.NotSeen ? member.LastSeen!.Value : day.AddDays(trigger.Days)
                );
    }

    private static bool IsDue(Trigger trigger, MemberClock member, BusinessDay day, LeapDay leapDay)
    {
        var about = day.AddDays(trigger.Days);
        return trigger.On switch
        {
            Happening.Birthday => member.Birthday is { } birthday
                && birthday.OnOrAfter(about.Date, leapDay) == about.Date,
            Happening.Anniversary => about > member.Joined.AddDays(300)
                && Birthday
                    .Solar(member.Joined.Date.Month, member.Joined.Date.Day)!
                    .Value.OnOrAfter(about.Date, leapDay) == about.Date,
            Happening.Festival => IsFestival(trigger.Festival, about),
            Happening.NotSeen => member.LastSeen?.AddDays(trigger.Days) == day,
            _ => false,
        };
    }

    /// <summary>Whether a festival falls on this day; a lunar one in the leap month is not kept a second time.</summary>
    public static bool IsFestival(FestivalDay? festival, BusinessDay day)
    {
        if (festival is null)
            return false;
        if (!festival.IsLunar)
            return day.Date.Month == festival.Month && day.Date.Day == festival.Day;
        if (Lunar.FromSolar(day.Date) is not { } lunar)
            return false;
        // New Year's Eve is the last day of the twelfth month, be it the 29th or the 30th.
        return Lunar.ToSolar(lunar.Year, festival.Month, festival.Day, isLeapMonth: false) == day.Date;
    }
}
