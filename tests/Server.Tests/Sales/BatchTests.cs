using Shouldly;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Sales;

/// <summary>What the commands of a batch leave each other: tickets that arrive together and touch the same members.</summary>
public sealed class BatchTests
{
    [Theory, EachDatabase]
    public async Task Members_who_rise_amid_a_batch_rise_once_and_step_by_step(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var feast = await till.Product("宴席", 30_000);
        var members = new[] { await till.Member("13911112221"), await till.Member("13911112222") };
        var tickets = await Task.WhenAll(
            Enumerable
                .Range(0, 24)
                .Select(i =>
                    till.Client.Send(
                        HttpMethod.Post,
                        "/orders",
                        till.Sale(members[i % 2], [Till.Line(1, feast, 1)], [Till.Cash()])
                    )
                )
        );
        tickets.ShouldAllBe(t => t.Ok);

        await using var read = await till.House.Db.Read(await till.House.Merchant());
        foreach (var member in members)
        {
            var id = long.Parse(member, System.Globalization.CultureInfo.InvariantCulture);
            var steps = await read.All<(long From, long To)>(
                "SELECT from_tier, to_tier FROM tier_change WHERE merchant_id = @m AND member_id = @id ORDER BY id",
                new { id }
            );
            steps.ShouldNotBeEmpty();
            steps.Zip(steps.Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From);
            steps.Select(s => s.To).ShouldBeUnique();
            (
                await read.One<long>(
                    "SELECT tier_id FROM member_tier WHERE merchant_id = @m AND member_id = @id",
                    new { id }
                )
            ).ShouldBe(steps[^1].To);
        }
    }

    /// <summary>A plain ticket leaves the member's lots of points unread; its neighbour that spends points finds them all.</summary>
    [Theory, EachDatabase]
    public async Task Tickets_that_earn_and_tickets_that_spend_points_agree_in_one_batch(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var feast = await till.Product("宴席", 20_000);
        var member = await till.Member("13911112223");
        for (var i = 0; i < 3; i++)
            await till.Sell(member, [Till.Line(1, feast, 1)], Till.Cash());
        var tickets = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    till.Client.Send(
                        HttpMethod.Post,
                        "/orders",
                        till.Sale(
                            member,
                            [Till.Line(1, feast, 1)],
                            [Till.Cash()],
                            i % 3 == 0 ? new { number = 100 } : null
                        )
                    )
                )
        );
        tickets.ShouldAllBe(t => t.Ok);

        await using var read = await till.House.Db.Read(await till.House.Merchant());
        var (balance, inLots, spent) = await read.One<(long, long, long)>(
            """
            SELECT a.balance,
                (SELECT CAST(SUM(l.remaining) AS BIGINT) FROM lot l WHERE l.merchant_id = @m AND l.account_id = a.id),
                (SELECT CAST(SUM(p.points) AS BIGINT) FROM payment p WHERE p.merchant_id = @m)
            FROM account a JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id
            WHERE a.merchant_id = @m AND s.code = 'points'
            """
        );
        spent.ShouldBe(400);
        inLots.ShouldBe(balance);
        (await read.One<long>("SELECT COUNT(*) FROM lot WHERE merchant_id = @m AND live <> (remaining > 0)")).ShouldBe(
            0
        );
    }

    /// <summary>The replies of a batch stand together, and each is given again as it was; so are the facts, one for each ticket.</summary>
    [Theory, EachDatabase]
    public async Task Replies_of_one_batch_are_given_again_byte_for_byte(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var coffee = await till.Product("拿铁", 1_800);
        var carts = Enumerable
            .Range(1, 24)
            .Select(i => till.Sale(null, [Till.Line(1, coffee, i)], [Till.Cash()]))
            .ToList();
        var first = await Task.WhenAll(
            carts.Select((c, i) => till.Client.Send(HttpMethod.Post, "/orders", c, key: $"batch-{i:00}"))
        );
        first.ShouldAllBe(t => t.Ok);
        var again = await Task.WhenAll(
            carts.Select((c, i) => till.Client.Send(HttpMethod.Post, "/orders", c, key: $"batch-{i:00}"))
        );
        again.Select(t => t.Text).ShouldBe(first.Select(t => t.Text));
        (await till.Client.Send(HttpMethod.Post, "/orders", carts[1], key: "batch-02")).Ok.ShouldBeFalse();

        await using var read = await till.House.Db.Read(await till.House.Merchant());
        (
            await read.One<long>("SELECT COUNT(*) FROM once WHERE merchant_id = @m AND reply_id IS NOT NULL")
        ).ShouldBeGreaterThan(1);
        (
            await read.One<(long Rows, long Facts)>(
                """
                SELECT (SELECT COUNT(*) FROM outbox WHERE merchant_id = @m AND name = 'sales.order_paid.v1'),
                    (SELECT COUNT(*) FROM fact WHERE merchant_id = @m AND name = 'sales.order_paid.v1')
                """
            )
        ).ShouldSatisfyAllConditions(c => c.Facts.ShouldBe(24), c => c.Rows.ShouldBeLessThan(24));
    }

    /// <summary>Another column under a running program, as where a newer one is started beside it: rows of the old form are refused once.</summary>
    [Fact]
    public async Task A_table_that_is_given_a_column_stops_no_till()
    {
        await using var till = await Till.Open(Engine.Postgres);
        var coffee = await till.Product("拿铁", 1_800);
        var member = await till.Member("13911112224");
        await till.Sell(member, [Till.Line(1, coffee, 1)], Till.Cash());
        await using (var owner = await till.House.Intruder.Begin(default))
        {
            await owner.Execute("ALTER TABLE orders ADD COLUMN later BIGINT");
            await owner.Execute("ALTER TABLE member ADD COLUMN later TEXT");
            await owner.Commit();
        }

        await till.Sell(member, [Till.Line(1, coffee, 2)], Till.Cash());
        await till.Member("13911112225");

        await using var read = await till.House.Db.Read(await till.House.Merchant());
        (await read.One<long>("SELECT COUNT(*) FROM orders WHERE merchant_id = @m AND later IS NULL")).ShouldBe(2);
    }
}
