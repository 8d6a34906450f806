using Npgsql;

namespace Shuke.Server.Platform;

/// <summary>
/// Brings a backup back into an empty database: first all of it is checked, then the schema it was made with, its rows, the
/// steps since, and the ledger's proof. Until that holds, the database is not served.
/// </summary>
internal static class Restore
{
    /// <param name="prove">recomputes the ledger of a database; answers what is wrong, or null</param>
    public static async Task<Manifest> Run(
        Db db,
        Settings settings,
        string folder,
        BackupKeys keys,
        Func<Db, Task<string?>> prove
    )
    {
        var (manifest, key) = await Backups.Check(folder, keys);
        CheckSteps(manifest);
        if (db.Engine == Engine.Postgres)
            await Clear(db);
        await SchemaRunner.Run(db, FirstSteps(manifest, db.Engine));
        await Transfers.Begin(db, manifest.Id);
        if (db.Engine == Engine.Sqlite)
            await FillSqlite(db, folder, manifest, key);
        else
            await FillPostgres(db, settings, folder, manifest, key);
        await SchemaRunner.Run(db);
        await SqlitePlanner.Inform(db);
        if (await prove(db) is { } wrong)
            throw new StartRefused(
                $"The backup was read completely, but its ledger does not hold: {wrong} It will not be served. (备份数据未通过账本核对。)"
            );
        await Transfers.End(db);
        return manifest;
    }

    private static async Task FillSqlite(Db db, string folder, Manifest manifest, byte[] key)
    {
        await using var tx = await db.Begin(default);
        await tx.Execute("PRAGMA defer_foreign_keys = ON");
        foreach (var part in manifest.Parts)
            await TableSink.Copy(tx, part.Table, part.Columns, Backups.ReadPart(folder, manifest, part, key));
        await tx.Commit();
    }

    private static async Task FillPostgres(Db db, Settings settings, string folder, Manifest manifest, byte[] key)
    {
        await using var owner = new NpgsqlConnection(settings.DatabaseOwner);
        await owner.OpenAsync();
        await using var transaction = await owner.BeginTransactionAsync();
        IReadOnlyList<TableShape> tables;
        await using (var read = await db.Read(default))
            tables = await TableShape.All(read);
        foreach (var table in tables)
            if (manifest.Parts.FirstOrDefault(p => p.Table == table.Name) is { } part)
                await TableSink.Copy(
                    owner,
                    part.Table,
                    part.Columns,
                    Backups.ReadPart(folder, manifest, part, key).ToAsyncEnumerable()
                );
        await transaction.CommitAsync();
    }

    /// <summary>Refuses a backup of a newer program, or of one whose steps were others.</summary>
    private static void CheckSteps(Manifest manifest)
    {
        var known = SchemaRunner
            .Steps(manifest.Engine)
            .ToDictionary(s => s.Name, s => s.Checksum, StringComparer.Ordinal);
        foreach (var step in manifest.Steps)
            if (!known.TryGetValue(step.Name, out var checksum))
                throw new StartRefused(
                    $"The backup was made by a newer Shuke ({manifest.App}, schema step {step.Name}). Restore it with that version. (备份由更新版本创建,请使用新版本恢复。)"
                );
            else if (checksum != step.Checksum)
                throw new StartRefused(
                    $"Schema step {step.Name} of the backup differs from this program's. Restore it with the program it was made by. (备份的数据库结构与本程序不一致。)"
                );
    }

    /// <summary>
    /// The schema as it was when the backup was made; what is new here comes after the rows. A backup of the other database
    /// names that one's form of a step; a step that is for this one alone goes with the one before it, on which it builds.
    /// </summary>
    private static List<SchemaRunner.Step> FirstSteps(Manifest manifest, Engine engine)
    {
        var then = manifest.Steps.Select(s => SchemaRunner.Common(s.Name)).ToHashSet(StringComparer.Ordinal);
        var there = SchemaRunner
            .Steps(manifest.Engine)
            .Select(s => SchemaRunner.Common(s.Name))
            .ToHashSet(StringComparer.Ordinal);
        var first = new List<SchemaRunner.Step>();
        var isOld = true;
        foreach (var step in SchemaRunner.Steps(engine))
        {
            if (there.Contains(SchemaRunner.Common(step.Name)))
                isOld = then.Contains(SchemaRunner.Common(step.Name));
            if (isOld)
                first.Add(step);
        }
        return first;
    }

    /// <summary>An empty database of this program, or one that a restore left half-way, is emptied down to its tables.</summary>
    private static async Task Clear(Db db)
    {
        await using var tx = await db.Begin(default);
        var tables = await tx.All<string>(
            "SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')"
        );
        if (tables.Count == 0)
            return;
        if (tables.Contains("transfer") && await Transfers.Source(tx) is null || !tables.Contains("transfer"))
        {
            await Walls.Lower(tx);
            if (!tables.Contains("merchant") || await tx.One<long>("SELECT COUNT(*) FROM merchant") > 0)
                throw new StartRefused(
                    "The database is not empty. A backup is restored into an empty one; nothing was changed. (目标数据库不是空的,未做任何更改。)"
                );
        }
        await tx.Execute(string.Concat(tables.Select(t => $"DROP TABLE {Walls.Quoted(t)} CASCADE;")));
        await tx.Commit();
    }
}
