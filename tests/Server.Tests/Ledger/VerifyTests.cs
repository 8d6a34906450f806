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
        var healthy = await Try(house, shop);
        healthy.Wrong.ShouldBeNull();
        healthy.Days.ShouldBe(1);
        healthy.Entries.ShouldBe(11);

        (string What, Func<Tx, Task<int>> Forge, Target? Named)[] forgeries =
        [
            ("an amount", Entry(spent.Second, e => [e with { Amount = e.Amount + 1 }]), spent),
            (
                "an amount and its balance",
                Entry(spent.Second, e => [e with { Amount = e.Amount + 1, BalanceAfter = e.BalanceAfter + 1 }]),
                spent
            ),
            ("a counter", Entry(spent.Second, e => [e with { Counter = "gift" }]), spent),
            (
                "a seal",
                Sql(
                    $"""
                    UPDATE posting SET hashes = (SELECT hashes FROM posting WHERE id = (SELECT posting_id FROM entry WHERE id = {spent.First}))
                    WHERE id = (SELECT posting_id FROM entry WHERE id = {spent.Second})
                    """
                ),
                spent
            ),
            ("a seal of another size", Sql("UPDATE posting SET hashes = substr(hashes, 1, 31)"), null),
            (
                "a reason",
                Sql(
                    $"UPDATE posting SET reason = 'x' WHERE id = (SELECT posting_id FROM entry WHERE id = {spent.Second})"
                ),
                spent
            ),
            ("an entry taken out", Entry(spent.Second, _ => []), spent with { Second = spent.Third }),
            ("the last entry cut off", Entry(spent.Fourth, _ => []), spent with { Second = spent.Third }),
            (
                "an entry put in",
                Entry(spent.Fourth, e => [e, e with { Id = new(1), Seq = 5, Amount = 7, BalanceAfter = 1007 }]),
                spent with
                {
                    Second = spent.Fourth,
                }
            ),
            (
                "two entries swapped",
                async tx =>
                    await Forgery.Entry(tx, spent.Second, e => [e with { Seq = 3 }])
                    + await Forgery.Entry(tx, spent.Third, e => [e with { Seq = 2 }]),
                spent with
                {
                    Second = spent.Third,
                }
            ),
            ("whose value a posting moves", Sql("UPDATE posting SET member_id = member_id + 1"), null),
            ("a posting said to be a merge", Sql("UPDATE posting SET other_member_id = member_id + 1"), null),
            ("an entry that cannot be read", Sql("UPDATE posting SET entries = '[[1,' || substr(entries, 2)"), null),
            (
                "a balance",
                tx =>
                    Forgery.Account(
                        tx,
                        points.Account,
                        a => a with { Balance = a.Balance + 1, TotalIn = a.TotalIn + 1 }
                    ),
                points
            ),
            ("how many entries there are", Sql("UPDATE book SET entries = entries + 1 WHERE entries > 0"), null),
            ("how much is stored", Sql("UPDATE book SET stored = stored + 1 WHERE entries > 0"), null),
            ("accounts that cannot be read", Sql("UPDATE book SET balances = REPLACE(balances, ']]', ',0]]')"), null),
            (
                "an account taken out",
                async tx =>
                {
                    var book = (await Forgery.Books(tx)).Single(b => b.MemberId == member);
                    return await Forgery.Write(tx, member, book.ToAccounts().Where(a => a.Id.Value != points.Account));
                },
                null
            ),
            (
                "an account of nothing put in",
                async tx =>
                {
                    var book = (await Forgery.Books(tx)).Single(b => b.MemberId == member);
                    var last = book.ToAccounts()[^1];
                    var none = last with
                    {
                        Id = new(last.Id.Value + 1),
                        Asset = (await LedgerPublic.Assets(tx)).Bonus.Id,
                        Balance = 0,
                        Seq = 0,
                        Head = Chain.Genesis,
                        TotalIn = 0,
                    };
                    return await Forgery.Write(tx, member, [.. book.ToAccounts(), none]);
                },
                null
            ),
            ("what a lot holds", Sql($"UPDATE lot SET remaining = 1 WHERE created_by = {points.First}"), points),
            ("when a lot ends", Sql($"UPDATE lot SET expires_on = NULL WHERE created_by = {points.First}"), points),
            (
                "what a lot was given for",
                Sql($"UPDATE lot SET rule = 'x' WHERE created_by = {points.First}"),
                points with
                {
                    Second = points.First,
                }
            ),
            (
                "what kind of lot it is",
                Sql($"UPDATE lot SET points = NOT points WHERE created_by = {points.First}"),
                null
            ),
            ("an audit record", Sql("UPDATE audit SET who = 'x' WHERE seq = 1"), null),
            ("a sealed day", Sql("UPDATE day_root SET entries = entries - 1"), null),
        ];
        foreach (var (what, forge, named) in forgeries)
        {
            var wrong = (await Try(house, shop, forge, what)).Wrong.ShouldNotBeNull(what);
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
        await Forgery.Entry(tx, target.Second, _ => []);
        var (_, accounts, lots) = await RebuildLedger.Compare(tx);
        await RebuildLedger.Write(tx, accounts, lots);
        (await VerifyLedger.Run(tx, []))
            .Wrong.ShouldNotBeNull()
            .Says.ShouldContain("sealed with 2 records and has 1 now");
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

        await shop.Write(async tx =>
        {
            var accounts = (await Forgery.Books(tx)).Single(b => b.MemberId == member).ToAccounts();
            return await Forgery.Write(
                tx,
                member,
                accounts.Select(a => a with { Balance = 0, TotalIn = 0, TotalOut = 0 })
            );
        });
        await shop.Execute("UPDATE lot SET remaining = 0");
        await shop.Write(async tx =>
        {
            var (reply, accounts, lots) = await RebuildLedger.Compare(tx);
            reply.ShouldBe(new(3, 3, 1));
            await RebuildLedger.Write(tx, accounts, lots);
            return reply;
        });
        (await shop.Balance(member, AssetCodes.Points)).ShouldBe(50);
        (await Try(house, shop)).Wrong.ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task The_database_refuses_to_change_what_was_posted(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        var says = engine == Engine.Sqlite ? "append-only" : "permission denied";
        await using var shop = await Shop.Of(house);
        await shop.Grant(await shop.Register(), AssetCodes.Points, 50);
        foreach (var sql in (string[])["UPDATE posting SET day = '2020-01-01'", "DELETE FROM posting"])
            (await Should.ThrowAsync<Exception>(() => shop.Execute(sql))).Message.ShouldContain(says);
        // The entries inside it are seen through a view, which takes nothing.
        foreach (var sql in (string[])["UPDATE entry SET day = '2020-01-01'", "DELETE FROM entry"])
            (await Should.ThrowAsync<Exception>(() => shop.Execute(sql))).Message.ShouldContain("view");
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

    private static Func<Tx, Task<int>> Sql(string sql) => tx => tx.Execute(sql);

    private static Func<Tx, Task<int>> Entry(long id, Func<Entry, Entry[]> change) =>
        tx => Forgery.Entry(tx, id, change);

    /// <summary>Verifies with a forgery that is never committed.</summary>
    private static async Task<LedgerReport> Try(
        House house,
        Shop shop,
        Func<Tx, Task<int>>? forge = null,
        string what = ""
    )
    {
        await using var tx = await house.Intruder.Begin(shop.Merchant);
        await Unlock(tx);
        if (forge is not null)
            (await forge(tx)).ShouldBeGreaterThan(0, what);
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
