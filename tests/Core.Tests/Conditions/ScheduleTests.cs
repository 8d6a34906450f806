using System.Globalization;
using Shuke.Core.Calendar;
using Shuke.Core.Conditions;

namespace Shuke.Core.Tests.Conditions;

public sealed class ScheduleTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly Dictionary<string, Schedule> Named = new()
    {
        ["8th"] = new() { DaysOfMonth = [8] },
        ["last day"] = new() { DaysOfMonth = [-1] },
        ["wednesday"] = new() { Weekdays = [DayOfWeek.Wednesday] },
        ["8th or wednesday"] = new() { DaysOfMonth = [8], Weekdays = [DayOfWeek.Wednesday] },
        ["2nd friday"] = new() { NthWeekdays = [new(2, DayOfWeek.Friday)] },
        ["last friday"] = new() { NthWeekdays = [new(-1, DayOfWeek.Friday)] },
        ["11-11"] = new() { YearDays = [new(11, 11)] },
        ["mid-autumn"] = new() { LunarDays = [new(8, 15)] },
        ["new year's eve"] = new() { LunarDays = [new(12, 30)] },
        ["happy hour"] = new() { Hours = [new(14 * 60, 17 * 60)] },
        ["friday night"] = new() { Weekdays = [DayOfWeek.Friday], Hours = [new(22 * 60, 2 * 60)] },
        ["november less a week"] = new()
        {
            From = BusinessDay.Of(2026, 11, 1),
            Until = BusinessDay.Of(2026, 11, 30),
            Except = [new(BusinessDay.Of(2026, 11, 9), BusinessDay.Of(2026, 11, 15))],
        },
    };

    [Theory]
    [InlineData("8th", "2026-11-08 10:00", true)]
    [InlineData("8th", "2026-11-09 10:00", false)]
    [InlineData("last day", "2028-02-29 10:00", true)]
    [InlineData("last day", "2027-02-28 10:00", true)]
    [InlineData("last day", "2028-02-28 10:00", false)]
    [InlineData("wednesday", "2026-11-25 10:00", true)]
    [InlineData("8th or wednesday", "2026-11-08 10:00", true)] // a Sunday
    [InlineData("8th or wednesday", "2026-11-11 10:00", true)]
    [InlineData("8th or wednesday", "2026-11-12 10:00", false)]
    [InlineData("2nd friday", "2026-11-13 10:00", true)]
    [InlineData("2nd friday", "2026-11-06 10:00", false)]
    [InlineData("last friday", "2026-11-27 10:00", true)]
    [InlineData("last friday", "2026-11-20 10:00", false)]
    [InlineData("11-11", "2027-11-11 10:00", true)]
    [InlineData("mid-autumn", "2026-09-25 10:00", true)]
    [InlineData("mid-autumn", "2025-10-06 10:00", true)]
    [InlineData("mid-autumn", "2026-09-24 10:00", false)]
    [InlineData("new year's eve", "2026-02-16 10:00", true)] // the 29th of a short 腊月
    [InlineData("new year's eve", "2026-02-15 10:00", false)]
    [InlineData("new year's eve", "2024-02-09 10:00", true)] // the 30th
    [InlineData("happy hour", "2026-11-25 13:59", false)]
    [InlineData("happy hour", "2026-11-25 14:00", true)]
    [InlineData("happy hour", "2026-11-25 16:59", true)]
    [InlineData("happy hour", "2026-11-25 17:00", false)]
    [InlineData("friday night", "2026-11-27 23:30", true)]
    [InlineData("friday night", "2026-11-28 01:30", true)] // Saturday, but the night is Friday's
    [InlineData("friday night", "2026-11-27 01:30", false)] // Friday, but the night is Thursday's
    [InlineData("friday night", "2026-11-28 02:00", false)]
    [InlineData("november less a week", "2026-11-08 23:59", true)]
    [InlineData("november less a week", "2026-11-09 00:00", false)]
    [InlineData("november less a week", "2026-11-16 00:00", true)]
    [InlineData("november less a week", "2026-12-01 00:00", false)]
    public void A_schedule_holds_in_the_stores_time(string name, string local, bool holds) =>
        Named[name].Holds(Moment.Of(At(local), Shanghai, 0)).ShouldBe(holds);

    [Theory]
    [InlineData("friday night", "2026-11-28 01:30", true)]
    [InlineData("8th", "2026-11-09 02:30", true)] // the bar's 8th lasts until three
    [InlineData("8th", "2026-11-08 02:30", false)]
    public void A_bar_that_closes_at_three_has_longer_days(string name, string local, bool holds) =>
        Named[name].Holds(Moment.Of(At(local), Shanghai, 180)).ShouldBe(holds);

    [Theory]
    [InlineData("friday night", "每周五 22:00–次日 02:00", "every Friday, 22:00–02:00 next day")]
    [InlineData("8th or wednesday", "每周三、每月 8 日", "every Wednesday, day 8 of the month")]
    [InlineData("last friday", "每月最后一个周五", "the last Friday of the month")]
    [InlineData("mid-autumn", "农历八月十五", "lunar 08-15")]
    [InlineData(
        "november less a week",
        "2026-11-01 至 2026-11-30 除 2026-11-09 – 2026-11-15",
        "2026-11-01 to 2026-11-30, except 2026-11-09 – 2026-11-15"
    )]
    public void A_schedule_reads_as_a_sentence(string name, string zh, string en) =>
        ClauseWords.Of(Named[name]).ShouldBe(new Words(zh, en));

    [Theory]
    [InlineData(3, 5, "2026-03-05", 0)]
    [InlineData(3, 5, "2026-03-02", 3)]
    [InlineData(3, 5, "2026-03-08", -3)]
    [InlineData(1, 2, "2026-12-30", 3)]
    [InlineData(12, 30, "2027-01-02", -3)]
    [InlineData(2, 29, "2027-02-28", 0)]
    [InlineData(2, 29, "2028-02-28", 1)]
    public void The_nearest_birthday_may_lie_in_another_year(int month, int day, string today, int distance) =>
        BirthdayDistance.From(Birthday.Solar(month, day)!.Value, Date(today)).ShouldBe(distance);

    [Fact]
    public void A_leap_days_birthday_follows_the_policy_and_lunar_ones_the_moon()
    {
        BirthdayDistance.From(Birthday.Solar(2, 29)!.Value, Date("2027-03-01"), LeapDay.March1).ShouldBe(0);
        BirthdayDistance.From(Birthday.Lunar(8, 15)!.Value, Date("2026-09-24")).ShouldBe(1);
        BirthdayDistance.From(Birthday.Lunar(12, 8)!.Value, Date("2026-01-26")).ShouldBe(0); // lunar 2025
        BirthdayDistance.IsThisMonth(Birthday.Lunar(8, 15)!.Value, Date("2026-09-01")).ShouldBeTrue();
        BirthdayDistance.IsThisMonth(Birthday.Lunar(8, 15)!.Value, Date("2026-10-01")).ShouldBeFalse();
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Instant At(string local) =>
        Instant.From(
            new DateTimeOffset(
                DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                TimeSpan.FromHours(8)
            )
        );
}
