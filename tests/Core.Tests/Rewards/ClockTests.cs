using Shuke.Core.Calendar;
using Shuke.Core.Rewards;

namespace Shuke.Core.Tests.Rewards;

/// <summary>Clock events fall on the right day, once, however the clock was stopped.</summary>
public sealed class ClockTests
{
    // what, member -> the days it fires on from 2024-01-01 to 2026-12-31
    [Theory]
    [InlineData("birthday 0", "solar 2 29", "2024-02-29 2025-02-28 2026-02-28")]
    [InlineData("birthday 7", "solar 1 3", "2024-12-27 2025-12-27 2026-12-27")]
    [InlineData("birthday 0", "solar 12 31", "2024-12-31 2025-12-31 2026-12-31")]
    [InlineData("birthday 0", "solar 1 1", "2024-01-01 2025-01-01 2026-01-01")]
    // 2025 has a leap sixth month: it begins on 25 July; who is born in it celebrates there, and else in the sixth month.
    [InlineData("birthday 0", "leap 6 15", "2024-07-20 2025-08-08 2026-07-28")]
    [InlineData("birthday 0", "lunar 6 15", "2024-07-20 2025-07-09 2026-07-28")]
    [InlineData("birthday 3", "lunar 12 30", "2024-02-06 2025-01-25 2026-02-13")]
    [InlineData("anniversary 0", "joined 2024-02-29", "2025-02-28 2026-02-28")]
    [InlineData("anniversary 0", "joined 2024-12-31", "2025-12-31 2026-12-31")]
    [InlineData("festival 0 lunar 1 1", "", "2024-02-10 2025-01-29 2026-02-17")]
    [InlineData("festival 0 lunar 12 30", "", "2024-02-09 2025-01-28 2026-02-16")]
    [InlineData("festival 3 lunar 8 15", "", "2024-09-14 2025-10-03 2026-09-22")]
    [InlineData("festival 0 solar 10 1", "", "2024-10-01 2025-10-01 2026-10-01")]
    [InlineData("not_seen 30", "seen 2024-01-31", "2024-03-01")]
    [InlineData("not_seen 30", "seen never", "")]
    public void They_fall_on_the_right_days(string what, string member, string expected)
    {
        var days = Days(what, member, BusinessDay.Of(2023, 12, 31), BusinessDay.Of(2026, 12, 31));
        string.Join(' ', days.Select(d => d.On)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("birthday 7", "leap 6 15")]
    [InlineData("birthday 0", "solar 2 29")]
    [InlineData("anniversary 3", "joined 2024-02-29")]
    [InlineData("festival 3 lunar 8 15", "")]
    public void Looking_daily_or_after_three_days_of_downtime_finds_the_same_days(string what, string member)
    {
        var (first, last) = (BusinessDay.Of(2024, 1, 1), BusinessDay.Of(2026, 12, 31));
        var daily = new List<ClockDue>();
        for (var day = first; day < last; day = day.AddDays(1))
            daily.AddRange(Days(what, member, day, day.AddDays(1)));
        var rarely = new List<ClockDue>();
        for (var day = first; day < last; )
        {
            var next = day.AddDays(3) > last ? last : day.AddDays(3);
            rarely.AddRange(Days(what, member, day, next));
            day = next;
        }
        rarely.ShouldBe(daily);
        daily.Select(d => d.About).Distinct().Count().ShouldBe(daily.Count);
    }

    private static IEnumerable<ClockDue> Days(string what, string member, BusinessDay after, BusinessDay through)
    {
        var w = what.Split(' ');
        var trigger = new Trigger(
            w[0] switch
            {
                "birthday" => Happening.Birthday,
                "anniversary" => Happening.Anniversary,
                "festival" => Happening.Festival,
                _ => Happening.NotSeen,
            },
            Days: Number(w[1]),
            Festival: w.Length > 2 ? new(Number(w[3]), Number(w[4]), w[2] == "lunar") : null
        );
        var m = member.Split(' ');
        var clock = new MemberClock(new(1), BusinessDay.Of(2020, 1, 1), null, null);
        clock = m[0] switch
        {
            "solar" => clock with { Birthday = Birthday.Solar(Number(m[1]), Number(m[2])) },
            "lunar" => clock with { Birthday = Birthday.Lunar(Number(m[1]), Number(m[2])) },
            "leap" => clock with { Birthday = Birthday.Lunar(Number(m[1]), Number(m[2]), isLeapMonth: true) },
            "joined" => clock with { Joined = BusinessDay.Parse(m[1], null) },
            "seen" when m[1] != "never" => clock with { LastSeen = BusinessDay.Parse(m[1], null) },
            _ => clock,
        };
        return ClockEvents.Due(trigger, clock, after, through, LeapDay.February28);
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
