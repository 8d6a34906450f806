using Shuke.Core.Rewards;

namespace Shuke.Core.Tests.Rewards;

public sealed class FairDrawTests
{
    private static readonly byte[] Seed = Convert.FromHexString(
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
    );

    private static readonly DrawPrize[] Wheel =
    [
        new(new(1), 1, 10, null, false),
        new(new(2), 49, 500, 20, false),
        new(new(3), 450, null, null, false),
        new(new(4), 500, null, null, true),
    ];

    [Fact]
    public void A_million_draws_stay_within_the_bounds_of_the_published_odds()
    {
        const int n = 1_000_000;
        var endless = Wheel.Select(p => p with { Stock = null, PerDay = null }).ToArray();
        var won = new long[endless.Length];
        for (var i = 0; i < n; i++)
            won[FairDraw.Decide(endless, [], Seed, i, 0, 0).Won.Value - 1]++;
        // Chi-square with 3 degrees of freedom: a fair draw exceeds 16.27 once in a thousand seeds. In thousandths, to stay whole.
        long chi = 0;
        for (var i = 0; i < endless.Length; i++)
        {
            var expected = endless[i].Weight * (n / 1_000);
            chi += (won[i] - expected) * (won[i] - expected) * 1_000 / expected;
        }
        chi.ShouldBeLessThan(16_270);
        won.Sum().ShouldBe(n);
    }

    [Fact]
    public void Every_result_can_be_worked_out_again_from_seed_and_number()
    {
        FairDraw.Commitment(Seed).ShouldBe("630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd");
        FairDraw.Ticket(Seed, 7, 1_000).ShouldBe(FairDraw.Ticket(Seed, 7, 1_000));
        Enumerable.Range(0, 50).Select(i => FairDraw.Ticket(Seed, i, 1_000)).Distinct().Count().ShouldBeGreaterThan(40);
    }

    [Fact]
    public void No_prize_goes_out_more_often_than_there_are_or_than_a_day_allows()
    {
        var given = new Dictionary<PrizeId, long>();
        for (var i = 0; i < 50_000; i++)
        {
            var uses = given.Select(g => new PrizeUse(g.Key, g.Value, g.Key.Value == 2 ? g.Value : 0)).ToList();
            var won = FairDraw.Decide(Wheel, uses, Seed, i, 0, 0).Won;
            given[won] = given.GetValueOrDefault(won) + 1;
        }
        given[new(1)].ShouldBe(10);
        given[new(2)].ShouldBe(20);
    }

    [Fact]
    public void After_n_draws_without_a_prize_the_next_one_wins()
    {
        DrawPrize[] hard = [new(new(1), 1, null, null, false), new(new(2), 999_999, null, null, true)];
        var first = FairDraw.Decide(hard, [], Seed, 5, 9, 10);
        first.Won.ShouldBe(new PrizeId(2));
        var next = FairDraw.Decide(hard, [], Seed, 5, 10, 10);
        (next.Landed, next.Won, next.Turn).ShouldBe((new PrizeId(2), new PrizeId(1), DrawTurn.Guaranteed));
        // Nothing left to guarantee: then nothing it is.
        FairDraw.Decide([hard[0] with { Stock = 0 }, hard[1]], [], Seed, 5, 10, 10).Won.ShouldBe(new PrizeId(2));
    }
}
