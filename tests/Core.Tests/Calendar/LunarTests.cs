using Shuke.Core.Calendar;

namespace Shuke.Core.Tests.Calendar;

public sealed class LunarTests
{
    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd");

    [Theory]
    [InlineData(2024, 1, 1, false, "2024-02-10")] // Spring Festival
    [InlineData(2025, 1, 1, false, "2025-01-29")]
    [InlineData(2026, 1, 1, false, "2026-02-17")]
    [InlineData(2024, 8, 15, false, "2024-09-17")] // Mid-Autumn
    [InlineData(2025, 8, 15, false, "2025-10-06")] // after the leap month
    [InlineData(2025, 5, 5, false, "2025-05-31")] // Dragon Boat, before it
    [InlineData(2025, 6, 1, false, "2025-06-25")]
    [InlineData(2025, 6, 1, true, "2025-07-25")] // leap 6th
    [InlineData(2026, 6, 1, true, "2026-07-14")] // no leap month: the ordinary one
    [InlineData(2025, 5, 1, true, "2025-05-27")] // another month is leap that year
    [InlineData(2024, 12, 30, false, "2025-01-28")] // 2024's last month is short: its 29th
    [InlineData(2023, 12, 30, false, "2024-02-09")]
    public void A_lunar_day_falls_on(int year, int month, int day, bool leap, string solar) =>
        Day(Lunar.ToSolar(year, month, day, leap)).ShouldBe(solar);

    [Fact]
    public void Every_solar_day_returns_from_its_lunar_day()
    {
        for (var day = new DateOnly(1990, 1, 1); day.Year < 2060; day = day.AddDays(1))
        {
            var lunar = Lunar.FromSolar(day)!.Value;
            Lunar.ToSolar(lunar.Year, lunar.Month, lunar.Day, lunar.IsLeapMonth).ShouldBe(day);
        }
    }

    [Theory]
    [InlineData(2025, 1, 29, "正月初一")]
    [InlineData(2025, 7, 25, "闰六月初一")]
    [InlineData(2025, 10, 6, "八月十五")]
    [InlineData(2024, 2, 9, "腊月三十")]
    [InlineData(2024, 2, 2, "腊月廿三")]
    [InlineData(2024, 1, 30, "腊月二十")]
    public void Lunar_days_are_named_as_people_say_them(int year, int month, int day, string name) =>
        Lunar.FromSolar(new DateOnly(year, month, day))!.Value.ToString().ShouldBe(name);

    [Theory]
    [InlineData("solar 06-15", "2026-06-15", "2026-06-15")]
    [InlineData("solar 06-15", "2026-06-16", "2027-06-15")]
    [InlineData("solar 02-29", "2026-01-01", "2026-02-28")]
    [InlineData("solar 02-29", "2028-01-01", "2028-02-29")]
    [InlineData("lunar 01-01", "2026-01-01", "2026-02-17")]
    [InlineData("lunar 12-29", "2026-01-01", "2026-02-16")]
    [InlineData("lunar 12-08", "2026-01-27", "2027-01-15")]
    [InlineData("leap 06-15", "2025-07-30", "2025-08-08")]
    [InlineData("leap 06-15", "2026-01-01", "2026-07-28")]
    public void The_next_birthday_is(string birthday, string from, string next) =>
        Day(Parse(birthday).OnOrAfter(DateOnly.Parse(from))).ShouldBe(next);

    [Fact]
    public void A_shop_may_celebrate_leap_days_on_the_first_of_March() =>
        Day(Parse("solar 02-29").OnOrAfter(new DateOnly(2026, 1, 1), LeapDay.March1)).ShouldBe("2026-03-01");

    [Fact]
    public void Days_that_never_are_cannot_be_birthdays()
    {
        Birthday.Solar(2, 30).ShouldBeNull();
        Birthday.Solar(13, 1).ShouldBeNull();
        Birthday.Lunar(1, 31).ShouldBeNull();
        Lunar.ToSolar(1900, 1, 1, isLeapMonth: false).ShouldBeNull();
        Lunar.FromSolar(new DateOnly(1900, 1, 1)).ShouldBeNull();
    }

    private static Birthday Parse(string text)
    {
        var (month, day) = (int.Parse(text[^5..^3]), int.Parse(text[^2..]));
        var birthday = text[0] == 's' ? Birthday.Solar(month, day) : Birthday.Lunar(month, day, text[..4] == "leap");
        return birthday!.Value;
    }
}
