using Shouldly;
using Shuke.Server.Modules.Sales;
using Xunit;

namespace Shuke.Server.Tests.Sales;

public sealed class NumberBlockTests
{
    [Theory]
    [InlineData(0, 0, 50)]
    [InlineData(0, 9_000, 50)]
    [InlineData(50, 999, 100)]
    [InlineData(50, 1_000, 50)]
    [InlineData(400, 10, 800)]
    [InlineData(1_600, 10, 1_600)]
    [InlineData(1_600, 5_000, 800)]
    public void A_block_of_numbers_lasts_about_a_second(int size, int lastedMs, int next) =>
        Numbers.NextBlock(size, TimeSpan.FromMilliseconds(lastedMs)).ShouldBe(next);
}
