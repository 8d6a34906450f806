using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Shuke.Server.Platform;

/// <summary>
/// Reads inside one transaction, in the name of one merchant. Every SQL text says <c>merchant_id = @m</c>; @m is bound here.
/// </summary>
public class DbRead(Db db) : IAsyncDisposable
{
    private DbSession? _session;

    public Db Db => db;
    public Engine Engine => db.Engine;
    public MerchantId Merchant { get; private set; }

    /// <summary>One moment for the whole transaction.</summary>
    public Instant Now { get; private set; }

    /// <summary>From here on in the name of another merchant: for setup and login, which find out whose they are.</summary>
    internal void ActFor(MerchantId merchant)
    {
        Merchant = merchant;
        _session?.Restrict(Wall.Closed(merchant));
    }

    /// <summary>From here on reads go over all merchants, of the platform's tables only, until <see cref="ActFor"/>.</summary>
    internal void OpenPlatformDoor() => Session.Restrict(Wall.Platform);

    internal virtual bool Writes => false;
    internal DbSession Session => _session ?? throw new InvalidOperationException("The transaction is not open.");
    internal bool IsOpen => _session is not null;

    internal Task Open(MerchantId merchant, CancellationToken cancel) => Open(merchant, Wall.Around(merchant), cancel);

    /// <summary>As <see cref="Open(MerchantId, CancellationToken)"/>, and the statements may touch the rows of all that the wall names.</summary>
    internal Task Open(MerchantId merchant, Wall wall, CancellationToken cancel) =>
        Open(merchant, () => db.Session(Writes, wall, cancel));

    /// <summary>For a question that says ahead what it reads: each statement sees what is committed when it runs.</summary>
    internal Task OpenToAsk(MerchantId merchant, CancellationToken cancel) =>
        Open(merchant, () => db.AskSession(merchant, cancel));

    internal async Task Open(MerchantId merchant, Func<Task<DbSession>> session)
    {
        Merchant = merchant;
        Now = db.Now;
        _session = await session();
    }

    /// <summary>Works on a session that somebody else opened, and will close.</summary>
    private protected void Adopt(DbSession session, MerchantId merchant, Instant now)
    {
        (_session, Merchant, Now) = (session, merchant, now);
        _shelf = null;
    }

    /// <summary>Gives the session back without closing it.</summary>
    private protected void Return() => _session = null;

    /// <summary>All rows, mapped by column name onto the record's constructor (snake_case to PascalCase).</summary>
    public async Task<List<T>> All<T>(string sql, object? args = null)
    {
        var rows = new List<T>();
        await using var reader = await Reader(sql, args);
        var map = RowMap<T>.For(reader);
        while (await reader.ReadAsync())
            rows.Add(map(reader));
        return rows;
    }

    /// <summary>The one row or null; more than one is a bug and throws.</summary>
    public async Task<T?> One<T>(string sql, object? args = null)
    {
        await using var reader = await Reader(sql, args);
        if (!await reader.ReadAsync())
            return default;
        var row = RowMap<T>.For(reader)(reader);
        if (await reader.ReadAsync())
            throw new InvalidOperationException("Expected at most one row: " + sql);
        return row;
    }

    /// <summary>Rows one after the other, for walks over more than fits in memory.</summary>
    public async IAsyncEnumerable<T> Stream<T>(string sql, object? args = null)
    {
        await using var reader = await Reader(sql, args);
        var map = RowMap<T>.For(reader);
        while (await reader.ReadAsync())
            yield return map(reader);
    }

    /// <summary>The rows of one key: as they were read ahead, if somebody said they would be wanted, or by a query now.</summary>
    internal async ValueTask<IReadOnlyList<TRow>> Of<TKey, TRow>(KeyedQuery<TKey, TRow> query, TKey key)
        where TKey : notnull =>
        Wanted is { } ahead && ahead.TryGet(query, Merchant, key, out var rows)
            ? rows
            : await All<TRow>(query.One(Engine), query.Args(key, Now));

    /// <summary>The rows of one key if they were read ahead; for callers that ask for all that is missing at once.</summary>
    internal bool Knows<TKey, TRow>(
        KeyedQuery<TKey, TRow> query,
        TKey key,
        [NotNullWhen(true)] out IReadOnlyList<TRow>? rows
    )
        where TKey : notnull
    {
        List<TRow>? found = null;
        var known = Wanted is { } ahead && ahead.TryGet(query, Merchant, key, out found);
        rows = found;
        return known;
    }

    /// <summary>The same, where two queries answer it: the first if it was read ahead, else the second.</summary>
    internal ValueTask<IReadOnlyList<TRow>> OfEither<TKey, TRow>(
        KeyedQuery<TKey, TRow> ahead,
        KeyedQuery<TKey, TRow> now,
        TKey key
    )
        where TKey : notnull =>
        Wanted is { } wanted && wanted.TryGet(ahead, Merchant, key, out var rows) ? new(rows) : Of(now, key);

    /// <summary>Reads all of this in one round trip.</summary>
    internal async Task Fetch(Ahead ahead)
    {
        if (ahead.IsEmpty)
            return;
        await BeforeSql(writes: false);
        await Session.Fetch(ahead);
        Wanted = ahead;
    }

    private protected Ahead? Wanted { get; set; }

    /// <summary>What must happen before a statement runs: a transaction that writes sends what waits.</summary>
    private protected virtual ValueTask BeforeSql(bool writes) => ValueTask.CompletedTask;

    /// <summary>
    /// Something worked out from the configuration and kept in memory until the merchant's configuration changes: the
    /// version row is read in this transaction, so what is answered is never older than the transaction.
    /// </summary>
    public async ValueTask<T> Kept<T>(string name, Func<DbRead, Task<T>> load)
        where T : class
    {
        if (ConfigChanged)
            return await load(this);
        if (_shelf is null || _shelfOf != Merchant)
        {
            var versions = await Of(Configuration.VersionOf, Merchant.Value);
            (_shelf, _shelfOf) = (
                db.Configuration.Shelf(Merchant, versions.Count == 0 ? 0 : versions[0].Version),
                Merchant
            );
        }
        if (_shelf.TryGet<T>(name, out var known))
            return known;
        var value = await load(this);
        _shelf.Put(name, value);
        return value;
    }

    private Shelf? _shelf;
    private MerchantId _shelfOf;

    /// <summary>This transaction has changed the configuration itself, so what others kept is not what it sees.</summary>
    private protected virtual bool ConfigChanged => false;

    private async Task<LeasedReader> Reader(string sql, object? args)
    {
        var command = await Prepare(sql, args);
        try
        {
            return new(await command.ExecuteReaderAsync(), command, Engine);
        }
        catch
        {
            Release(command, Engine);
            throw;
        }
    }

    private protected async ValueTask<DbCommand> Prepare(string sql, object? args)
    {
        var plan = SqlPlan.For(sql, args, Engine);
        await BeforeSql(plan.Writes);
        if (plan.Writes)
            Wrote(plan.Table);
        var command = Session.Command(plan);
        plan.Bind(command, Merchant, args);
        return command;
    }

    /// <summary>A statement is about to write this table.</summary>
    private protected virtual void Wrote(string table) => Wanted?.Forget(table);

    /// <summary>SQLite keeps its prepared statements for the next use; PostgreSQL's driver prepares by itself.</summary>
    private protected static void Release(DbCommand command, Engine engine)
    {
        if (engine == Engine.Postgres)
            command.Dispose();
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
        }
    }

    private readonly struct LeasedReader(DbDataReader reader, DbCommand command, Engine engine) : IAsyncDisposable
    {
        public Task<bool> ReadAsync() => reader.ReadAsync();

        public static implicit operator DbDataReader(LeasedReader leased) => leased.Inner;

        private DbDataReader Inner => reader;

        public async ValueTask DisposeAsync()
        {
            await reader.DisposeAsync();
            Release(command, engine);
        }
    }
}
