using System.Net;
using Npgsql;

namespace Shuke.Server.Platform;

/// <summary>What must be so before money is taken: a database that keeps what it confirmed. Each fault is a sentence that says what to change.</summary>
public static class StartChecks
{
    private const long OldestPostgres = 150_000;

    /// <summary>PostgreSQL's own words about itself.</summary>
    public sealed record PostgresLook(
        long Version,
        string Encoding,
        string Fsync,
        string FullPageWrites,
        string SynchronousCommit
    );

    /// <summary>SQLite's own words about one connection.</summary>
    public sealed record SqliteLook(
        string JournalMode,
        long Synchronous,
        long WalAutocheckpoint,
        long ForeignKeys,
        string LockingMode
    );

    public static IEnumerable<string> Faults(PostgresLook look, TestSwitches switches)
    {
        if (look.Version < OldestPostgres)
            yield return $"PostgreSQL {look.Version / 10_000} is too old; use version 15 or newer. (PostgreSQL 版本过旧,需要 15 或更新。)";
        if (look.Encoding != "UTF8")
            yield return $"The database is encoded in {look.Encoding}; create it with ENCODING 'UTF8', or let './run prepare-database' do it. (数据库编码必须为 UTF8。)";
        if (switches.UnsafeDatabase)
            yield break;
        if (look.Fsync != "on")
            yield return "fsync is off: a power cut would destroy the database. Set 'fsync = on' in postgresql.conf and reload. (fsync 已关闭,断电会损坏数据库,请开启。)";
        if (look.FullPageWrites != "on")
            yield return "full_page_writes is off: a power cut could leave torn pages. Set 'full_page_writes = on' and reload. (full_page_writes 已关闭,请开启。)";
        if (look.SynchronousCommit == "off")
            yield return "synchronous_commit is off: sales that were confirmed could be lost. Set it to 'on' for the server, the database and the role. (synchronous_commit 已关闭,已确认的交易可能丢失,请开启。)";
    }

    public static IEnumerable<string> Faults(SqliteLook look)
    {
        if (look.JournalMode != "wal")
            yield return $"SQLite does not keep a write-ahead log here (journal_mode is {look.JournalMode}). The data folder must be on a local disk, not on a network drive. (数据文件夹必须在本地磁盘上。)";
        if (look.Synchronous < 2)
            yield return "SQLite does not wait for the disk (synchronous is below FULL): the last sales could go with the power. (SQLite 未等待写盘。)";
        if (look.WalAutocheckpoint != 0)
            yield return "SQLite would checkpoint by itself (wal_autocheckpoint is not 0), which can lose data in this version. (SQLite 自动检查点必须关闭。)";
        if (look.ForeignKeys != 1)
            yield return "SQLite does not check foreign keys. (SQLite 未检查外键。)";
        if (look.LockingMode != "normal")
            yield return "SQLite holds the file exclusively, so that nothing could be read while it writes. (SQLite 文件被独占。)";
    }

    internal static async Task Check(Db db, Settings settings, TestSwitches switches)
    {
        if (switches != TestSwitches.None && settings.Engine == Engine.Postgres && !IsThisComputer(settings.Database))
            throw new StartRefused("Test switches count on a database of this computer only.");
        var faults = new List<string>();
        if (db.Engine == Engine.Postgres)
        {
            await using var read = await db.Read(default);
            faults.AddRange(Faults((await read.One<PostgresLook>(PostgresSql))!, switches));
        }
        else
        {
            await using (var tx = await db.Begin(default))
                faults.AddRange(Faults(await LookAtSqlite(tx)));
            await using var read = await db.Read(default);
            faults.AddRange(Faults(await LookAtSqlite(read)));
        }
        if (faults.Count > 0)
            throw new StartRefused(string.Join(' ', faults.Distinct()));
    }

    private const string PostgresSql = """
        SELECT current_setting('server_version_num')::bigint AS version, current_setting('server_encoding') AS encoding,
            current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes,
            current_setting('synchronous_commit') AS synchronous_commit
        """;

    private static async Task<SqliteLook> LookAtSqlite(DbRead db) =>
        new(
            (await db.One<string>("PRAGMA journal_mode"))!,
            await db.One<long>("PRAGMA synchronous"),
            await db.One<long>("PRAGMA wal_autocheckpoint"),
            await db.One<long>("PRAGMA foreign_keys"),
            (await db.One<string>("PRAGMA locking_mode"))!
        );

    private static bool IsThisComputer(string connection) =>
        new NpgsqlConnectionStringBuilder(connection).Host is { } host
        && (
            host.StartsWith('/')
            || host == "localhost"
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address))
        );
}
