using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Shuke.Server.Platform;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>
/// The door to the database. <see cref="Begin"/> for a use case that writes, <see cref="Read"/> for one that looks.
/// The same SQL text runs on both engines; what differs stays inside this folder.
/// </summary>
public sealed class Db : IAsyncDisposable
{
    private const int AsideMax = 2;

    private readonly SqliteStore? _sqlite;
    private readonly NpgsqlDataSource? _postgres;
    private readonly NpgsqlDataSource? _lanes;
    private readonly NpgsqlDataSource? _asks;
    private readonly NpgsqlDataSource? _aside;
    private readonly RowTypes.Newest _rowTypes = new();

    public Db(Settings settings, TimeProvider time)
    {
        Time = time;
        Engine = settings.Engine;
        if (Engine == Engine.Sqlite)
            _sqlite = new(settings.SqliteFile);
        else
        {
            _postgres = Source(settings.PostgresConnection, Math.Max(20, 4 * Environment.ProcessorCount)).Build();
            _lanes = ByKeyOnly(Source(settings.PostgresConnection, Lanes.CountMax)).Build();
            // A question by key is short: a few connections serve many who ask, and each finds its plans made.
            _asks = ByKeyOnly(Source(settings.PostgresConnection, Math.Max(8, 2 * Environment.ProcessorCount))).Build();
            _aside = Source(settings.PostgresConnection, AsideMax).Build();
        }
    }

    /// <summary>What the operator's connection string does not say: statements are prepared, the pool is bounded.</summary>
    private static NpgsqlDataSourceBuilder Source(string connection, int poolMax)
    {
        var text = new NpgsqlConnectionStringBuilder(connection);
        if (!text.ShouldSerialize("Max Auto Prepare"))
            (text.MaxAutoPrepare, text.AutoPrepareMinUsages) = (400, 2);
        if (!text.ShouldSerialize("Maximum Pool Size") || poolMax < text.MaxPoolSize)
            text.MaxPoolSize = poolMax;
        // Nothing is left behind in a session (all settings are the transaction's own), so nothing has to be reset.
        text.NoResetOnClose = true;
        var source = new NpgsqlDataSourceBuilder(text.ToString());
        PgRows.Teach(source);
        return source;
    }

    /// <summary>
    /// Everything a lane reads, and every foreign key it checks, is looked up by key. A plan made while a table was still
    /// empty would go on reading it whole as it grows, so these sessions know no other way than the index.
    /// </summary>
    private static NpgsqlDataSourceBuilder ByKeyOnly(NpgsqlDataSourceBuilder source)
    {
        const string Sql = "SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan";
        return source.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(Sql, connection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var command = new NpgsqlCommand(Sql, connection);
                await command.ExecuteNonQueryAsync();
            }
        );
    }

    public Engine Engine { get; }
    public TimeProvider Time { get; }
    public IdSource Ids { get; private set; } = new(0);

    /// <summary>Told whenever a committed transaction left facts behind, so that the pump need not wait for its clock.</summary>
    public event Action? FactsCommitted;

    /// <summary>False only in the bench: see <see cref="TestSwitches.NoHashChain"/>.</summary>
    internal bool Chained { get; set; } = true;

    /// <summary>Whether a handler is registered for facts of this name.</summary>
    internal Func<DbRead, string, ValueTask<bool>> IsAwaited { get; set; } = (_, _) => ValueTask.FromResult(true);

    public Instant Now => Instant.From(Time.GetUtcNow());

    /// <summary>The node number leased at start (see <see cref="Node"/>) makes ids of several processes distinct.</summary>
    public void UseNode(int node) => Ids = new(node);

    public async Task<Tx> Begin(MerchantId merchant, CancellationToken cancel = default)
    {
        var tx = new Tx(this);
        await tx.Open(merchant, cancel);
        return tx;
    }

    public async Task<DbRead> Read(MerchantId merchant, CancellationToken cancel = default)
    {
        var read = new DbRead(this);
        await read.Open(merchant, cancel);
        return read;
    }

    /// <summary>
    /// The one door over all merchants: reads of the few tables that platform work needs (<see cref="Walls.PlatformTables"/>).
    /// An architecture test lists who may use it.
    /// </summary>
    public async Task<DbRead> Platform(CancellationToken cancel = default)
    {
        var read = await Read(default, cancel);
        read.OpenPlatformDoor();
        return read;
    }

    /// <param name="wall">whose rows this transaction may touch; see <see cref="Wall"/></param>
    internal async Task<DbSession> Session(bool write, Wall wall, CancellationToken cancel) =>
        _sqlite is not null ? await _sqlite.Session(write, cancel)
        : write ? await PostgresSession.Write(_postgres!, wall, _rowTypes, cancel)
        : await PostgresSession.Read(_postgres!, wall, cancel);

    /// <summary>A session for a question that has said ahead what it reads: on PostgreSQL one round trip, without a transaction.</summary>
    internal async Task<DbSession> AskSession(MerchantId merchant, CancellationToken cancel) =>
        _sqlite is not null
            ? await _sqlite.Session(write: false, cancel)
            : await PostgresSession.Ask(_asks!, Wall.Around(merchant), cancel);

    /// <summary>A session for a batch, which may touch the rows of these merchants.</summary>
    internal async Task<DbSession> BatchSession(
        IReadOnlyList<MerchantId> merchants,
        CancellationToken cancel = default
    ) =>
        _sqlite is not null
            ? await _sqlite.Session(write: true, cancel)
            // Connections of their own, so that each lane finds its statements prepared and its plans made.
            : await PostgresSession.Write(_lanes!, Wall.Around(merchants), _rowTypes, cancel);

    /// <summary>
    /// A short transaction beside one that is open already, on PostgreSQL. Its connections are its own: out of the common
    /// pool it would wait for those that wait for the open one, and none of them would move until they time out.
    /// </summary>
    internal async Task<Tx> BeginAside(MerchantId merchant)
    {
        var tx = new Tx(this);
        await tx.Open(
            merchant,
            () => PostgresSession.Write(_aside!, Wall.Around(merchant), _rowTypes, CancellationToken.None)
        );
        return tx;
    }

    internal Configuration Configuration { get; } = new();

    internal void OnFactsCommitted() => FactsCommitted?.Invoke();

    /// <summary>False once a sync of the disk has failed: what is on it is not known, and no more is written to it.</summary>
    public bool TrustsDisk => _sqlite is not { SyncFailed: true };

    public async ValueTask DisposeAsync()
    {
        _sqlite?.Dispose();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        if (_lanes is not null)
            await _lanes.DisposeAsync();
        if (_asks is not null)
            await _asks.DisposeAsync();
        if (_aside is not null)
            await _aside.DisposeAsync();
    }
}

/// <summary>One open connection with its transaction, seen the same way on both engines.</summary>
internal abstract class DbSession : IAsyncDisposable
{
    public abstract Engine Engine { get; }

    /// <summary>A command for this SQL, ready for its values; its parameters are those of the plan, in order.</summary>
    public abstract System.Data.Common.DbCommand Command(SqlPlan plan);

    /// <summary>From the next statement on, only the rows of these merchants are seen; SQLite has the key in each statement alone.</summary>
    public virtual void Restrict(Wall wall) { }

    /// <summary>Statements that go out together, after those that are in it already; only PostgreSQL has such a thing.</summary>
    public virtual NpgsqlBatch Batch() => throw new NotSupportedException();

    /// <summary>The tables' row types as this database has them; only PostgreSQL has such a thing.</summary>
    public virtual ValueTask<RowTypes> RowTypes() => throw new NotSupportedException();

    /// <summary>A statement about the transaction itself.</summary>
    public abstract Task Run(string sql);

    /// <summary>Locks and reads all of this in its order: in one round trip on PostgreSQL, statement by statement on SQLite.</summary>
    public abstract Task Fetch(Ahead ahead);

    public abstract Task Commit();

    public abstract ValueTask DisposeAsync();
}

/// <summary>
/// SQLite: one writer connection that also runs the checkpoints, a pool of readers, and a lock file against a second
/// process. Automatic checkpoints are off everywhere: a checkpoint on one connection beside a commit on another can
/// lose data in the SQLite we get (the WAL-reset bug of 3.7.0 to 3.51.2).
/// </summary>
internal sealed class SqliteStore : IDisposable
{
    private const int ReadersKept = 16;

    // Together a bound on memory for a shop's small machine. What is mapped counts once for each connection.
    private const int WriterCacheKb = 16_000;
    private const int ReaderCacheKb = 2_000;
    private const int MappedBytes = 4 * 1024 * 1024;
    private const int CommitsPerIdleCheckpoint = 100;
    private const int CommitsPerForcedCheckpoint = 1_000;
    private const int FailedSync = 1034; // SQLITE_IOERR_FSYNC
    private static readonly TimeSpan WriterPatience = TimeSpan.FromSeconds(15);

    private readonly string _file;
    private readonly FileStream _lock;
    private readonly SemaphoreSlim _writerTurn = new(1, 1);
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private readonly SqliteSession _writer;
    private int _waiting;
    private int _commits;
    private bool _disposed;

    /// <summary>
    /// SQLite's calls block their thread while the disk writes: a thread for each core would make the others wait. On
    /// PostgreSQL nothing blocks, and more threads than cores only take each other's turn.
    /// </summary>
    private const int ThreadsMin = 16;

    public SqliteStore(string file)
    {
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(Math.Max(threads, ThreadsMin), ports);
        _file = file;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        try
        {
            _lock = new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StartRefused(
                $"Another Shuke already uses {file}. Stop it first, or choose another data folder. "
                    + "(另一个熟客程序正在使用这个数据文件。)",
                e
            );
        }
        _writer = new(OpenConnection(WriterCacheKb), this, write: true);
    }

    /// <summary>
    /// A disk that could not sync may have dropped what it was given and say nothing the second time. So the program stops
    /// writing, and only a new start, which reads the file anew, makes it trust the file again.
    /// </summary>
    public bool SyncFailed { get; private set; }

    public void Distrust(SqliteException e) => SyncFailed |= e.SqliteExtendedErrorCode == FailedSync;

    public async Task<DbSession> Session(bool write, CancellationToken cancel)
    {
        if (write && SyncFailed)
            throw new DiskFailedException();
        if (!write)
        {
            var reader = _readers.TryTake(out var pooled)
                ? pooled
                : new SqliteSession(OpenConnection(ReaderCacheKb), this, write: false);
            reader.Start();
            return reader;
        }
        Interlocked.Increment(ref _waiting);
        try
        {
            if (!await _writerTurn.WaitAsync(WriterPatience, cancel))
                throw new BusyException();
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
        try
        {
            _writer.Start();
            return _writer;
        }
        catch
        {
            // What cannot begin must not keep the turn of those behind it.
            _writerTurn.Release();
            throw;
        }
    }

    public void Return(SqliteSession session, bool committed)
    {
        if (session.Write)
        {
            if (committed)
                _commits++;
            var due = Volatile.Read(ref _waiting) == 0 ? CommitsPerIdleCheckpoint : CommitsPerForcedCheckpoint;
            if (_commits >= due)
            {
                _commits = 0;
                Checkpoint(session);
            }
            _writerTurn.Release();
        }
        else if (_readers.Count < ReadersKept && !_disposed)
            _readers.Add(session);
        else
            session.Close();
    }

    /// <summary>What is committed stands in the log; if it cannot be folded in now, it is the next time.</summary>
    private void Checkpoint(SqliteSession session)
    {
        try
        {
            _ = session.Run("PRAGMA wal_checkpoint(PASSIVE)");
        }
        catch (SqliteException e)
        {
            Distrust(e);
        }
    }

    private SqliteConnection OpenConnection(int cacheKb)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = _file,
                Pooling = false,
                DefaultTimeout = 15,
            }.ToString()
        );
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = $"""
            PRAGMA journal_mode=WAL;
            PRAGMA synchronous=FULL;
            PRAGMA wal_autocheckpoint=0;
            PRAGMA foreign_keys=ON;
            PRAGMA temp_store=MEMORY;
            PRAGMA cache_size=-{cacheKb};
            PRAGMA mmap_size={MappedBytes};
            """;
        pragmas.ExecuteNonQuery();
        return connection;
    }

    public void Dispose()
    {
        _disposed = true;
        foreach (var reader in _readers)
            reader.Close();
        // The last connection to close folds the log into the file; by now it is the only one.
        _ = _writer.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        _writer.Close();
        _writerTurn.Dispose();
        _lock.Dispose();
    }
}

internal sealed class SqliteSession(SqliteConnection connection, SqliteStore store, bool write) : DbSession
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private SqliteTransaction? _transaction;

    public bool Write => write;
    public override Engine Engine => Engine.Sqlite;

    public void Start() => _transaction = connection.BeginTransaction(deferred: !write);

    public override System.Data.Common.DbCommand Command(SqlPlan plan)
    {
        if (_prepared.TryGetValue(plan.Text, out var known))
        {
            known.Transaction = _transaction;
            return known;
        }
        var command = connection.CreateCommand();
        command.CommandText = plan.Text;
        command.Transaction = _transaction;
        foreach (var name in plan.Names)
            command.Parameters.Add(new SqliteParameter("@" + name, null));
        if (_prepared.Count < 500)
            _prepared[plan.Text] = command;
        return command;
    }

    /// <summary>A statement that writes many rows, kept prepared.</summary>
    public SqliteStatement Statement(string sql, IReadOnlyList<string> names) =>
        _statements.TryGetValue(sql, out var known)
            ? known
            : _statements[sql] = new SqliteStatement(connection, sql, names);

    public override Task Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        command.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public override Task Fetch(Ahead ahead)
    {
        foreach (var rows in ahead.InOrder)
            rows.ReadEach(this, ahead.Now);
        return Task.CompletedTask;
    }

    public override Task Commit()
    {
        try
        {
            _transaction!.Commit();
        }
        catch (SqliteException e)
        {
            store.Distrust(e);
            throw;
        }
        _transaction.Dispose();
        _transaction = null;
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        var committed = _transaction is null;
        _transaction?.Dispose();
        _transaction = null;
        store.Return(this, committed);
        return ValueTask.CompletedTask;
    }

    public void Close()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _prepared.Clear();
        _statements.Clear();
        connection.Dispose();
    }
}

/// <param name="transaction">null: none yet; what is read ahead needs none, and whatever else is asked begins one</param>
/// <param name="rowTypes">null for a session that writes no rows</param>
internal sealed class PostgresSession(
    NpgsqlConnection connection,
    NpgsqlTransaction? transaction,
    Wall wall,
    RowTypes.Newest? rowTypes
) : DbSession
{
    private NpgsqlTransaction? _transaction = transaction;
    private Wall _wall = wall;
    private Wall? _wallToSet = wall;

    public override Engine Engine => Engine.Postgres;

    public static Task<DbSession> Write(
        NpgsqlDataSource source,
        Wall wall,
        RowTypes.Newest rowTypes,
        CancellationToken cancel
    ) => Begin(source, System.Data.IsolationLevel.ReadCommitted, wall, rowTypes, cancel);

    /// <summary>A read sees one moment: figures on one page agree with each other.</summary>
    public static Task<DbSession> Read(NpgsqlDataSource source, Wall wall, CancellationToken cancel) =>
        Begin(source, System.Data.IsolationLevel.RepeatableRead, wall, null, cancel);

    private static async Task<DbSession> Begin(
        NpgsqlDataSource source,
        System.Data.IsolationLevel isolation,
        Wall wall,
        RowTypes.Newest? rowTypes,
        CancellationToken cancel
    )
    {
        var connection = await source.OpenConnectionAsync(cancel);
        try
        {
            var transaction = await connection.BeginTransactionAsync(isolation, cancel);
            return new PostgresSession(connection, transaction, wall, rowTypes);
        }
        catch
        {
            // A client that goes away in this moment must not take a connection with it.
            await connection.DisposeAsync();
            throw;
        }
    }

    public static async Task<DbSession> Ask(NpgsqlDataSource source, Wall wall, CancellationToken cancel) =>
        new PostgresSession(await source.OpenConnectionAsync(cancel), null, wall, null);

    public override ValueTask<RowTypes> RowTypes() =>
        rowTypes?.Get(connection) ?? throw new InvalidOperationException("This session writes no rows.");

    public override void Restrict(Wall wall) => (_wall, _wallToSet) = (wall, wall);

    public override System.Data.Common.DbCommand Command(SqlPlan plan)
    {
        var begun = Begun();
        var command = new NpgsqlCommand(TakeWall() + plan.Text, connection, begun);
        for (var i = 0; i < plan.Names.Length; i++)
            command.Parameters.Add(new NpgsqlParameter(plan.Names[i], SqlValue.PostgresType(plan.Types[i])));
        return command;
    }

    /// <summary>BEGIN travels with the statement that follows it.</summary>
    private NpgsqlTransaction Begun()
    {
        if (_transaction is null)
            (_transaction, _wallToSet) = (
                connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead),
                _wall
            );
        return _transaction;
    }

    /// <summary>
    /// What must be said in front of the next statement; empty when it was said. It travels with that statement (as BEGIN
    /// does), so it costs no round trip; until it is said no row is seen and none may be written.
    /// </summary>
    public string TakeWall()
    {
        var sql = _wallToSet?.Sql ?? "";
        _wallToSet = null;
        return sql;
    }

    public override NpgsqlBatch Batch()
    {
        var batch = new NpgsqlBatch(connection, Begun());
        foreach (var statement in TakeWall().Split(';', StringSplitOptions.RemoveEmptyEntries))
            batch.BatchCommands.Add(new(statement));
        return batch;
    }

    public override async Task Run(string sql)
    {
        var begun = Begun();
        await using var command = new NpgsqlCommand(TakeWall() + sql, connection, begun);
        await command.ExecuteNonQueryAsync();
    }

    public override async Task Fetch(Ahead ahead)
    {
        var all = ahead.InOrder.ToList();
        // Statements that go out together are one transaction by themselves; the wall is the first of them.
        var alone = _transaction is null;
        await using var batch = alone ? new NpgsqlBatch(connection) : Batch();
        if (alone)
            batch.BatchCommands.Add(new(_wall.Query));
        foreach (var rows in all)
            batch.BatchCommands.Add(rows.Command(ahead.Now));
        await using var reader = await batch.ExecuteReaderAsync();
        if (alone)
            await reader.NextResultAsync();
        foreach (var rows in all)
        {
            await rows.Read(reader);
            await reader.NextResultAsync();
        }
    }

    public override async Task Commit() => await _transaction!.CommitAsync();

    public override async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
            await _transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}

/// <summary>The single writer did not get its turn in time; the client may try again with the same key.</summary>
public sealed class BusyException() : Exception("The database is busy.");

/// <summary>A sync failed earlier; nothing more is written until the program is started anew.</summary>
public sealed class DiskFailedException() : Exception("The disk failed.");

/// <summary>The program must not start like this; the message tells the operator what to do.</summary>
public sealed class StartRefused(string message, Exception? inner = null) : Exception(message, inner);
