using System.Globalization;
using Shuke.Core.Ledger;

namespace Shuke.Core.Tests.Ledger;

/// <summary>Times cards, gifts from member to member, and the clearing of points.</summary>
public sealed class CardsAndGiftsTests
{
    private static readonly AssetId Cups = Shop.Assets["cups"].Id;
    private static readonly AssetId Principal = Shop.Assets.Principal.Id;

    // Ten uses for 100 yuan, 15 each without the card; bought on 15 January.
    // used, given back on, whose reason -> yuan
    [Theory]
    [InlineData(0, "2026-01-15", RefundBasis.ListPrice, "100.00")]
    [InlineData(3, "2026-01-22", RefundBasis.ListPrice, "70.00")]
    [InlineData(3, "2026-01-23", RefundBasis.ListPrice, "55.00")]
    [InlineData(3, "2026-01-23", RefundBasis.PaidShare, "70.00")]
    [InlineData(7, "2026-03-01", RefundBasis.ListPrice, "0.00")]
    [InlineData(7, "2026-03-01", RefundBasis.PaidShare, "30.00")]
    [InlineData(10, "2026-03-01", RefundBasis.PaidShare, "card_empty")]
    [InlineData(3, "2026-04-16", RefundBasis.PaidShare, "card_empty")]
    public void A_times_card_is_refunded_by_the_formula_of_the_law(
        int used,
        string day,
        RefundBasis basis,
        string expected
    )
    {
        var shop = new Shop();
        var lot = Buy(shop, 10, 100, 150);
        if (used > 0)
            shop.Post(SpendTimes.Decide(shop.Book, new(Cups, used, shop.At, shop.Day, Counters.Service)).Value);
        var bought = shop.Day;
        shop.Day = BusinessDay.Parse(day, CultureInfo.InvariantCulture);
        var refund = RefundTimes.Decide(shop.Book, lot, basis, bought, shop.At, shop.Day);
        (refund.IsOk ? $"{refund.Value.Refund}" : refund.Refusal!.Code).ShouldBe(expected);
        if (!refund.IsOk)
            return;
        shop.Post(refund.Value.Moves);
        shop.Balance("cups").ShouldBe(0);
        shop.MustHold();
    }

    // Three uses for 100: a use is 33.333..., what was used is rounded up.
    [Theory]
    [InlineData(1, "66.66")]
    [InlineData(2, "33.33")]
    public void The_last_fen_of_an_uneven_card_is_named(int used, string refund)
    {
        var shop = new Shop();
        var lot = Buy(shop, 3, 100, 100);
        shop.Post(SpendTimes.Decide(shop.Book, new(Cups, used, shop.At, shop.Day)).Value);
        RefundTimes
            .Decide(shop.Book, lot, RefundBasis.PaidShare, shop.Day, shop.At, shop.Day)
            .Value.Refund.ToString()
            .ShouldBe(refund);
    }

    [Fact]
    public void A_gift_leaves_the_giver_and_becomes_principal_of_whoever_claims_it()
    {
        var (giver, friend) = (TopUp(new Shop(), 100, 20), new Shop(2));
        giver.Post(SendGift.Decide(giver.Book, Money.Yuan(60), giver.At, giver.Day).Value);
        (giver.Balance("principal"), giver.Balance("bonus")).ShouldBe((40_00, 20_00));
        friend.Post(Claim(friend, 60).Value);
        friend.Balance("principal").ShouldBe(60_00);
        friend.Book.Lots.Single().Paid.ShouldBe(Money.Yuan(60));
        giver.MustHold();
        friend.MustHold();
    }

    [Theory]
    [InlineData(100_01, "balance_too_low")]
    [InlineData(0, "amount_out_of_range")]
    public void Only_principal_is_given_and_not_more_than_there_is(long fen, string code)
    {
        var giver = TopUp(new Shop(), 100, 20);
        SendGift.Decide(giver.Book, new(fen), giver.At, giver.Day).Refusal!.Code.ShouldBe(code);
    }

    [Fact]
    public void A_gift_that_would_break_the_limit_of_the_card_cannot_be_claimed()
    {
        var friend = TopUp(new Shop(2), 4_950, 0);
        Claim(friend, 60).Refusal!.Code.ShouldBe("card_limit_exceeded");
        Claim(friend, 50).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_gift_nobody_claims_goes_back_to_the_lots_it_came_from()
    {
        var giver = TopUp(TopUp(new Shop(), 100, 0), 50, 0);
        var before = giver.Book.Lots;
        var sent = SendGift.Decide(giver.Book, Money.Yuan(120), giver.At, giver.Day).Value;
        giver.Post(sent);
        giver.Book = giver.Book with { Holders = [giver.Book.Holder with { Frozen = true }] };
        giver.Post(ReturnGift.Decide(giver.Book, sent.List.Single().Lots, giver.At, giver.Day));
        giver.Book.Lots.Select(l => l.Remaining).ShouldBe(before.Select(l => l.Remaining));
        giver.MustHold();
    }

    [Fact]
    public void Clearing_takes_the_points_earned_before_the_day_and_leaves_the_younger_ones()
    {
        var shop = new Shop();
        Points(shop, 300);
        shop.Day = BusinessDay.Of(2026, 6, 1);
        var midYear = shop.At;
        Points(shop, 200);
        shop.Post(SpendPoints.Decide(shop.Book, new(Shop.Assets.Points.Id, 100, shop.At, shop.Day)).Value);
        var clear = new ClearPointsCommand(Shop.Assets.Points.Id, midYear, shop.At, shop.Day);
        var moves = ClearPoints.Decide(shop.Book, clear);
        moves.Total(Shop.Assets.Points.Id).ShouldBe(-200);
        shop.Post(moves);
        shop.Balance("points").ShouldBe(200);
        ClearPoints.Decide(shop.Book, clear).IsEmpty.ShouldBeTrue("what is gone is not cleared twice");
        shop.MustHold();
    }

    private static LotId Buy(Shop shop, int uses, long pay, long list)
    {
        var terms = new TimesTerms(Cups, uses, Money.Yuan(pay), Money.Yuan(list), Expiry.AfterDays(90), "card:1");
        shop.Post(SellTimes.Decide(shop.Book, terms, shop.At, shop.Day).Value);
        return shop.Book.Lots.Single().Id;
    }

    private static Shop TopUp(Shop shop, long pay, long bonus)
    {
        var terms = TopUpTerms.FreeAmount with { Bonus = Money.Yuan(bonus) };
        shop.Post(
            Core.Ledger.TopUp.Decide(shop.Book, new(Money.Yuan(pay), terms, null, shop.At, shop.Day)).Value.Moves
        );
        return shop;
    }

    private static Outcome<Moves> Claim(Shop shop, long yuan) =>
        ClaimGift.Decide(
            shop.Book,
            Money.Yuan(yuan),
            Counters.Transfer,
            "gift:1",
            CardLimits.Shipped,
            shop.At,
            shop.Day
        );

    private static void Points(Shop shop, long points) =>
        shop.Post(Earn.Decide(shop.Book, new(Shop.Assets.Points.Id, points, "sale", shop.At, shop.Day)).Value);
}
