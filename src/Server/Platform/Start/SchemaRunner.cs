using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Shuke.Server.Platform;

/// <summary>
/// Brings a database to the schema this program was built with. Steps are the embedded files Schema/NNNN-name.sql, in
/// order; NNNN-name.sqlite.sql and .postgres.sql run on their engine only. A step and its record commit together, so a
/// kill in the middle leaves the step undone and the next start goes on there. A step that was changed after it ran is
/// refused. One portable text: BYTES is BLOB or BYTEA, KEYTEXT is TEXT that sorts by code point, and on SQLite every
/// table is stored in its primary key (WITHOUT ROWID).
/// </summary>
public static partial class SchemaRunner
{
    internal const long LockKey = 0x5348554B45; // "SHUKE"
    internal const string Table = "schema_step";

    public sealed record Step(string Name, string Sql)
    {
        public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
    }

    private sealed record Applied(string Name, string Checksum);

    /// <summary>The steps of this program for one engine, as they will be executed.</summary>
    public static IReadOnlyList<Step> Steps(Engine engine)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var other = engine == Engine.Sqlite ? ".postgres.sql" : ".sqlite.sql";
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n =>
                    n.StartsWith("Schema/", StringComparison.Ordinal) && !n.EndsWith(other, StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
                .Select(n => new Step(n["Schema/".Length..], Translate(Text(assembly, n), engine))),
        ];
    }

    /// <summary>A step's name without the database it is for: two steps that share it come to the same tables.</summary>
    internal static string Common(string step) =>
        step.Replace(".sqlite.sql", ".sql", StringComparison.Ordinal)
            .Replace(".postgres.sql", ".sql", StringComparison.Ordinal);

    /// <summary>Runs what is missing; answers how many steps ran.</summary>
    public static async Task<int> Run(Db db, IReadOnlyList<Step>? steps = null)
    {
        steps ??= Steps(db.Engine);
        await CreateLedgerOfSteps(db);
        var ran = 0;
        for (var i = 0; i < steps.Count; i++)
        {
            await using var tx = await db.Begin(default);
            if (db.Engine == Engine.Postgres)
                // Several nodes may start at once; the others wait here and then find the step done.
                await tx.Execute("SELECT pg_advisory_xact_lock(@key)", new { key = LockKey });
            var applied = await tx.All<Applied>("SELECT name, checksum FROM schema_step ORDER BY name");
            Check(applied, steps);
            if (applied.Count == steps.Count)
                break;
            var step = steps[i];
            if (applied.Any(a => a.Name == step.Name))
                continue;
            if (db.Engine == Engine.Postgres)
                await Walls.Lower(tx);
            await tx.Execute(step.Sql);
            await tx.Execute(
                "INSERT INTO schema_step (name, checksum, at) VALUES (@name, @checksum, @at)",
                new
                {
                    name = step.Name,
                    checksum = step.Checksum,
                    at = db.Now,
                }
            );
            await tx.Commit();
            ran++;
        }
        return ran;
    }

    /// <summary>How many steps of this program the database lacks; refuses a newer or a changed one.</summary>
    public static async Task<int> Missing(DbRead db)
    {
        var steps = Steps(db.Engine);
        var applied = await db.All<Applied>("SELECT name, checksum FROM schema_step ORDER BY name");
        Check(applied, steps);
        return steps.Count - applied.Count;
    }

    private static async Task CreateLedgerOfSteps(Db db)
    {
        await using var tx = await db.Begin(default);
        if (db.Engine == Engine.Postgres)
            await tx.Execute("SELECT pg_advisory_xact_lock(@key)", new { key = LockKey });
        await tx.Execute(
            "CREATE TABLE IF NOT EXISTS schema_step (name TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, at BIGINT NOT NULL)"
        );
        await tx.Commit();
    }

    private static void Check(IReadOnlyList<Applied> applied, IReadOnlyList<Step> steps)
    {
        foreach (var a in applied)
        {
            var step = steps.FirstOrDefault(s => s.Name == a.Name);
            if (step is null)
                throw new StartRefused(
                    $"The database was made by a newer Shuke (it has step {a.Name}). Start that version. (数据库由更新版本创建,请使用新版本。)"
                );
            if (step.Checksum != a.Checksum)
                throw new StartRefused(
                    $"Schema step {a.Name} differs from the one this database was made with. Restore the original program. (数据库结构与程序不一致。)"
                );
        }
    }

    private static string Translate(string sql, Engine engine)
    {
        var sqlite = engine == Engine.Sqlite;
        sql = Bytes().Replace(sql, sqlite ? "BLOB" : "BYTEA");
        sql = KeyText().Replace(sql, sqlite ? "TEXT" : "TEXT COLLATE \"C\"");
        return sqlite ? EndOfTable().Replace(sql, "\n) WITHOUT ROWID;") : sql;
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\bBYTES\b", RegexOptions.None, 1000)]
    private static partial Regex Bytes();

    [GeneratedRegex(@"\bKEYTEXT\b", RegexOptions.None, 1000)]
    private static partial Regex KeyText();

    [GeneratedRegex(@"\n\);", RegexOptions.None, 1000)]
    private static partial Regex EndOfTable();
}
