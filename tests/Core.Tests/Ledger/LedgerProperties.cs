using FsCheck;
using FsCheck.Fluent;
using Shuke.Core.Ledger;

namespace Shuke.Core.Tests.Ledger;

/// <summary>Whatever a shop does, in whatever order, these hold.</summary>
public sealed class LedgerProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20260115, 7);

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
