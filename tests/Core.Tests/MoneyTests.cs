namespace Shuke.Core.Tests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(100, new long[] { 1, 1, 1 }, new long[] { 34, 33, 33 })]
    [InlineData(1280, new long[] { 6400, 1500 }, new long[] { 1037, 243 })]
    [InlineData(-100, new long[] { 1, 1, 1 }, new long[] { -34, -33, -33 })]
    [InlineData(5, new long[] { 0, 0 }, new long[] { 5, 0 })]
    [InlineData(7, new long[] { 0, 3, 0 }, new long[] { 0, 7, 0 })]
    [InlineData(
        long.MaxValue,
        new long[] { long.MaxValue, long.MaxValue },
        new long[] { 4611686018427387904, 4611686018427387903 }
    )]
    public void Parts_of_a_split_add_up_and_ties_go_to_the_earliest(long total, long[] weights, long[] parts)
    {
        var split = new Money(total).Split(weights);
        split.Select(m => m.Fen).ShouldBe(parts);
    }

    [Fact]
    public void A_million_splits_add_up_and_no_part_is_a_fen_off_its_share()
    {
        var random = new Random(20260115);
        Span<long> weights = stackalloc long[12];
        for (var i = 0; i < 1_000_000; i++)
        {
            var total = random.NextInt64(-Money.FenMax, Money.FenMax);
            var used = weights[..random.Next(1, 13)];
            long sum = 0;
            foreach (ref var weight in used)
                sum += weight = random.Next(0, 100_000);
            var parts = Divide.Share(total, used);
            long whole = 0;
            for (var n = 0; n < parts.Length; n++)
            {
                whole += parts[n];
                if (sum > 0 && Int128.Abs((Int128)parts[n] * sum - (Int128)total * used[n]) >= sum)
                    parts[n].ShouldBe((long)((Int128)total * used[n] / sum), "a part is off by a fen or more");
            }
            if (whole != total)
                whole.ShouldBe(total);
        }
    }

    [Theory]
    [InlineData(15, 10, Rounding.HalfUp, 2)]
    [InlineData(14, 10, Rounding.HalfUp, 1)]
    [InlineData(-15, 10, Rounding.HalfUp, -2)]
    [InlineData(19, 10, Rounding.Down, 1)]
    [InlineData(-19, 10, Rounding.Down, -1)]
    [InlineData(11, 10, Rounding.Up, 2)]
    [InlineData(-11, 10, Rounding.Up, -2)]
    [InlineData(20, 10, Rounding.Up, 2)]
    public void Division_rounds_as_named(long a, long b, Rounding rounding, long expected) =>
        Divide.Exact(a, b, rounding).ShouldBe(expected);

    [Theory]
    [InlineData(5876, 10, 5870)]
    [InlineData(5870, 10, 5870)]
    [InlineData(5876, 100, 5800)]
    [InlineData(-5876, 10, -5880)]
    public void Floor_goes_down_to_the_step(long fen, long step, long expected) =>
        new Money(fen).Floor(new(step)).Fen.ShouldBe(expected);

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(-5, "-0.05")]
    [InlineData(123456, "1234.56")]
    public void Money_reads_as_yuan(long fen, string text) => new Money(fen).ToString().ShouldBe(text);

    [Fact]
    public void Overflow_is_loud() => Should.Throw<OverflowException>(() => new Money(long.MaxValue) + new Money(1));

    [Fact]
    public void A_weighed_price_rounds_half_up() => new Money(1999).Times(new Quantity(355)).Fen.ShouldBe(710);
}
