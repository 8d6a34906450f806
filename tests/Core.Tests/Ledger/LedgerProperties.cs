using FsCheck;
using FsCheck.Fluent;
using Shuke.Core.Ledger;

namespace Shuke.Core.Tests.Ledger;

/// <summary>Whatever a shop does, in whatever order, these hold.</summary>
public sealed class LedgerProperties
{
    /// <summary>./test --nightly asks for more.</summary>
    private static readonly int Many = int.Parse(Environment.GetEnvironmentVariable("TEST_RUNS") ?? "200");
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(Many).WithReplay(20260115, 7);

    [Fact]
    public void Spending_and_returning_in_any_parts_restores_every_lot() =>
        Check.One(
            Runs,
            Prop.ForAll(
                Arb.From(Gen.Choose(1, int.MaxValue)),
                seed =>
                {
                    var (random, shop) = (new Random(seed), new Shop());
                    for (var i = random.Next(1, 4); i > 0; i--)
                        TopUpSome(random, shop);
                    var before = Value(shop);
                    var amount = random.NextInt64(
                        1,
                        StoredValue.Usable(shop.Book, null, shop.At, shop.Day).Sum.Fen + 1
                    );
                    var spent = SpendStoredValue.Decide(shop.Book, new(new(amount), null, shop.At, shop.Day)).Value;
                    (spent.Principal + spent.Bonus).Fen.ShouldBe(amount);
                    var ticket = shop.Post(spent.Moves);

                    var refunds = new List<Entry>();
                    for (var left = amount; left > 0; )
                    {
                        var part = random.NextInt64(1, left + 1);
                        var taken = Taken.Of(shop.Book, ticket.Entries, refunds);
                        var command = new ReverseSpendCommand(
                            taken,
                            part,
                            RevivePolicy.Default,
                            null,
                            shop.At,
                            shop.Day
                        );
                        refunds.AddRange(shop.Post(ReverseSpend.Decide(shop.Book, command).Value.Moves).Entries);
                        left -= part;
                    }
                    Value(shop).ShouldBe(before);
                    shop.MustHold();
                }
            )
        );

    [Fact]
    public void A_whole_sale_returned_in_any_parts_leaves_what_was_there_before() =>
        Check.One(
            Runs,
            Prop.ForAll(
                Arb.From(Gen.Choose(1, int.MaxValue)),
                seed =>
                {
                    var (random, shop) = (new Random(seed), new Shop());
                    TopUpSome(random, shop);
                    var (points, growth) = (Shop.Assets.Points.Id, Shop.Assets.Growth.Id);
                    for (var i = random.Next(1, 4); i > 0; i--, shop.Day = shop.Day.AddDays(20))
                        shop.Post(
                            Earn.Decide(shop.Book, new(points, random.Next(1, 90), "rule:1", shop.At, shop.Day)).Value
                        );
                    var before = Held(shop);
                    var stored = random.NextInt64(
                        1,
                        StoredValue.Usable(shop.Book, null, shop.At, shop.Day).Sum.Fen + 1
                    );
                    var spent = random.NextInt64(1, shop.Balance("points") + 1);
                    var earned = random.Next(1, 300);

                    // One posting, as the till makes it: value, points, then what the ticket earns.
                    var moves = SpendStoredValue
                        .Decide(shop.Book, new(new(stored), null, shop.At, shop.Day))
                        .Value.Moves;
                    var at = shop.Book.Apply(moves);
                    moves += SpendPoints.Decide(at, new(points, spent, shop.At, shop.Day)).Value;
                    at = shop.Book.Apply(moves);
                    moves += Earn.Decide(at, new(points, earned, "rule:1", shop.At, shop.Day)).Value;
                    moves += Earn.Decide(
                        shop.Book.Apply(moves),
                        new(growth, earned, "rule:1", shop.At, shop.Day)
                    ).Value;
                    var ticket = shop.Post(moves);
                    var earnedLots = ticket.NewLots.Where(l => l.Asset == points).Select(l => l.Id).ToList();

                    var refunds = new List<Entry>();
                    foreach (var (value, back, taken) in Parts(random, stored, spent, earned))
                        refunds.AddRange(GiveBack(shop, ticket, refunds, value, back, taken, earnedLots));
                    Held(shop).ShouldBe(before);
                    shop.MustHold();
                }
            )
        );

    /// <summary>Any cutting of three amounts into the same number of parts, some of them nothing.</summary>
    private static IEnumerable<(long Stored, long Points, long Earned)> Parts(
        Random random,
        long stored,
        long points,
        long earned
    )
    {
        var weights = Enumerable.Range(0, random.Next(1, 6)).Select(_ => (long)random.Next(1, 10)).ToArray();
        return new Money(stored)
            .Split(weights)
            .Zip(new Money(points).Split(weights), new Money(earned).Split(weights))
            .Select(p => (p.First.Fen, p.Second.Fen, p.Third.Fen));
    }

    private static IReadOnlyList<Entry> GiveBack(
        Shop shop,
        PostingPlan ticket,
        List<Entry> refunds,
        long stored,
        long points,
        long earned,
        List<LotId> earnedLots
    )
    {
        var moves = Moves.None;
        foreach (
            var (amount, assets) in new[]
            {
                (stored, new[] { Shop.Assets.Principal.Id, Shop.Assets.Bonus.Id }),
                (points, [Shop.Assets.Points.Id]),
            }
        )
        {
            if (amount == 0)
                continue;
            bool Of(Entry e) => assets.Contains(shop.Book.Accounts.Single(a => a.Id == e.Account).Asset);
            var taken = Taken.Of(shop.Book, ticket.Entries.Where(Of), refunds.Where(Of));
            var command = new ReverseSpendCommand(taken, amount, RevivePolicy.Default, null, shop.At, shop.Day);
            moves += ReverseSpend.Decide(shop.Book.Apply(moves), command).Value.Moves;
        }
        var back = new TakeBackCommand(
            Shop.Assets.Points.Id,
            earned,
            earnedLots,
            TakeBackPolicy.DeductFromRefund,
            Money.Yuan(1),
            shop.At,
            shop.Day
        );
        var takenBack = TakeBack.Decide(shop.Book.Apply(moves), back).Value;
        takenBack.Missing.ShouldBe(0);
        moves += takenBack.Moves;
        moves += Earn.Undo(shop.Book.Apply(moves), Shop.Assets.Growth.Id, earned, shop.At, shop.Day);
        return moves.IsEmpty ? [] : shop.Post(moves).Entries;
    }

    /// <summary>What the member has: lots that hold something, with their last day, and balances.</summary>
    private static string Held(Shop shop) =>
        string.Join(' ', shop.Book.Lots.Where(l => l.Remaining > 0).Select(l => $"{l.Id}:{l.Remaining}@{l.ExpiresOn}"))
        + string.Join(' ', shop.Book.Accounts.Where(a => a.Balance != 0).Select(a => $"{a.Asset}={a.Balance}"));

    [Fact]
    public void A_merge_moves_everything_and_makes_nothing() =>
        Check.One(
            Runs,
            Prop.ForAll(
                Arb.From(Gen.Choose(1, int.MaxValue)),
                seed =>
                {
                    var (random, into, from) = (new Random(seed), new Shop(1), new Shop(2));
                    foreach (var shop in new[] { into, from })
                        for (var step = 0; step < 12; step++)
                            Live(random, shop, []);
                    into.Day = from.Day = into.Day > from.Day ? into.Day : from.Day;
                    var before = Shop.Assets.All.ToDictionary(
                        a => a.Code,
                        a => into.Balance(a.Code) + from.Balance(a.Code),
                        StringComparer.Ordinal
                    );
                    var moves = Merge.Decide(into.Book, from.Book, into.At, into.Day).Value;
                    into.Join(from);
                    if (!moves.IsEmpty)
                        into.Post(moves);
                    foreach (var (code, sum) in before)
                    {
                        into.Balance(code).ShouldBe(sum);
                        into.Book.Balance(new(2), Shop.Assets[code].Id).ShouldBe(0);
                    }
                    into.MustHold();
                }
            )
        );

    [Fact]
    public void A_closed_card_is_empty_and_pays_no_more_than_was_paid_in() =>
        Check.One(
            Runs,
            Prop.ForAll(
                Arb.From(Gen.Choose(1, int.MaxValue)),
                seed =>
                {
                    var (random, shop) = (new Random(seed), new Shop());
                    for (var i = random.Next(1, 4); i > 0; i--)
                        TopUpSome(random, shop);
                    var paidIn = shop.Book.Lots.Where(l => l.Paid is not null).Sum(l => l.Paid!.Value.Fen);
                    var held = shop.Balance("principal") + shop.Balance("bonus");
                    if (random.Next(4) > 0)
                    {
                        var spend = new Money(random.NextInt64(1, held + 1));
                        shop.Post(SpendStoredValue.Decide(shop.Book, new(spend, null, shop.At, shop.Day)).Value.Moves);
                    }
                    held = shop.Balance("principal") + shop.Balance("bonus");
                    if (held == 0)
                        return;
                    var closed = CloseCard.Decide(shop.Book, (RefundBasis)random.Next(2), shop.At, shop.Day).Value;
                    closed.Refund.Fen.ShouldBeInRange(0, Math.Min(paidIn, held));
                    (closed.Refund + closed.PrincipalForfeited + closed.BonusForfeited).Fen.ShouldBe(held);
                    shop.Post(closed.Moves);
                    (shop.Balance("principal") + shop.Balance("bonus")).ShouldBe(0);
                    shop.MustHold();
                }
            )
        );

    [Fact]
    public void Bonus_in_monthly_parts_is_the_bonus() =>
        Check.One(
            Runs,
            Prop.ForAll(
                Arb.From(Gen.Choose(0, 100_000)),
                Arb.From(Gen.Choose(1, 60)),
                (bonus, releases) =>
                {
                    var shop = new Shop();
                    var terms = TopUpTerms.FreeAmount with { Bonus = new(bonus), BonusReleases = releases };
                    shop.Post(TopUp.Decide(shop.Book, new(new(100), terms, null, shop.At, shop.Day)).Value.Moves);
                    shop.Balance("bonus").ShouldBe(bonus);
                    var parts = shop.Book.Lots.Where(l => l.Asset == Shop.Assets.Bonus.Id).ToList();
                    parts.Count.ShouldBe(Math.Min(bonus, releases));
                    if (parts.Count > 0)
                        (parts.Max(l => l.Granted) - parts.Min(l => l.Granted)).ShouldBeInRange(0, 1);
                }
            )
        );

    [Fact]
    public void However_a_balance_is_used_up_the_proportion_never_drifts_by_a_fen() =>
        Check.One(
            Runs,
            Prop.ForAll(
                Arb.From(Gen.Choose(1, int.MaxValue)),
                seed =>
                {
                    var (random, shop) = (new Random(seed), new Shop());
                    TopUpSome(random, shop);
                    var (principal, bonus) = (shop.Balance("principal"), shop.Balance("bonus"));
                    long used = 0;
                    while (used < principal + bonus)
                    {
                        var now = random.NextInt64(1, Math.Min(principal + bonus - used, 9_999) + 1);
                        shop.Post(
                            SpendStoredValue.Decide(shop.Book, new(new(now), null, shop.At, shop.Day)).Value.Moves
                        );
                        used += now;
                        (bonus - shop.Balance("bonus")).ShouldBe((long)((Int128)used * bonus / (principal + bonus)));
                    }
                    (shop.Balance("principal"), shop.Balance("bonus")).ShouldBe((0, 0));
                }
            )
        );

    [Fact]
    public void After_any_life_chains_balances_and_lots_agree() =>
        Check.One(
            Runs,
            Prop.ForAll(
                Arb.From(Gen.Choose(1, int.MaxValue)),
                seed =>
                {
                    var (random, shop) = (new Random(seed), new Shop());
                    var tickets = new List<(PostingPlan Plan, List<Entry> Refunds)>();
                    for (var step = 0; step < 40; step++)
                        Live(random, shop, tickets);
                    shop.MustHold();
                    foreach (var asset in Shop.Assets.All.Where(a => a.HasLots))
                        shop.Book.Lots.Where(l => l.Asset == asset.Id)
                            .Sum(l => l.Remaining)
                            .ShouldBe(Math.Max(shop.Balance(asset.Code), 0));
                }
            )
        );

    private static void Live(Random random, Shop shop, List<(PostingPlan Plan, List<Entry> Refunds)> tickets)
    {
        var (book, at, day, points) = (shop.Book, shop.At, shop.Day, Shop.Assets.Points.Id);
        switch (random.Next(9))
        {
            case 0:
                TopUpSome(random, shop);
                break;
            case 1 or 2:
                var amount = new Money(random.Next(1, 30_000));
                Money? cap = random.Next(2) == 0 ? null : new Money(random.Next(0, 3_000));
                var paid = SpendStoredValue.Decide(book, new(amount, cap, at, day));
                if (paid.IsOk)
                    tickets.Add((shop.Post(paid.Value.Moves), []));
                break;
            case 3:
                shop.Post(Earn.Decide(book, new(points, random.Next(1, 500), "rule:1", at, day, random.Next(3))).Value);
                break;
            case 4:
                var spent = SpendPoints.Decide(book, new(points, random.Next(1, 300), at, day));
                if (spent.IsOk)
                    tickets.Add((shop.Post(spent.Value), []));
                break;
            case 5 when tickets.Count > 0:
                Return(random, shop, tickets[random.Next(tickets.Count)]);
                break;
            case 6:
                var policy = (TakeBackPolicy)random.Next(3);
                Post(
                    shop,
                    TakeBack
                        .Decide(book, new(points, random.Next(1, 300), [], policy, Money.Yuan(1), at, day))
                        .Value.Moves
                );
                break;
            case 7:
                Post(shop, Expire.Decide(book, at, day));
                break;
            default:
                shop.Day = day.AddDays(random.Next(1, 120));
                break;
        }
    }

    private static void Return(Random random, Shop shop, (PostingPlan Plan, List<Entry> Refunds) ticket)
    {
        var taken = Taken.Of(shop.Book, ticket.Plan.Entries, ticket.Refunds);
        var left = taken.Sum(t => t.Outstanding);
        if (left == 0)
            return;
        var revive = new RevivePolicy(30, random.Next(2) == 0);
        var command = new ReverseSpendCommand(taken, random.NextInt64(1, left + 1), revive, null, shop.At, shop.Day);
        var back = ReverseSpend.Decide(shop.Book, command).Value;
        (back.Restored + back.Forfeited).ShouldBe(command.Amount);
        if (!back.Moves.IsEmpty)
            ticket.Refunds.AddRange(shop.Post(back.Moves).Entries);
    }

    private static void Post(Shop shop, Moves moves)
    {
        if (!moves.IsEmpty)
            shop.Post(moves);
    }

    private static void TopUpSome(Random random, Shop shop)
    {
        var terms = TopUpTerms.FreeAmount with
        {
            Bonus = new(random.Next(0, 20_000)),
            Points = random.Next(0, 50),
            Order = OrderOfUse.Proportional,
        };
        shop.Post(
            TopUp.Decide(shop.Book, new(new(random.Next(1, 50_000)), terms, null, shop.At, shop.Day)).Value.Moves
        );
    }

    private static string Value(Shop shop) =>
        string.Join(' ', shop.Book.Lots.Select(l => $"{l.Id}:{l.Remaining}@{l.ExpiresOn}"))
        + string.Join(' ', shop.Book.Accounts.Select(a => $"{a.Asset}={a.Balance}"));
}
