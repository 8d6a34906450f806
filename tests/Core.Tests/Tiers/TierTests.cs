using System.Globalization;
using Shuke.Core.Tiers;

namespace Shuke.Core.Tests.Tiers;

public sealed class TierTests
{
    private static readonly Window Year = new(WindowKind.RollingDays, 365);
    private static readonly Window Ever = new(WindowKind.SinceJoining);

    /// <summary>普通; 银卡 by 1,000 yuan spent in 365 days or 500 topped up at once; 金卡 by 5,000 spent; 黑卡 by hand.</summary>
    private static readonly TierDef[] Shop =
    [
        Tier(1, "普通", UpgradeRule.ByHand, new(ValidityKind.Never), 0),
        Tier(
            2,
            "银卡",
            new(Match.Any, [new(Metric.Spent, Year, 100_000), new(Metric.TopUpOnce, Ever, 50_000)]),
            new(ValidityKind.Months, 12),
            100
        ),
        Tier(3, "金卡", new(Match.All, [new(Metric.Spent, Year, 500_000)]), new(ValidityKind.Months, 12), 500),
        Tier(4, "黑卡", UpgradeRule.ByHand, new(ValidityKind.YearEnd, 1), 0),
    ];

    // tier, since, until, today, spent and largest top-up in yuan -> change, tier, last day, points of the pack
    [Theory]
    [InlineData("普通 2026-01-01 never      2026-03-01   999.99   499.99", "Stay 普通 never 0")]
    [InlineData("普通 2026-01-01 never      2026-03-01  1000.00     0.00", "Upgrade 银卡 2027-03-01 100")]
    [InlineData("普通 2026-01-01 never      2026-03-01     0.00   500.00", "Upgrade 银卡 2027-03-01 100")]
    [InlineData("普通 2026-01-01 never      2026-03-01  5000.00     0.00", "Upgrade 金卡 2027-03-01 500")]
    [InlineData("普通 2026-01-01 never      2028-02-29  1000.00     0.00", "Upgrade 银卡 2029-02-28 100")]
    [InlineData("银卡 2026-03-01 2027-03-01 2027-03-01     0.00     0.00", "Stay 银卡 2027-03-01 0")]
    [InlineData("银卡 2026-03-01 2027-03-01 2027-03-02     0.00     0.00", "Downgrade 普通 never 0")]
    [InlineData("银卡 2026-03-01 2027-03-01 2027-03-02  1000.00     0.00", "Keep 银卡 2028-03-02 0")]
    [InlineData("金卡 2026-03-01 2027-03-01 2027-03-02  1000.00     0.00", "Downgrade 银卡 2028-03-02 0")]
    [InlineData("金卡 2026-03-01 2027-03-01 2027-03-02   999.99     0.00", "Downgrade 普通 never 0")]
    [InlineData("黑卡 2026-03-01 2027-12-31 2027-12-31     0.00     0.00", "Stay 黑卡 2027-12-31 0")]
    [InlineData("黑卡 2026-03-01 2027-12-31 2028-01-01  5000.00     0.00", "Downgrade 金卡 2029-01-01 0")]
    public void Members_rise_at_once_and_fall_only_when_the_tier_has_ended(string member, string expected) =>
        Show(TierRules.Examine(Shop, TierPolicy.Default, Facts(member))).ShouldBe(expected);

    [Theory]
    [InlineData(Downgrade.ToTierMet, 0, "2027-03-02", "Downgrade 普通 never 0")]
    [InlineData(Downgrade.OneDown, 0, "2027-03-02", "Downgrade 银卡 2028-03-02 0")]
    [InlineData(Downgrade.Off, 0, "2027-03-02", "Stay 金卡 2027-03-01 0")]
    [InlineData(Downgrade.ToTierMet, 30, "2027-03-31", "Stay 金卡 2027-03-01 0")]
    [InlineData(Downgrade.ToTierMet, 30, "2027-04-01", "Downgrade 普通 never 0")]
    public void How_a_tier_is_lost_is_the_merchants_policy(
        Downgrade downgrade,
        int grace,
        string today,
        string expected
    ) =>
        Show(
                TierRules.Examine(
                    Shop,
                    new(downgrade, grace, AfterRefund.AtReview),
                    Facts($"金卡 2026-03-01 2027-03-01 {today} 0 0")
                )
            )
            .ShouldBe(expected);

    [Theory]
    [InlineData("金卡 2026-03-01 2027-03-01 2026-06-01 4999.99 0", AfterRefund.AtReview, "Stay 金卡 2027-03-01 0")]
    [InlineData("金卡 2026-03-01 2027-03-01 2026-06-01 4999.99 0", AfterRefund.AtOnce, "Downgrade 银卡 2027-06-01 0")]
    [InlineData("金卡 2026-03-01 2027-03-01 2026-06-01 5000.00 0", AfterRefund.AtOnce, "Stay 金卡 2027-03-01 0")]
    [InlineData("黑卡 2026-03-01 2027-12-31 2026-06-01    0.00 0", AfterRefund.AtOnce, "Stay 黑卡 2027-12-31 0")]
    public void A_refund_lowers_an_earned_tier_at_once_only_if_the_merchant_says_so(
        string member,
        AfterRefund policy,
        string expected
    ) => Show(TierRules.OnRefund(Shop, new(Downgrade.ToTierMet, 0, policy), Facts(member))).ShouldBe(expected);

    [Fact]
    public void The_pack_of_a_tier_is_given_once_in_a_members_life()
    {
        var facts = Facts("普通 2026-01-01 never 2026-03-01 1000 0");
        var first = TierRules.Examine(Shop, TierPolicy.Default, facts);
        first.After.PacksGiven.ShouldBe([new TierId(2)]);
        var again = facts with { State = facts.State with { PacksGiven = first.After.PacksGiven } };
        Show(TierRules.Examine(Shop, TierPolicy.Default, again)).ShouldBe("Upgrade 银卡 2027-03-01 0");
    }

    [Theory]
    [InlineData("普通 2026-01-01 never      2026-03-01 0 0", 4, "Upgrade 黑卡 2027-12-31 0")]
    [InlineData("普通 2026-01-01 never      2026-03-01 0 0", 2, "Upgrade 银卡 2027-03-01 100")]
    [InlineData("黑卡 2026-03-01 2027-12-31 2026-06-01 0 0", 2, "Stay 黑卡 2027-12-31 0")]
    public void A_tier_can_be_given_but_giving_never_lowers(string member, long tier, string expected) =>
        Show(TierRules.Give(Shop, new(tier), Facts(member))).ShouldBe(expected);

    [Theory]
    [InlineData(1_000, 0, "Upgrade")]
    [InlineData(999, 1_000, "Stay")]
    public void A_rule_at_period_end_looks_at_the_month_that_is_over(long lastMonth, long thisMonth, string change)
    {
        var month = new Window(WindowKind.Month);
        var rule = new UpgradeRule(Match.All, [new(Metric.Spent, month, 1_000)], UpgradeWhen.PeriodEnd);
        TierDef[] tiers = [Shop[0], Tier(2, "银卡", rule, new(ValidityKind.Months, 12), 0)];
        var (day, joined) = (Day("2026-04-01"), Day("2025-01-01"));
        var state = new TierState(new(1), joined, null, []);
        var march = new DaySpan(Day("2026-03-01"), Day("2026-03-31"));
        var values = TierRules
            .Measures(tiers, state, day, joined)
            .ToDictionary(m => m, m => m.Span == march ? lastMonth : thisMonth);
        TierRules
            .Examine(tiers, TierPolicy.Default, new(day, joined, state, values))
            .Change.ToString()
            .ShouldBe(change);
    }

    [Theory]
    [InlineData(WindowKind.Month, "2028-02-10", "2028-02-01", "2028-02-29")]
    [InlineData(WindowKind.Quarter, "2026-05-31", "2026-04-01", "2026-06-30")]
    [InlineData(WindowKind.Quarter, "2026-12-31", "2026-10-01", "2026-12-31")]
    [InlineData(WindowKind.Year, "2026-05-31", "2026-01-01", "2026-12-31")]
    [InlineData(WindowKind.RollingDays, "2026-05-31", "2026-05-02", "2026-05-31")]
    [InlineData(WindowKind.SinceJoining, "2026-05-31", "2025-01-01", "2026-05-31")]
    public void Windows_hold_whole_business_days(WindowKind kind, string day, string first, string last) =>
        new Window(kind, 30).Around(Day(day), Day("2025-01-01")).ShouldBe(new DaySpan(Day(first), Day(last)));

    [Fact]
    public void A_member_sees_what_is_missing_to_rise_and_to_keep_and_by_when()
    {
        var progress = TierProgress.Of(Shop, Facts("银卡 2026-03-01 2027-03-01 2026-06-01 680 0"));
        var rise = progress.Rise.ShouldNotBeNull();
        rise.Tier.Name.ShouldBe("金卡");
        rise.Steps.Single().Missing.ShouldBe(432_000);
        rise.Steps.Single().Says.In(Language.Zh).ShouldBe("再消费 4320.00 元升级金卡");
        var keep = progress.Keep.ShouldNotBeNull();
        (keep.Match, keep.Until).ShouldBe((Match.Any, Day("2027-03-01")));
        keep.Steps.Select(s => s.Says.In(Language.Zh))
            .ShouldBe(["2027-03-01 前再消费 320.00 元可保持银卡", "2027-03-01 前单次充值满 500.00 元可保持银卡"]);
    }

    [Fact]
    public void A_top_up_of_years_ago_lifts_a_tier_but_does_not_keep_it()
    {
        var (since, today, joined) = (Day("2026-03-01"), Day("2027-03-02"), Day("2025-01-01"));
        var state = new TierState(new(2), since, Day("2027-03-01"), []);
        var values = Measures(state, today, joined)
            .ToDictionary(m => m, m => m.Metric == Metric.TopUpOnce && m.Span.First == joined ? Fen("500") : 0);
        Show(TierRules.Examine(Shop, TierPolicy.Default, new(today, joined, state, values)))
            .ShouldBe("Downgrade 普通 never 0");
    }

    [Fact]
    public void At_the_top_there_is_nothing_to_rise_to_and_at_the_base_nothing_to_keep()
    {
        TierProgress.Of(Shop, Facts("金卡 2026-03-01 2027-03-01 2026-06-01 0 0")).Rise.ShouldBeNull();
        TierProgress.Of(Shop, Facts("普通 2026-01-01 never 2026-06-01 0 0")).Keep.ShouldBeNull();
    }

    [Theory]
    [InlineData("普通 2026-01-01 never 2026-03-01 1000 0", "已达到银卡的条件,升级为银卡。")]
    [InlineData("银卡 2026-03-01 2027-03-01 2027-03-02 1000 0", "有效期内达到银卡的保级条件,继续保持。")]
    [InlineData("金卡 2026-03-01 2027-03-01 2027-03-02 0 0", "金卡已于 2027-03-01 到期且未达到保级条件,调整为普通。")]
    public void Every_decision_says_why(string member, string why) =>
        TierRules.Examine(Shop, TierPolicy.Default, Facts(member)).Why.In(Language.Zh).ShouldBe(why);

    private static TierDef Tier(long id, string name, UpgradeRule rule, Validity validity, long points) =>
        new(
            new(id),
            (int)id,
            name,
            Ratio.One,
            Ratio.One,
            rule,
            null,
            validity,
            TierPack.Empty with
            {
                Points = points,
            },
            ""
        );

    private static TierFacts Facts(string member)
    {
        var w = member.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (today, joined) = (Day(w[3]), Day("2025-01-01"));
        var state = new TierState(
            Shop.Single(t => t.Name == w[0]).Id,
            Day(w[1]),
            w[2] == "never" ? null : Day(w[2]),
            []
        );
        var values = Measures(state, today, joined)
            .ToDictionary(m => m, m => Fen(m.Metric == Metric.Spent ? w[4] : w[5]));
        return new(today, joined, state, values);
    }

    /// <summary>What any of the decisions here asks for, with and without grace.</summary>
    private static IEnumerable<Measure> Measures(TierState state, BusinessDay today, BusinessDay joined) =>
        new[] { 0, 30 }
            .SelectMany(g =>
                TierRules.MeasuresToExamine(Shop, TierPolicy.Default with { GraceDays = g }, state, today, joined)
            )
            .Concat(TierRules.Measures(Shop, state, today, joined))
            .Distinct();

    private static string Show(TierDecision decision) =>
        $"{decision.Change} {Shop.Single(t => t.Id == decision.After.Tier).Name} "
        + $"{decision.After.Until?.ToString() ?? "never"} {decision.Pack?.Points ?? 0}";

    private static BusinessDay Day(string text) => new(DateOnly.Parse(text, CultureInfo.InvariantCulture));

    private static long Fen(string yuan) => (long)(decimal.Parse(yuan, CultureInfo.InvariantCulture) * 100);
}
