using System.Globalization;
using Shuke.Core.Tiers;

namespace Shuke.Core.Tests.Tiers;

public sealed class GrowthAndStarsTests
{
    private static readonly DeedGrowth[] Deeds =
    [
        new(Deed.CheckIn, 2),
        new(Deed.Review, 20),
        new(Deed.Referral, 100),
        new(Deed.NoShow, -30),
    ];

    [Theory]
    [InlineData(Deed.CheckIn, 0, 2)]
    [InlineData(Deed.Review, 50, 20)]
    [InlineData(Deed.Referral, 50, 100)]
    [InlineData(Deed.NoShow, 100, -30)]
    [InlineData(Deed.NoShow, 12, -12)]
    [InlineData(Deed.NoShow, 0, 0)]
    [InlineData(Deed.Activity, 50, 0)]
    public void Deeds_add_to_growth_or_take_from_it_but_never_below_zero(Deed deed, long balance, long change) =>
        Growth.Of(Deeds, deed, balance).ShouldBe(change);

    // Ten percent a month after three whole months without a purchase.
    [Theory]
    [InlineData(1_000, "2026-01-20", "2026-04-01", 0)]
    [InlineData(1_000, "2026-01-20", "2026-05-01", 100)]
    [InlineData(1_009, "2026-01-20", "2026-06-01", 100)]
    [InlineData(9, "2026-01-20", "2026-06-01", 0)]
    [InlineData(0, "2026-01-20", "2026-06-01", 0)]
    [InlineData(1_000, null, "2025-04-01", 0)]
    [InlineData(1_000, null, "2025-05-01", 100)]
    public void Growth_fades_month_by_month_when_a_member_stays_away(
        long balance,
        string? last,
        string month,
        long fades
    ) =>
        Growth
            .Fading(new(Ratio.Percent(10), 3), balance, last is null ? null : Day(last), Day("2025-01-31"), Day(month))
            .ShouldBe(fades);

    // tickets, with returns, refused or not come
    [Theory]
    [InlineData(4, 4, 0, BehaviourRating.A)]
    [InlineData(20, 1, 0, BehaviourRating.A)]
    [InlineData(20, 2, 0, BehaviourRating.B)]
    [InlineData(20, 0, 1, BehaviourRating.B)]
    [InlineData(20, 5, 0, BehaviourRating.C)]
    [InlineData(20, 10, 0, BehaviourRating.D)]
    [InlineData(20, 4, 3, BehaviourRating.D)]
    public void Behaviour_is_rated_by_the_share_of_returns_and_refusals(
        long tickets,
        long returned,
        long refused,
        BehaviourRating rating
    ) => RatingRule.Default.Of(new(tickets, returned, refused)).ShouldBe(rating);

    // Four stars a rank and one more is the next; a new season takes one rank and the stars.
    [Theory]
    [InlineData("0", 0, 0, 5)]
    [InlineData("4", 0, 4, 1)]
    [InlineData("5", 1, 0, 5)]
    [InlineData("9", 1, 4, 1)]
    [InlineData("10", 2, 0, 0)]
    [InlineData("27", 2, 17, 0)]
    [InlineData("10 0", 1, 0, 5)]
    [InlineData("10 3", 1, 3, 2)]
    [InlineData("9 0 0", 0, 0, 5)]
    [InlineData("10 5", 2, 0, 0)]
    public void Stars_become_ranks_and_a_season_takes_some_back(string seasons, int rank, long stars, long missing)
    {
        var rule = new StarRule(["青铜", "白银", "黄金"], 4, WindowKind.Quarter, 1);
        var standing = Stars.Of(rule, [.. seasons.Split(' ').Select(s => long.Parse(s, CultureInfo.InvariantCulture))]);
        standing.ShouldBe(new StarStanding(rank, stars));
        standing.Missing(rule).ShouldBe(missing);
    }

    [Fact]
    public void Thresholds_are_suggested_at_the_natural_breaks_and_cover_everybody()
    {
        // Many small, some middling, few large customers; fen.
        long[] spent =
        [
            .. Enumerable.Range(1, 80).Select(i => 100_00L + i * 50),
            .. Enumerable.Range(1, 15).Select(i => 1_200_00L + i * 1_000),
            .. Enumerable.Range(1, 5).Select(i => 9_000_00L + i * 10_000),
        ];
        var tiers = Suggest.Thresholds(spent, 3);
        tiers
            .Select(t => t.From)
            .ShouldBe([Money.Zero, Money.Yuan(1_300), Money.Yuan(9_100)], "rounded up to two digits");
        tiers.Sum(t => t.Members).ShouldBe(100);
        tiers.Sum(t => t.Spent.Fen).ShouldBe(spent.Sum());
        tiers[2].Turnover.Bp.ShouldBeInRange(5_500, 6_500);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("500 500 500", 2)]
    [InlineData("100 200", 3)]
    public void With_too_few_different_sums_nothing_is_suggested(string spent, int tiers) =>
        Suggest
            .Thresholds(
                spent
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(s => long.Parse(s, CultureInfo.InvariantCulture)),
                tiers
            )
            .ShouldBeEmpty();

    private static BusinessDay Day(string text) => BusinessDay.Parse(text, CultureInfo.InvariantCulture);
}
