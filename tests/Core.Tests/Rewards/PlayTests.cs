using Shuke.Core.Rewards;

namespace Shuke.Core.Tests.Rewards;

public sealed class PlayTests
{
    private static readonly BusinessDay Monday = BusinessDay.Of(2026, 11, 23);

    private static CheckInTerms Terms(CheckInCycle cycle) =>
        new([1, 2, 3, 5, 8], cycle, [new(7, 10), new(30, 100)], 20, 7);

    // cycle | days checked in before, counted back from Sunday 29 November | points on that Sunday and days in a row
    [Theory]
    [InlineData(CheckInCycle.None, "", "1 in 1")]
    [InlineData(CheckInCycle.None, "1", "2 in 2")]
    [InlineData(CheckInCycle.None, "2", "1 in 1")]
    [InlineData(CheckInCycle.None, "1 2 3 4", "8 in 5")]
    [InlineData(CheckInCycle.None, "1 2 3 4 5", "8 in 6")]
    [InlineData(CheckInCycle.None, "1 2 3 4 5 6", "18 in 7")]
    [InlineData(CheckInCycle.Week, "1 2 3 4 5 6", "18 in 7")]
    [InlineData(CheckInCycle.Week, "1 2 3 4 5 6 7 8", "18 in 7")]
    [InlineData(CheckInCycle.None, "1 2 3 4 5 6 7 8", "8 in 9")]
    public void Checking_in_pays_by_the_days_in_a_row(CheckInCycle cycle, string before, string expected)
    {
        var sunday = Monday.AddDays(6);
        var days = before
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(d => sunday.AddDays(-int.Parse(d, System.Globalization.CultureInfo.InvariantCulture)))
            .ToHashSet();
        var done = CheckIn.Today(Terms(cycle), days, sunday).Value;
        $"{done.Points} in {done.Streak}".ShouldBe(expected);
        days.Add(sunday);
        CheckIn.Today(Terms(cycle), days, sunday).Refusal!.Code.ShouldBe("check_in_twice");
    }

    [Fact]
    public void A_month_begins_again_on_its_first()
    {
        var days = Enumerable.Range(20, 11).Select(d => BusinessDay.Of(2026, 11, d)).ToHashSet();
        CheckIn.Today(Terms(CheckInCycle.Month), days, BusinessDay.Of(2026, 12, 1)).Value.Streak.ShouldBe(1);
        CheckIn.Today(Terms(CheckInCycle.None), days, BusinessDay.Of(2026, 12, 1)).Value.Streak.ShouldBe(12);
    }

    [Fact]
    public void A_missed_day_can_be_made_up_and_joins_the_row()
    {
        var today = Monday.AddDays(3);
        var days = new HashSet<BusinessDay> { Monday, today };
        CheckIn.MakeUp(Terms(CheckInCycle.None), days, today.AddDays(-1), today).Value.Streak.ShouldBe(1);
        CheckIn.MakeUp(Terms(CheckInCycle.None), days, Monday.AddDays(1), today).Value.Streak.ShouldBe(2);
        CheckIn.MakeUp(Terms(CheckInCycle.None), days, Monday, today).Refusal!.Code.ShouldBe("check_in_twice");
        CheckIn
            .MakeUp(Terms(CheckInCycle.None), days, today.AddDays(-8), today)
            .Refusal!.Code.ShouldBe("check_in_not_made_up");
        CheckIn
            .MakeUp(Terms(CheckInCycle.None), days, today.AddDays(1), today)
            .Refusal!.Code.ShouldBe("check_in_not_made_up");
        CheckIn
            .MakeUp(Terms(CheckInCycle.None) with { MakeUpCost = null }, days, Monday.AddDays(1), today)
            .Refusal!.Code.ShouldBe("check_in_no_make_up");
    }

    // inviter brought today, from this device lately, friend's purchases, days since joining, same device -> answer
    [Theory]
    [InlineData(0, 0, 0, 0, false, "ok")]
    [InlineData(4, 0, 0, 30, false, "ok")]
    [InlineData(5, 0, 0, 0, false, "suspect fast")]
    [InlineData(20, 0, 0, 0, false, "referral_too_many_today")]
    [InlineData(0, 3, 0, 0, false, "referral_too_many_on_device")]
    [InlineData(0, 0, 1, 0, false, "referral_not_new")]
    [InlineData(0, 0, 0, 31, false, "referral_not_new")]
    [InlineData(0, 0, 0, 0, true, "suspect same_device")]
    public void A_referral_is_taken_looked_at_or_refused(
        int today,
        int device,
        int purchases,
        int days,
        bool same,
        string expected
    )
    {
        var facts = new ReferralFacts(new(1), new(2), false, false, purchases, days, today, 0, same, device);
        var plan = Referrals.Decide(facts, ReferralLimits.Shipped);
        (plan.Refusal?.Code ?? (plan.Value.Suspect is { } odd ? $"suspect {odd.Code}" : "ok")).ShouldBe(expected);
        Referrals
            .Decide(facts with { Friend = new(1) }, ReferralLimits.Shipped)
            .Refusal!.Code.ShouldBe("referral_self");
        Referrals
            .Decide(facts with { FriendHasInviter = true }, ReferralLimits.Shipped)
            .Refusal!.Code.ShouldBe("referral_taken");
        Referrals
            .Decide(facts with { FriendInvitedInviter = true }, ReferralLimits.Shipped)
            .Refusal!.Code.ShouldBe("referral_circle");
    }

    [Fact]
    public void Ten_thousand_fake_friends_bring_no_more_than_the_limit()
    {
        var (taken, suspect) = (0, 0);
        for (var i = 0; i < 10_000; i++)
        {
            var facts = new ReferralFacts(new(1), new(i + 2), false, false, 0, 0, taken, taken, false, 0);
            if (Referrals.Decide(facts, ReferralLimits.Shipped).No(out var plan, out _))
                continue;
            taken++;
            suspect += plan.Suspect is null ? 0 : 1;
        }
        (taken, taken - suspect).ShouldBe((20, 5));
    }

    [Fact]
    public void Progress_of_a_task_follows_from_what_happened_net_of_refunds()
    {
        var coffee = new CategoryId(70);
        RewardEvent Bought(long yuan, long store, params CategoryId[] categories) =>
            new(
                "o",
                Happening.Purchased,
                new(1),
                Monday,
                default,
                new StoreId(store),
                Money.Yuan(yuan),
                [.. categories.Select(c => new EventLine(null, [c], Money.Yuan(yuan), Quantity.One))]
            );
        RewardEvent[] events = [Bought(30, 1, coffee), Bought(20, 2), Bought(0, 3, coffee)];
        long Count(FeatKind kind, params CategoryId[] categories) => Feats.Count(kind, "", categories, events);
        Count(FeatKind.Purchases).ShouldBe(2);
        Count(FeatKind.Purchases, coffee).ShouldBe(1);
        Count(FeatKind.Spent).ShouldBe(50_00);
        Count(FeatKind.Stores).ShouldBe(2);
        Count(FeatKind.Categories, coffee, new(71)).ShouldBe(1);
        Feats.Level([10, 50, 100], 50).ShouldBe(2);
        Feats.Level([10, 50, 100], 9).ShouldBe(0);
    }

    [Theory]
    [InlineData(TaskPeriod.Day, "2026-11-25", "2026-11-25 2026-11-25 2026-11-25")]
    [InlineData(TaskPeriod.Week, "2026-11-29", "w2026-11-23 2026-11-23 2026-11-29")]
    [InlineData(TaskPeriod.Month, "2026-02-14", "2026-02 2026-02-01 2026-02-28")]
    public void A_task_counts_within_its_period(TaskPeriod period, string day, string expected)
    {
        var terms = new TaskTerms(FeatKind.Purchases, 3, period, null, null, [], "", null, false);
        var (name, first, last) = terms.PeriodOf(BusinessDay.Parse(day, null));
        $"{name} {first} {last}".ShouldBe(expected);
    }
}
