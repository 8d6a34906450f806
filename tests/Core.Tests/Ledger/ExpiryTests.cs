using System.Globalization;
using Shuke.Core.Ledger;

namespace Shuke.Core.Tests.Ledger;

public sealed class ExpiryTests
{
    [Theory]
    [InlineData("never", "2026-01-15", null)]
    [InlineData("days:30", "2026-01-31", "2026-03-02")]
    [InlineData("days:0", "2026-01-31", "2026-01-31")]
    [InlineData("months:1", "2026-01-31", "2026-02-28")]
    [InlineData("months:1", "2028-01-31", "2028-02-29")]
    [InlineData("months:12", "2028-02-29", "2029-02-28")]
    [InlineData("months:12:month", "2028-02-29", "2029-02-28")]
    [InlineData("months:48:month", "2024-02-29", "2028-02-29")]
    [InlineData("months:12:month", "2026-01-15", "2027-01-31")]
    [InlineData("months:3:quarter", "2026-11-15", "2027-03-31")]
    [InlineData("months:24:year", "2026-11-15", "2028-12-31")]
    [InlineData("end:month:0", "2026-02-01", "2026-02-28")]
    [InlineData("end:month:1", "2026-01-31", "2026-02-28")]
    [InlineData("end:month:1", "2026-02-28", "2026-03-31")]
    [InlineData("end:quarter:0", "2026-04-01", "2026-06-30")]
    [InlineData("end:quarter:2", "2026-12-31", "2027-02-28")]
    [InlineData("end:year:3", "2026-01-15", "2027-03-31")]
    [InlineData("on:2027-12-31", "2026-01-15", "2027-12-31")]
    [InlineData("rolling-days:90", "2026-01-15", "2026-04-15")]
    [InlineData("rolling-months:12:month", "2026-01-15", "2027-01-31")]
    public void The_last_day_of_use_follows_the_policy(string policy, string from, string? last)
    {
        var expiry = Expiry.Parse(policy).ShouldNotBeNull();
        expiry.ToString().ShouldBe(policy);
        var day = new BusinessDay(DateOnly.Parse(from, CultureInfo.InvariantCulture));
        expiry.LastDay(day)?.ToString().ShouldBe(last);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sometimes")]
    [InlineData("days:-1")]
    [InlineData("days:99999")]
    [InlineData("end:week:1")]
    [InlineData("on:2027-02-29")]
    public void What_is_not_a_policy_is_not_read_as_one(string text) => Expiry.Parse(text).ShouldBeNull();
}
