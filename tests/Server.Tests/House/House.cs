using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests;

/// <summary>
/// The real program on a real database and a real port of the loopback, with a clock the test can turn. Hands out
/// clients for people: <c>house.Guest()</c>, <c>await house.Owner()</c>.
/// </summary>
public sealed class House : IAsyncDisposable
{
    public const string OwnerPhone = "13800000001";
    public const string Password = "correct-horse-9";

    private readonly Microsoft.AspNetCore.Builder.WebApplication _app;
    private readonly string _folder;
    private readonly string? _database;
    private readonly Func<HttpMethod, string, bool> _remembered;

    private House(Microsoft.AspNetCore.Builder.WebApplication app, string folder, string? database, TestClock clock) =>
        (_app, _folder, _database, Clock, _remembered) = (
            app,
            folder,
            database,
            clock,
            ReplayCheck.RememberedBy(((IEndpointRouteBuilder)app).DataSources)
        );

    /// <summary>The tests' PostgreSQL is thrown away with what is in it, so it need not wait for the disk.</summary>
    public static readonly TestSwitches Switches = new() { UnsafeDatabase = true };

    public TestClock Clock { get; }
    public IServiceProvider Services => _app.Services;
    public Db Db => Services.GetRequiredService<Db>();
    public string Address =>
        Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    public IEnumerable<EndpointDataSource> Sources => ((IEndpointRouteBuilder)_app).DataSources;
    public string DataFolder => _folder;

    /// <summary>The connection string the program has, on PostgreSQL.</summary>
    public string Connection => _database ?? throw new InvalidOperationException("SQLite has no connection string.");

    /// <summary>A house with no shop in it yet; a reachable one takes itself for a server that other computers reach.</summary>
    public static async Task<House> Empty(Engine engine, bool reachable = false)
    {
        var folder = Directory.CreateTempSubdirectory("shuke-test-").FullName;
        if (engine == Engine.Postgres && Postgres.Server is null)
            throw new InvalidOperationException("TEST_POSTGRES is not set; ./test starts a PostgreSQL and sets it.");
        var database = engine == Engine.Postgres ? await Postgres.NewDatabase() : null;
        return await Start(folder, database, new TestClock(), reachable);
    }

    /// <summary>A house with a shop of the given industry and its owner signed in nowhere yet: a copy of one made once.</summary>
    /// <param name="more">further options of the program's command line</param>
    public static async Task<House> WithShop(Engine engine, string template = "coffee", params string[] more)
    {
        if (engine == Engine.Postgres && Postgres.Server is null)
            throw new InvalidOperationException("TEST_POSTGRES is not set; ./test starts a PostgreSQL and sets it.");
        var (from, original) = await Prepared
            .GetOrAdd((engine, template), key => new(() => Prepare(key.Engine, key.Template)))
            .Value;
        var folder = Directory.CreateTempSubdirectory("shuke-test-").FullName;
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var database = original is null ? null : await Postgres.CopyDatabase(original);
        // A minute after the shop was made: the ids of this house's process come after those in the copy.
        var clock = new TestClock();
        clock.Advance(TimeSpan.FromMinutes(1));
        return await Start(folder, database, clock, more: more);
    }

    private static readonly ConcurrentDictionary<
        (Engine Engine, string Template),
        Lazy<Task<(string Folder, string? Database)>>
    > Prepared = new();

    private static async Task<(string Folder, string? Database)> Prepare(Engine engine, string template)
    {
        var house = await Empty(engine);
        using (var owner = house.Guest())
            await owner.Post(
                "/setup",
                new
                {
                    ownerName = "王店主",
                    ownerPhone = OwnerPhone,
                    password = Password,
                    shopName = "啡常时光",
                    template,
                }
            );
        await house.DeliverFacts();
        await house._app.StopAsync();
        await house._app.DisposeAsync();
        if (house._database is not null)
            await Postgres.Release(house._database);
        File.Delete(Path.Combine(house._folder, "shuke.db.lock"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(house._folder, recursive: true);
        return (house._folder, house._database);
    }

    /// <summary>The same data, a new process: what a restart sees.</summary>
    public async Task<House> Restart()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        return await Start(_folder, _database, Clock);
    }

    private static async Task<House> Start(
        string folder,
        string? database,
        TestClock clock,
        bool reachable = false,
        params string[] more
    )
    {
        var arguments = new List<string> { "--data", folder, "--url", "http://127.0.0.1:0" };
        arguments.AddRange(more.Contains("--backup") ? more : ["--backup", "off", .. more]);
        if (database is not null)
            arguments.AddRange(["--database", database, "--database-owner", Postgres.Owner(database)]);
        var app = App.Build(
            Settings.Read(new Dictionary<string, string>(), arguments),
            services => services.AddSingleton<TimeProvider>(clock).AddSingleton(new Modules.Org.SetupCode(reachable)),
            Switches
        );
        await App.Prepare(app.Services);
        await app.StartAsync();
        return new(app, folder, database, clock);
    }

    /// <summary>Somebody who is not signed in, with a cookie jar of their own.</summary>
    public Client Guest() => new(Address, _remembered);

    public async Task<Client> Owner() => await SignIn(OwnerPhone, Password);

    public async Task<Client> SignIn(string phone, string password)
    {
        var client = Guest();
        await client.Send(HttpMethod.Post, "/session", new { phone, password }).ShouldSucceed();
        return client;
    }

    /// <summary>The first merchant of this house.</summary>
    public async Task<MerchantId> Merchant()
    {
        await using var read = await Db.Platform();
        return await read.One<MerchantId>("SELECT MIN(merchant_id) FROM merchant");
    }

    /// <summary>
    /// The database as somebody with the owner's password has it: sees every row, may change what the program may not.
    /// On SQLite that is the program's own connection, less the triggers the test drops.
    /// </summary>
    public Db Intruder =>
        _database is null
            ? Db
            : _intruder ??= new(OwnerSettings(_database), Services.GetRequiredService<TimeProvider>());

    private Db? _intruder;

    private static Settings OwnerSettings(string database) =>
        Settings.Read(new Dictionary<string, string>(), ["--database", Postgres.Owner(database)]);

    /// <summary>A second merchant of the same installation, opened past the wizard, with its owner signed in.</summary>
    public async Task<Client> AnotherMerchant(string shopName, string ownerPhone)
    {
        await using (var tx = await Db.Begin(default))
        {
            var request = new Modules.Org.SetUpShop.Request("邻居", ownerPhone, Password, shopName, "coffee");
            (
                await Modules.Org.SetUpShop.Open(request, tx, Services.GetRequiredService<Vault>(), Caller.Nobody)
            ).IsOk.ShouldBeTrue();
            await tx.Commit();
        }
        await DeliverFacts();
        return await SignIn(ownerPhone, Password);
    }

    /// <summary>Runs the outbox until nothing is due: what a second later would have happened.</summary>
    public async Task DeliverFacts()
    {
        var pump = Services.GetRequiredService<OutboxPump>();
        while (await pump.PumpOnce() > 0) { }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_intruder is not null)
            await _intruder.DisposeAsync();
        if (_database is not null)
            await Postgres.Drop(_database);
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A clock that runs, and can be moved.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan _offset = new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero) - DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + _offset;

    public void Advance(TimeSpan span) => _offset += span;

    public void MoveTo(DateTimeOffset moment) => _offset = moment - DateTimeOffset.UtcNow;
}
