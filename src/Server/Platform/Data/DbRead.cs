using System.Data.Common;

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
    internal async Task Open(MerchantId merchant, Wall wall, CancellationToken cancel)
    {
        Merchant = merchant;
        Now = db.Now;
        _session = await db.Session(Writes, wall, cancel);
    }

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

    private async Task<LeasedReader> Reader(string sql, object? args)
    {
        var command = Prepare(sql, args);
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

    private protected DbCommand Prepare(string sql, object? args)
    {
        var plan = SqlPlan.For(sql, args, Engine);
        var command = Session.Command(plan);
        plan.Bind(command, Merchant, args);
        return command;
    }

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
