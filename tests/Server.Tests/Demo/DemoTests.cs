using Shuke.Server.Demo;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Demo;

/// <summary>A small life of the demo shop: 20 members, 30 days.</summary>
public sealed class DemoTests : IDisposable
{
    // A Saturday evening in Shanghai, after closing time.
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 15, 0, 0, TimeSpan.Zero);
    private static readonly DemoPlan Small = new(7, 20, 30, Now);
    private readonly string _folder = Directory.CreateTempSubdirectory("shuke-demo-").FullName;

    [Theory, EachDatabase]
    public async Task The_demo_is_built_by_the_till_and_every_figure_holds(Engine engine)
    {
        await using var shop = await Make(engine, "a", Small);
        await using var read = await shop.Db.Read(shop.Merchant);

        (await Count(read, "orders")).ShouldBeGreaterThan(50);
        (await Count(read, "member")).ShouldBe(20);
        (await Count(read, "topup")).ShouldBeGreaterThan(0);
        (await Count(read, "product")).ShouldBeInRange(35, 45);
        (await Count(read, "shift WHERE state = 'closed'")).ShouldBe(await Count(read, "shift"));
        (await Count(read, "outbox WHERE done_at IS NULL")).ShouldBe(0);

        var verified = await VerifyLedger.Run(read, []);
        verified.Wrong.ShouldBeNull();
        verified.Entries.ShouldBe(await Count(read, "entry"));
        verified.Entries.ShouldBeGreaterThan(100);
        foreach (var (rule, sql) in Rules)
            (await read.All<long>(sql)).ShouldBeEmpty(rule);
    }

    [Fact]
    public async Task The_same_seed_tells_the_same_year_and_another_one_a_different_one()
    {
        var first = await Figures("a", Small);
        (await Figures("b", Small)).ShouldBe(first);
        (await Figures("c", Small with { Seed = 8 })).ShouldNotBe(first);
    }

    [Fact]
    public async Task A_build_that_broke_off_leaves_no_shop_and_the_next_one_starts_over()
    {
        var settings = SettingsAt("a");
        var tickets = 0;
        await Should.ThrowAsync<OperationCanceledException>(() =>
            DemoShop.Make(
                settings,
                TestSwitches.None,
                Small with
                {
                    Members = 100,
                },
                (done, _) => throw new OperationCanceledException($"after {tickets = done}")
            )
        );
        tickets.ShouldBeGreaterThan(0);
        File.Exists(settings.SqliteFile).ShouldBeFalse();

        await using var shop = await Make(Engine.Sqlite, "a", Small);
        await using var read = await shop.Db.Read(shop.Merchant);
        (await Count(read, "member")).ShouldBe(20);
    }

    private static readonly (string Rule, string Sql)[] Rules =
    [
        (
            "lots add up to the balance",
            """
            SELECT a.id FROM account a WHERE EXISTS (SELECT 1 FROM lot x WHERE x.merchant_id = a.merchant_id AND x.account_id = a.id)
            AND a.balance <> (SELECT SUM(remaining) FROM lot l WHERE l.merchant_id = a.merchant_id AND l.account_id = a.id)
            """
        ),
        (
            "entries add up to the balance",
            """
            SELECT a.id FROM account a LEFT JOIN
                (SELECT merchant_id, account_id, SUM(amount) AS moved FROM entry GROUP BY merchant_id, account_id) e
                ON e.merchant_id = a.merchant_id AND e.account_id = a.id WHERE a.balance <> COALESCE(e.moved, 0)
            """
        ),
        (
            "payments add up to the ticket",
            """
            SELECT o.id FROM orders o WHERE o.payable <> (SELECT COALESCE(SUM(amount), 0) FROM payment p
                WHERE p.merchant_id = o.merchant_id AND p.document_kind = 'order' AND p.document_id = o.id)
            """
        ),
        (
            "lines add up to the ticket",
            """
            SELECT o.id FROM orders o WHERE o.payable <> (SELECT SUM(net) FROM order_line l
                WHERE l.merchant_id = o.merchant_id AND l.order_id = o.id)
            """
        ),
    ];

    private static Task<long> Count(DbRead read, string what) => read.One<long>("SELECT COUNT(*) FROM " + what);

    private async Task<string> Figures(string name, DemoPlan plan)
    {
        await using var shop = await Make(Engine.Sqlite, name, plan);
        await using var read = await shop.Db.Read(shop.Merchant);
        var tickets = await read.All<string>(
            "SELECT number || ' ' || at || ' ' || payable || ' ' || discount || ' ' || earned FROM orders ORDER BY number"
        );
        var values = await read.All<string>(
            """
            SELECT b.name || ' ' || s.code || ' ' || a.balance FROM account a
            JOIN member b ON b.id = a.member_id JOIN asset s ON s.id = a.asset_id
            WHERE s.position < 100 ORDER BY b.number, s.code
            """
        );
        return string.Join('\n', [.. tickets, .. values]);
    }

    private async Task<Shop> Make(Engine engine, string name, DemoPlan plan)
    {
        var database = engine == Engine.Postgres ? await Postgres.NewDatabase() : null;
        var settings = SettingsAt(name, database);
        await DemoShop.Make(settings, House.Switches, plan, (_, _) => { });
        var db = new Db(settings, TimeProvider.System);
        await using var read = await db.Platform();
        return new(db, await read.One<MerchantId>("SELECT merchant_id FROM merchant"), database);
    }

    private Settings SettingsAt(string name, string? database = null)
    {
        var arguments = new List<string> { "--data", Path.Combine(_folder, name) };
        if (database is not null)
            arguments.AddRange(["--database", database, "--database-owner", Postgres.Owner(database)]);
        return Settings.Read(new Dictionary<string, string>(), arguments);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed record Shop(Db Db, MerchantId Merchant, string? Database) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Db.DisposeAsync();
            if (Database is not null)
                await Postgres.Drop(Database);
        }
    }
}
