using System.Globalization;
using Shuke.Core.Ledger;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Safety;

/// <summary>A SQLite shop moves into PostgreSQL and nothing changes, however often the move is killed on the way.</summary>
public sealed class MoveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shuke-move-").FullName;

    [Fact]
    public async Task A_shop_moves_with_no_difference_and_its_old_file_no_longer_opens()
    {
        await using var shop = await DemoData.Make(Engine.Sqlite, _folder);
        Dictionary<string, (long, string)> before;
        await using (var db = new Db(shop.Settings, TimeProvider.System))
            before = await DemoData.Digests(db);

        await using var target = Target(await Postgres.NewDatabase());
        (await BackupVerbs.Move(target.Settings)).ShouldBe(0);

        await using (var db = new Db(target.Settings, TimeProvider.System))
            (await DemoData.Digests(db)).ShouldBe(before);
        await Serves(target.Settings);
        (await Should.ThrowAsync<StartRefused>(() => Serves(shop.Settings))).Message.ShouldContain(
            "was moved to PostgreSQL"
        );
    }

    [Fact]
    public async Task A_killed_move_goes_on_where_it_was_and_a_change_on_the_way_is_found()
    {
        await using var shop = await DemoData.Make(Engine.Sqlite, _folder);
        await using var target = Target(await Postgres.NewDatabase());
        await using var source = new Db(shop.Settings, TimeProvider.System);
        await using var program = new Db(target.Settings, TimeProvider.System);
        await using var owner = new Db(target.Settings.AsOwner(), TimeProvider.System);
        var dice = new Random(11);
        var kills = 0;
        for (var isDone = false; !isDone; )
        {
            var patience = 1 + dice.Next(12);
            try
            {
                await ShopMove.Run(
                    source,
                    owner,
                    program,
                    target.Settings,
                    _ => Task.FromResult<string?>(null),
                    _ => Say(),
                    pieceRows: 60
                );
                isDone = true;
            }
            catch (Killed)
            {
                if (++kills == 1)
                    (await Should.ThrowAsync<StartRefused>(() => Serves(target.Settings))).Message.ShouldContain(
                        "begun and has not ended"
                    );
            }

            void Say()
            {
                if (--patience == 0)
                    throw new Killed();
            }
        }
        kills.ShouldBeGreaterThan(3);
        (await DemoData.Digests(program)).ShouldBe(await DemoData.Digests(source));
        await Serves(target.Settings);

        // The same again into another database, where a row changes behind the move's back.
        await using var other = Target(await Postgres.NewDatabase());
        await using var otherProgram = new Db(other.Settings, TimeProvider.System);
        await using var otherOwner = new Db(other.Settings.AsOwner(), TimeProvider.System);
        var refused = await Should.ThrowAsync<StartRefused>(() =>
            ShopMove.Run(
                source,
                otherOwner,
                otherProgram,
                other.Settings,
                _ => Task.FromResult<string?>(null),
                text =>
                {
                    if (text.StartsWith("Comparing", StringComparison.Ordinal))
                        Change(otherOwner).GetAwaiter().GetResult();
                }
            )
        );
        refused.Message.ShouldContain("differs in book");
        (await Should.ThrowAsync<StartRefused>(() => Serves(other.Settings))).Message.ShouldContain(
            "begun and has not ended"
        );
    }

    [Fact]
    public async Task A_move_refuses_a_database_that_holds_a_shop_or_a_move_of_another_one()
    {
        await using var shop = await DemoData.Make(Engine.Sqlite, _folder);
        await using (var house = await House.WithShop(Engine.Postgres))
        {
            var full = Target(house.Connection);
            (await Should.ThrowAsync<StartRefused>(() => BackupVerbs.Move(full.Settings))).Message.ShouldContain(
                "holds a shop already"
            );
        }
        await using var target = Target(await Postgres.NewDatabase());
        await using (var owner = new Db(target.Settings.AsOwner(), TimeProvider.System))
            await Transfers.Begin(owner, "1-2-3-4-5");
        (await Should.ThrowAsync<StartRefused>(() => BackupVerbs.Move(target.Settings))).Message.ShouldContain(
            "from another shop"
        );
        File.Exists(shop.Settings.SqliteFile).ShouldBeTrue();
        (await Should.ThrowAsync<StartRefused>(() => BackupVerbs.Move(shop.Settings))).Message.ShouldContain(
            "--to postgres"
        );
    }

    /// <summary>Many entries, posted as the product posts them; TEST_MOVE_ENTRIES sets another number for the night.</summary>
    [Fact]
    public async Task Ten_thousand_entries_move_and_every_chain_holds()
    {
        var entries = int.Parse(
            Environment.GetEnvironmentVariable("TEST_MOVE_ENTRIES") ?? "10000",
            CultureInfo.InvariantCulture
        );
        await using var shop = await DemoData.Make(Engine.Sqlite, _folder);
        await using (var db = new Db(shop.Settings, TimeProvider.System))
            await Post(db, entries);
        await using var target = Target(await Postgres.NewDatabase());
        (await BackupVerbs.Move(target.Settings)).ShouldBe(0);
        await using var program = new Db(target.Settings, TimeProvider.System);
        await using var read = await program.Read(await TheMerchant(program));
        (await read.One<long>("SELECT COUNT(*) FROM entry WHERE merchant_id = @m")).ShouldBeGreaterThan(entries);
    }

    private static async Task Post(Db db, int entries)
    {
        const int perMember = 25;
        var merchant = await TheMerchant(db);
        for (var member = 1L; member <= entries / perMember; )
        {
            await using var tx = await db.Begin(merchant);
            var assets = await LedgerPublic.Assets(tx);
            var store = (await OrgPublic.Stores(tx))[0];
            var day = store.DayOf(tx.Now);
            for (var i = 0; i < 40 && member <= entries / perMember; i++, member++)
            {
                await LedgerPublic.OpenBook(tx, new(member), true);
                for (var n = 1; n <= perMember; n++)
                {
                    var book = await LedgerPublic.Lock(tx, assets, new MemberId(member));
                    var moves = GrantLot
                        .Decide(book, new(assets[AssetCodes.Growth].Id, n, Counters.Gift, "", null, tx.Now, day))
                        .Value;
                    await LedgerPublic.Post(
                        tx,
                        book,
                        new("adjust", "adjustment", $"{member}-{n}", day, "console", store.Id, Reason: "test"),
                        moves
                    );
                }
            }
            await tx.Commit();
        }
    }

    private static async Task<MerchantId> TheMerchant(Db db)
    {
        await using var read = await db.Platform();
        return (await OrgPublic.Merchants(read)).Single();
    }

    private static async Task Change(Db owner)
    {
        await using var tx = await owner.Begin(default);
        await tx.Execute(
            "UPDATE book SET balances = REPLACE(balances, '[[', '[[1') WHERE member_id = (SELECT MIN(member_id) FROM account)"
        );
        await tx.Commit();
    }

    private static async Task Serves(Settings settings)
    {
        await using var app = App.Build(settings, switches: House.Switches);
        await App.Prepare(app.Services);
    }

    private DemoData Target(string database) =>
        new(
            [
                "--data",
                _folder,
                "--to",
                "postgres",
                "--database",
                database,
                "--database-owner",
                Postgres.Owner(database),
            ],
            database
        );

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class Killed : Exception;
}
