using Shuke.Server.Demo;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Safety;

/// <summary>The settings of a shop, and its database until the test ends.</summary>
internal sealed record DemoData(IReadOnlyList<string> Arguments, string? Database) : IAsyncDisposable
{
    private static readonly DemoPlan Small = new(7, 20, 30, new(2026, 11, 21, 15, 0, 0, TimeSpan.Zero));
    private static readonly Lazy<Task<string>> OnceMade = new(async () =>
    {
        var folder = Directory.CreateTempSubdirectory("shuke-demo-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await DemoShop.Make(Read("--data", folder), TestSwitches.None, Small, (_, _) => { });
        return folder;
    });

    public Settings Settings => Read([.. Arguments]);

    public Settings With(params string[] more) => Read([.. Arguments, .. more]);

    /// <summary>A month of the demo shop.</summary>
    public static async Task<DemoData> Make(Engine engine, string folder)
    {
        if (engine == Engine.Sqlite)
        {
            Directory.CreateDirectory(folder);
            foreach (var file in Directory.GetFiles(await OnceMade.Value))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            return new(["--data", folder], null);
        }
        var database = await Postgres.NewDatabase();
        var made = new DemoData(
            ["--data", folder, "--database", database, "--database-owner", Postgres.Owner(database)],
            database
        );
        await DemoShop.Make(made.Settings, House.Switches, Small, (_, _) => { });
        return made;
    }

    /// <summary>A place where nothing is yet, to restore into.</summary>
    public static async Task<DemoData> Nowhere(Engine engine, string folder, string backup, string keyFile)
    {
        Directory.CreateDirectory(folder);
        var database = engine == Engine.Postgres ? await Postgres.NewDatabase() : null;
        string[] more = database is null ? [] : ["--database", database, "--database-owner", Postgres.Owner(database)];
        return new(["--data", folder, "--from", backup, "--backup-key", keyFile, .. more], database);
    }

    public static Settings Read(params string[] arguments) =>
        Settings.Read(new Dictionary<string, string>(), arguments);

    /// <summary>Each table's rows and digest, as the program's own role sees them.</summary>
    public static async Task<Dictionary<string, (long, string)>> Digests(Db db)
    {
        await using var read = await db.Read(default);
        await Backups.SeeAll(read);
        var all = new Dictionary<string, (long, string)>(StringComparer.Ordinal);
        foreach (var table in await TableShape.All(read))
            all[table.Name] = await RowCodec.DigestOf(read, table);
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        if (Database is not null)
            await Postgres.Drop(Database);
    }
}
