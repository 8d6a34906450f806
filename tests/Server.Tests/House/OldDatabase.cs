using Shuke.Server.Platform;

namespace Shuke.Server.Tests;

/// <summary>A database as an earlier program left it: made with the schema's steps before a given one, seen as its owner.</summary>
internal sealed class OldDatabase : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shuke-test-").FullName;
    private string? _postgres;

    public Db Db { get; private set; } = null!;

    /// <param name="step">the first step that has not run, e.g. "0310"</param>
    /// <param name="without">steps of numbers below that which were written later all the same</param>
    public static async Task<OldDatabase> Before(Engine engine, string step, params string[] without)
    {
        var old = new OldDatabase();
        string[] arguments = ["--data", old._folder];
        if (engine == Engine.Postgres)
        {
            old._postgres = await Postgres.NewDatabase();
            arguments = ["--database", Postgres.Owner(old._postgres)];
        }
        old.Db = new(Settings.Read(new Dictionary<string, string>(), arguments), TimeProvider.System);
        if (engine == Engine.Postgres)
            await old.Write("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        await SchemaRunner.Run(
            old.Db,
            [
                .. SchemaRunner
                    .Steps(engine)
                    .TakeWhile(s => string.CompareOrdinal(s.Name, step) < 0)
                    .Where(s => !without.Any(w => s.Name.StartsWith(w, StringComparison.Ordinal))),
            ]
        );
        return old;
    }

    public async Task Write(string sql)
    {
        await using var tx = await Db.Begin(default);
        await tx.Execute(sql);
        await tx.Commit();
    }

    public async Task<List<T>> All<T>(string sql)
    {
        await using var read = await Db.Read(default);
        return await read.All<T>(sql);
    }

    /// <summary>A hash of 32 equal bytes, as the engine's SQL spells it.</summary>
    public static string Hash(Engine engine, byte of)
    {
        var hex = Convert.ToHexString([.. Enumerable.Repeat(of, Core.Ledger.Chain.Size)]);
        return engine == Engine.Sqlite ? $"x'{hex}'" : $"'\\x{hex}'";
    }

    /// <summary>What the start of this program does to it.</summary>
    public Task Migrate() => SchemaRunner.Run(Db);

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        if (_postgres is not null)
            await Postgres.Drop(_postgres);
        Directory.Delete(_folder, recursive: true);
    }
}
