using Shuke.Core.Ledger;

namespace Shuke.Core.Tests.Ledger;

/// <summary>Requests wait for a book, and clocks of two processes differ: neither may hide value that is there.</summary>
public sealed class ClockTests
{
    [Fact]
    public void What_was_topped_up_can_be_spent_by_a_request_whose_clock_is_behind()
    {
        var shop = new Shop();
        shop.Post(
            TopUp.Decide(shop.Book, new(Money.Yuan(100), TopUpTerms.FreeAmount, null, shop.At, shop.Day)).Value.Moves
        );
        var behind = shop.At.Plus(TimeSpan.FromSeconds(-90));
        SpendStoredValue.Decide(shop.Book, new(Money.Yuan(100), null, behind, shop.Day)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void What_is_released_later_waits_for_its_time()
    {
        var shop = new Shop();
        var points = Shop.Assets.Points.Id;
        shop.Post(Earn.Decide(shop.Book, new(points, 50, "rule:1", shop.At, shop.Day, ActiveAfterDays: 7)).Value);
        SpendPoints.Decide(shop.Book, new(points, 50, shop.At, shop.Day)).Refusal!.Code.ShouldBe("points_too_low");
        var released = shop.At.Plus(TimeSpan.FromDays(7));
        SpendPoints.Decide(shop.Book, new(points, 50, released, shop.Day)).IsOk.ShouldBeTrue();
    }
}
