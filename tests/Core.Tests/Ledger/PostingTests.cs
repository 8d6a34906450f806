using Shuke.Core.Ledger;

namespace Shuke.Core.Tests.Ledger;

public sealed class PostingTests
{
    private static readonly AssetId Points = Shop.Assets.Points.Id;

    [Fact]
    public void Decisions_of_one_ticket_see_each_other_and_become_one_posting()
    {
        var shop = new Shop();
        var earned = Earn.Decide(shop.Book, new(Points, 100, "rule:1", shop.At, shop.Day)).Value;
        var spent = SpendPoints.Decide(shop.Book.Apply(earned), new(Points, 30, shop.At, shop.Day)).Value;
        var plan = shop.Post(earned + spent);

        plan.Entries.Select(e => (e.Seq, e.Amount, e.BalanceAfter, e.Counter))
            .ShouldBe([(1, 100, 100, "earn"), (2, -30, 70, "sale")]);
        plan.NewLots.Single().Remaining.ShouldBe(70);
        plan.ChangedLots.ShouldBeEmpty();
        plan.Accounts.Single().IsNew.ShouldBeTrue();
        plan.Entries[1].Lots.ShouldBe($"{plan.NewLots[0].Id}:-30");
        shop.MustHold();
    }

    [Fact]
    public void A_plan_names_exactly_the_rows_that_change()
    {
        var shop = new Shop();
        var terms = TopUpTerms.FreeAmount with { Bonus = Money.Yuan(50) };
        var topUp = shop.Post(
            TopUp.Decide(shop.Book, new(Money.Yuan(500), terms, null, shop.At, shop.Day)).Value.Moves
        );
        var bonus = topUp.NewLots.Single(l => l.Pair is not null);
        bonus.Pair.ShouldBe(topUp.NewLots.Single(l => l.Pair is null).Id);
        bonus.ExpiresOn.ShouldBe(BusinessDay.Of(2027, 1, 15));
        topUp.NewLots.Single(l => l.Paid == Money.Yuan(500)).ListPrice.ShouldBe(Money.Yuan(550));

        var sale = shop.Post(
            SpendStoredValue.Decide(shop.Book, new(Money.Yuan(55), null, shop.At, shop.Day)).Value.Moves
        );
        sale.NewLots.ShouldBeEmpty();
        sale.ChangedLots.Select(l => l.Remaining).ShouldBe([45_000, 4_500]);
        sale.Accounts.ShouldAllBe(a => !a.IsNew && a.SeqBefore == 1 && a.After.Seq == 2);
        sale.Entries.Select(e => e.Hash).ShouldBe(sale.Accounts.Select(a => a.After.Head));
    }

    [Fact]
    public void A_posting_without_entries_or_from_a_provisional_book_is_a_bug()
    {
        var shop = new Shop();
        var moves = Earn.Decide(shop.Book, new(Points, 100, "rule:1", shop.At, shop.Day)).Value;
        Should.Throw<ArgumentException>(() => shop.Post(Moves.None));
        shop.Book = shop.Book.Apply(moves);
        Should.Throw<ArgumentException>(() => shop.Post(moves));
    }

    [Fact]
    public void Two_members_become_one_and_no_fen_is_lost()
    {
        var (into, from) = (new Shop(1), new Shop(2));
        var terms = TopUpTerms.FreeAmount with { Bonus = Money.Yuan(20), Points = 40 };
        into.Post(TopUp.Decide(into.Book, new(Money.Yuan(100), terms, null, into.At, into.Day)).Value.Moves);
        from.Post(TopUp.Decide(from.Book, new(Money.Yuan(300), terms, null, from.At, from.Day)).Value.Moves);
        var spend = from.Post(SpendPoints.Decide(from.Book, new(Points, 40, from.At, from.Day)).Value);
        var ticket = from.Post(
            SpendStoredValue.Decide(from.Book, new(Money.Yuan(32), null, from.At, from.Day)).Value.Moves
        );
        from.Post(Earn.Decide(from.Book, new(Shop.Assets.Growth.Id, 7, "rule:1", from.At, from.Day)).Value);

        var moves = Merge.Decide(into.Book, from.Book, into.At, into.Day).Value;
        foreach (var asset in Shop.Assets.All)
            moves.Total(asset.Id).ShouldBe(0);
        into.Join(from);
        into.Post(moves, "merge");

        into.Balance("principal").ShouldBe(10_000 + 27_000);
        into.Balance("bonus").ShouldBe(2_000 + 1_800);
        into.Balance("growth").ShouldBe(7);
        into.Book.Accounts.Where(a => a.Member.Value == 2).ShouldAllBe(a => a.Balance == 0);
        into.MustHold();

        // What was bought before the merge can still be returned, into the lots that continue the old ones.
        Return(into, ticket, 3_200);
        Return(into, spend, 40);
        into.Balance("principal").ShouldBe(40_000);
        into.Balance("bonus").ShouldBe(4_000);
        into.Balance("points").ShouldBe(80);
        into.MustHold();
        Taken
            .Of(into.Book, ticket.Entries, into.Rows.Where(r => r.Header.Kind == "return").Select(r => r.Entry))
            .ShouldAllBe(t => t.Outstanding == 0);
    }

    [Fact]
    public void A_debt_of_points_moves_with_its_member()
    {
        var (into, from) = (new Shop(1), new Shop(2));
        into.Post(Earn.Decide(into.Book, new(Points, 100, "rule:1", into.At, into.Day)).Value);
        var owe = new TakeBackCommand(Points, 30, [], TakeBackPolicy.BelowZero, Money.Yuan(1), from.At, from.Day);
        from.Post(TakeBack.Decide(from.Book, owe).Value.Moves);
        var moves = Merge.Decide(into.Book, from.Book, into.At, into.Day).Value;
        into.Join(from);
        into.Post(moves);
        into.Balance("points").ShouldBe(70);
        into.MustHold();
    }

    [Fact]
    public void Nobody_is_merged_with_themselves_or_while_frozen()
    {
        var (a, b) = (new Shop(1), new Shop(2));
        Merge.Decide(a.Book, a.Book, a.At, a.Day).Refusal!.Code.ShouldBe("merge_same_member");
        b.Book = b.Book with { Holders = [b.Book.Holder with { Frozen = true }] };
        Merge.Decide(a.Book, b.Book, a.At, a.Day).Refusal!.Code.ShouldBe("account_frozen");
    }

    [Fact]
    public void A_refund_to_a_card_respects_its_limit()
    {
        var shop = new Shop();
        var ticket = SpendAll(shop);
        var taken = Taken.Of(shop.Book, ticket.Entries, []);
        var command = new ReverseSpendCommand(
            taken,
            10_000,
            RevivePolicy.Default,
            CardLimits.Shipped,
            shop.At,
            shop.Day
        );
        var refusal = ReverseSpend.Decide(shop.Book, command).Refusal.ShouldNotBeNull();
        refusal.Sentence(Language.Zh).ShouldBe("卡内余额(含赠金)不能超过 5000.00 元,最多还能存入 50.00 元。");
        ReverseSpend.Decide(shop.Book, command with { Amount = 5_000 }).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_short_balance_says_how_much_is_missing()
    {
        var shop = new Shop();
        shop.Post(
            TopUp.Decide(shop.Book, new(Money.Yuan(20), TopUpTerms.FreeAmount, null, shop.At, shop.Day)).Value.Moves
        );
        var refusal = SpendStoredValue
            .Decide(shop.Book, new(new(3_240), null, shop.At, shop.Day))
            .Refusal.ShouldNotBeNull();
        refusal.Sentence(Language.Zh).ShouldBe("余额不足,还差 12.40 元,可用现金或微信补足。");
    }

    private static PostingPlan SpendAll(Shop shop)
    {
        shop.Post(
            TopUp.Decide(shop.Book, new(Money.Yuan(100), TopUpTerms.FreeAmount, null, shop.At, shop.Day)).Value.Moves
        );
        var ticket = shop.Post(
            SpendStoredValue.Decide(shop.Book, new(Money.Yuan(100), null, shop.At, shop.Day)).Value.Moves
        );
        shop.Post(
            TopUp.Decide(shop.Book, new(Money.Yuan(4_950), TopUpTerms.FreeAmount, null, shop.At, shop.Day)).Value.Moves
        );
        return ticket;
    }

    private static void Return(Shop shop, PostingPlan original, long amount)
    {
        var half = amount / 2;
        foreach (var part in new[] { half, amount - half })
        {
            var before = shop.Rows.Where(r => r.Header.Kind == "return").Select(r => r.Entry);
            var taken = Taken.Of(shop.Book, original.Entries, before);
            var command = new ReverseSpendCommand(taken, part, RevivePolicy.Default, null, shop.At, shop.Day);
            shop.Post(ReverseSpend.Decide(shop.Book, command).Value.Moves, "return");
        }
    }
}
