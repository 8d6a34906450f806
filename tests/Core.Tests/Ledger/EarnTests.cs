using Shuke.Core.Ledger;

namespace Shuke.Core.Tests.Ledger;

public sealed class EarnTests
{
    [Theory]
    [InlineData(99, 10_000, 10_000, 0, 0)]
    [InlineData(100, 10_000, 10_000, 0, 1)]
    [InlineData(19_999, 10_000, 10_000, 0, 199)]
    [InlineData(19_999, 10_000, 15_000, 0, 299)]
    [InlineData(19_999, 500, 10_000, 0, 9)]
    [InlineData(50_000, 10_000, 10_000, 0, 300)]
    [InlineData(50_000, 10_000, 10_000, 250, 50)]
    [InlineData(50_000, 10_000, 10_000, 400, 0)]
    public void Points_are_rounded_down_once_and_capped_by_day(
        long fen,
        int perYuanBp,
        int multiplierBp,
        long today,
        long points
    ) => new EarnRate(perYuanBp, Rounding.Down, 300).Points(new(fen), new(multiplierBp), today).ShouldBe(points);

    [Fact]
    public void A_total_stops_at_zero_when_turnover_is_taken_back()
    {
        var shop = new Shop();
        var growth = Shop.Assets.Growth.Id;
        shop.Post(Earn.Decide(shop.Book, new(growth, 30, "rule:1", shop.At, shop.Day)).Value);
        shop.Post(Earn.Undo(shop.Book, growth, 50, shop.At, shop.Day)).Entries.Single().Amount.ShouldBe(-30);
        Earn.Undo(shop.Book, growth, 50, shop.At, shop.Day).IsEmpty.ShouldBeTrue();
        shop.MustHold();
    }
}
