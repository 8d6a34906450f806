using Shouldly;
using Shuke.Core;
using Shuke.Core.Ledger;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Platform;
using Shuke.Server.Tests.Tiers;
using Xunit;

namespace Shuke.Server.Tests.Ledger;

/// <summary>Whoever changes a row behind the program's back is found, and the row is named.</summary>
public sealed class VerifyTests
{
    [Theory, EachDatabase]
    public async Task Every_change_behind_the_programs_back_is_found_and_named(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        var member = await shop.Register();
        for (var i = 1; i <= 4; i++)
            await shop.Spend(member, 100 * i);
        await shop.Grant(member, AssetCodes.Points, 50);
        await shop.Grant(member, AssetCodes.Points, 70);
        await shop.Grant(await shop.Register(), AssetCodes.Points, 5);
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await shop.Write(SealDays.Run)).ShouldBe(1);

        var spent = await TargetOf(shop, member, AssetCodes.Spent);
        var points = await TargetOf(shop, member, AssetCodes.Points);
        var healthy = await Try(house, shop, "");
        healthy.Wrong.ShouldBeNull();
        healthy.Days.ShouldBe(1);
        healthy.Entries.ShouldBe(11);

        (string What, string Sql, Target? Named)[] forgeries =
        [
            ("an amount", $"UPDATE entry SET amount = amount + 1 WHERE id = {spent.Second}", spent),
            (
                "an amount and its balance",
                $"UPDATE entry SET amount = amount + 1, balance_after = balance_after + 1 WHERE id = {spent.Second}",
                spent
            ),
            ("a counter", $"UPDATE entry SET counter = 'gift' WHERE id = {spent.Second}", spent),
            (
                "a hash",
                $"UPDATE entry SET hash = (SELECT hash FROM entry WHERE id = {spent.First}) WHERE id = {spent.Second}",
                spent
            ),
            (
                "a reason",
                $"UPDATE posting SET reason = 'x' WHERE id = (SELECT posting_id FROM entry WHERE id = {spent.Second})",
                spent
            ),
            ("an entry taken out", $"DELETE FROM entry WHERE id = {spent.Second}", spent with { Second = spent.Third }),
            (
                "the last entry cut off",
                $"DELETE FROM entry WHERE id = {spent.Fourth}",
                spent with
                {
                    Second = spent.Third,
                }
            ),
            (
                "an entry put in",
                $"INSERT INTO entry SELECT merchant_id, posting_id, 1, account_id, 5, 7, 1007, counter, lots, day, hash FROM entry WHERE id = {spent.Fourth}",
                spent with
                {
                    Second = 1,
                }
            ),
            (
                "two entries swapped",
                $"UPDATE entry SET seq = CASE seq WHEN 2 THEN 33 ELSE 2 END WHERE id IN ({spent.Second}, {spent.Third})",
                spent with
                {
                    Second = spent.Third,
                }
            ),
            (
                "a balance",
                $"UPDATE account SET balance = balance + 1, total_in = total_in + 1 WHERE id = {points.Account}",
                points
            ),
            ("what a lot holds", $"UPDATE lot SET remaining = 1 WHERE created_by = {points.First}", points),
            ("when a lot ends", $"UPDATE lot SET expires_on = NULL WHERE created_by = {points.First}", points),
            (
                "what a lot was given for",
                $"UPDATE lot SET rule = 'x' WHERE created_by = {points.First}",
                points with
                {
                    Second = points.First,
                }
            ),
            ("what kind of lot it is", $"UPDATE lot SET points = NOT points WHERE created_by = {points.First}", null),
            ("an audit record", "UPDATE audit SET who = 'x' WHERE seq = 1", null),
            ("a sealed day", "UPDATE day_root SET entries = entries - 1", null),
        ];
        foreach (var (what, sql, named) in forgeries)
        {
            var wrong = (await Try(house, shop, sql)).Wrong.ShouldNotBeNull(what);
            if (named is null)
                continue;
            wrong.Account?.Value.ShouldBe(named.Account, what);
            wrong.Entry?.Value.ShouldBe(named.Second, what);
            wrong.Says.ShouldContain($"member {member}");
        }
    }

    [Theory, EachDatabase]
    public async Task A_day_rewritten_so_that_its_chains_fit_differs_from_the_sealed_root(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        var member = await shop.Register();
        await shop.Grant(member, AssetCodes.Growth, 50);
        await shop.Grant(member, AssetCodes.Growth, 70);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await shop.Write(SealDays.Run);
        var target = await TargetOf(shop, member, AssetCodes.Growth);

        await using var tx = await house.Intruder.Begin(shop.Merchant);
        await Unlock(tx);
        await tx.Execute($"DELETE FROM entry WHERE id = {target.Second}");
        await tx.Execute(
            "DELETE FROM posting WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.posting_id = posting.id)"
        );
        var (_, accounts, lots) = await RebuildLedger.Compare(tx);
        await RebuildLedger.Write(tx, accounts, lots);
        (await VerifyLedger.Run(tx, []))
            .Wrong.ShouldNotBeNull()
            .Says.ShouldContain("sealed with 2 entries and has 1 now");
    }

    [Theory, EachDatabase]
    public async Task Accounts_and_lots_can_be_made_anew_from_the_entries(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        var member = await shop.Register();
        await shop.Grant(member, AssetCodes.Points, 50);
        await shop.Spend(member, 600_00);
        (await shop.Look(async db => (await RebuildLedger.Compare(db)).Reply)).ShouldBe(new(3, 0, 0));

        await shop.Execute("UPDATE account SET balance = 0, total_in = 0, total_out = 0");
        await shop.Execute("UPDATE lot SET remaining = 0");
        await shop.Write(async tx =>
        {
            var (reply, accounts, lots) = await RebuildLedger.Compare(tx);
            reply.ShouldBe(new(3, 3, 1));
            await RebuildLedger.Write(tx, accounts, lots);
            return reply;
        });
        (await shop.Balance(member, AssetCodes.Points)).ShouldBe(50);
        (await Try(house, shop, "")).Wrong.ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task The_database_refuses_to_change_what_was_posted(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        var says = engine == Engine.Sqlite ? "append-only" : "permission denied";
        await using var shop = await Shop.Of(house);
        await shop.Grant(await shop.Register(), AssetCodes.Points, 50);
        foreach (var table in (string[])["entry", "posting"])
        {
            var change = await Should.ThrowAsync<Exception>(() =>
                shop.Execute($"UPDATE {table} SET day = '2020-01-01'")
            );
            change.Message.ShouldContain(says);
            var delete = await Should.ThrowAsync<Exception>(() => shop.Execute($"DELETE FROM {table}"));
            delete.Message.ShouldContain(says);
        }
    }

    [Theory, EachDatabase]
    public async Task The_owner_has_the_ledger_verified_and_sees_the_result(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        await shop.Grant(await shop.Register(), AssetCodes.Points, 50);
        using var owner = await house.Owner();
        await owner.Post("/ledger/verify");
        for (var i = 0; i < 100; i++)
        {
            var checks = (await owner.Get("/ledger/checks")).AsArray();
            if (checks.Count > 0)
            {
                checks[0]!.Long("entries").ShouldBe(1);
                ((bool)checks[0]!["holds"]!).ShouldBeTrue();
                return;
            }
            await Task.Delay(100);
        }
        Assert.Fail("No verification ended within ten seconds.");
    }

    private sealed record Target(long Account, long First, long Second, long Third, long Fourth);

    private static Task<Target> TargetOf(Shop shop, MemberId member, string asset) =>
        shop.Look(async db =>
        {
            var rows = await db.All<(long Account, long Entry)>(
                """
                SELECT a.id, e.id FROM account a JOIN asset s ON s.id = a.asset_id JOIN entry e ON e.account_id = a.id
                WHERE a.merchant_id = @m AND a.member_id = @member AND s.code = @asset ORDER BY e.seq
                """,
                new { member, asset }
            );
            long At(int i) => i < rows.Count ? rows[i].Entry : 0;
            return new Target(rows[0].Account, At(0), At(1), At(2), At(3));
        });

    /// <summary>Verifies with a forgery that is never committed.</summary>
    private static async Task<LedgerReport> Try(House house, Shop shop, string sql)
    {
        await using var tx = await house.Intruder.Begin(shop.Merchant);
        await Unlock(tx);
        if (sql.Length > 0)
            (await tx.Execute(sql)).ShouldBeGreaterThan(0, sql);
        return await VerifyLedger.Run(tx, []);
    }

    private static async Task Unlock(Tx tx)
    {
        if (tx.Engine == Engine.Postgres)
            return;
        foreach (var name in await tx.All<string>("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            await tx.Execute($"DROP TRIGGER {name}");
    }
}
