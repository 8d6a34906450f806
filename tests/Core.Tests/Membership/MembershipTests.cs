using System.Globalization;
using Shuke.Core.Membership;
using Shuke.Core.Tiers;

namespace Shuke.Core.Tests.Membership;

public sealed class MembershipTests
{
    private static MembershipTerms Plan(int months, long yuan, int trial = 0) =>
        new("年卡", months, Money.Yuan(yuan), trial, new(9_000), Ratio.One, TierPack.Empty with { Points = 100 });

    // months, the last day of what is running, bought on -> first and last day
    [Theory]
    [InlineData(1, null, "2026-01-31", "2026-01-31", "2026-02-27")]
    [InlineData(3, null, "2026-05-20", "2026-05-20", "2026-08-19")]
    [InlineData(12, null, "2028-02-29", "2028-02-29", "2029-02-27")]
    [InlineData(12, "2026-06-30", "2026-05-20", "2026-07-01", "2027-06-30")]
    [InlineData(12, "2026-05-20", "2026-05-20", "2026-05-21", "2027-05-20")]
    [InlineData(12, "2026-05-19", "2026-05-20", "2026-05-20", "2027-05-19")]
    public void A_term_begins_today_or_after_the_one_that_runs(
        int months,
        string? running,
        string today,
        string first,
        string last
    )
    {
        var sold = Memberships.Buy(Plan(months, 120), running is null ? null : Day(running), false, Day(today));
        (sold.Term.First, sold.Term.Last).ShouldBe((Day(first), Day(last)));
    }

    [Fact]
    public void The_opening_pack_is_for_the_first_time_only()
    {
        Memberships
            .Buy(Plan(12, 120), null, boughtBefore: false, Day("2026-05-20"))
            .Pack.ShouldNotBeNull()
            .Points.ShouldBe(100);
        Memberships.Buy(Plan(12, 120), null, boughtBefore: true, Day("2026-05-20")).Pack.ShouldBeNull();
    }

    [Theory]
    [InlineData(7, false, null, "ok 2026-05-20 2026-05-26")]
    [InlineData(0, false, null, "membership_no_trial")]
    [InlineData(7, true, null, "membership_trial_used")]
    [InlineData(7, false, "2026-05-20", "membership_running")]
    [InlineData(7, false, "2026-05-19", "ok 2026-05-20 2026-05-26")]
    public void A_trial_is_given_once_and_only_without_a_running_membership(
        int days,
        bool had,
        string? running,
        string expected
    )
    {
        var tried = Memberships.Try(Plan(12, 120, days), running is null ? null : Day(running), had, Day("2026-05-20"));
        (tried.IsOk ? $"ok {tried.Value.Term.First} {tried.Value.Term.Last}" : tried.Refusal!.Code).ShouldBe(expected);
    }

    // 365 yuan for 2026-01-01 to 2026-12-31, bought on the first day: given back on, used or not -> yuan and days left
    [Theory]
    [InlineData("2026-01-01", false, "365.00 in full")]
    [InlineData("2026-01-08", false, "365.00 in full")]
    [InlineData("2026-01-09", false, "356.00 356 days")]
    [InlineData("2026-01-01", true, "364.00 364 days")]
    [InlineData("2026-04-10", true, "265.00 265 days")]
    [InlineData("2026-12-30", true, "1.00 1 days")]
    [InlineData("2026-12-31", true, "0.00 0 days")]
    [InlineData("2027-01-01", true, "membership_over")]
    public void A_membership_is_refunded_by_its_remaining_days(string day, bool used, string expected) =>
        Show(
                Memberships.Refund(
                    new(Day("2026-01-01"), Day("2026-12-31"), Money.Yuan(365)),
                    Day("2026-01-01"),
                    used,
                    Day(day)
                )
            )
            .ShouldBe(expected);

    // The golden case of the interpretation: a 365-day card, day 100: 265/365 to the fen.
    [Theory]
    [InlineData(100_000, "726.03 265 days")]
    [InlineData(99_900, "725.30 265 days")]
    [InlineData(1, "0.01 265 days")]
    public void Day_100_of_a_365_day_card_leaves_265_of_365_to_the_fen(long fen, string expected) =>
        Show(
                Memberships.Refund(
                    new(Day("2026-01-01"), Day("2026-12-31"), new(fen)),
                    Day("2026-01-01"),
                    used: true,
                    Day("2026-04-10")
                )
            )
            .ShouldBe(expected);

    [Fact]
    public void A_term_that_has_not_begun_comes_back_whole_and_a_trial_was_never_paid()
    {
        Show(
                Memberships.Refund(
                    new(Day("2027-01-01"), Day("2027-12-31"), Money.Yuan(365)),
                    Day("2026-03-01"),
                    true,
                    Day("2026-12-31")
                )
            )
            .ShouldBe("365.00 in full");
        Show(
                Memberships.Refund(
                    new(Day("2026-01-01"), Day("2026-01-07"), Money.Zero),
                    Day("2026-01-01"),
                    false,
                    Day("2026-01-02")
                )
            )
            .ShouldBe("membership_nothing_paid");
    }

    private static string Show(Outcome<MembershipRefund> refund) =>
        !refund.IsOk ? refund.Refusal!.Code
        : refund.Value.InFull ? $"{refund.Value.Refund} in full"
        : $"{refund.Value.Refund} {refund.Value.DaysLeft} days";

    private static BusinessDay Day(string text) => BusinessDay.Parse(text, CultureInfo.InvariantCulture);
}
