using System.Data.Common;
using System.Text.RegularExpressions;
using Npgsql;

namespace Shuke.Server.Platform;

/// <summary>A query by one key that can be asked for one key now, or ahead for all commands of a batch at once.</summary>
public abstract class KeyedQuery
{
    /// <summary>Queries below this take locks.</summary>
    internal const int AfterLocks = 50;

    private protected KeyedQuery(string table, int order) => (Table, Order) = (table, order);

    /// <summary>The table it reads: when a statement writes that table, what was read ahead of it counts no more.</summary>
    internal string Table { get; }

    /// <summary>Locks come first, in one order everywhere, so that two transactions never wait for each other in a ring.</summary>
    internal int Order { get; }

    internal abstract IAheadRows NewRows();
}

/// <summary>
/// SQL with a place for the key: <c>{member_id}</c> becomes <c>merchant_id = @m AND member_id = @key</c>, or, for a batch on
/// PostgreSQL, a comparison with many keys of one merchant, or with the pairs of two arrays. <c>{lock ..}</c> is a row lock
/// there and nothing on SQLite. <c>@now</c> is the moment of asking.
/// </summary>
/// <param name="of">the merchant and key a row belongs to</param>
public sealed partial class KeyedQuery<TKey, TRow>(
    string table,
    string sql,
    Func<TRow, (MerchantId Merchant, TKey Key)> of,
    int order = 100
) : KeyedQuery(table, order)
    where TKey : notnull
{
    private static readonly Func<TKey, object> ToDriver = k => SqlValue.ToDriver(k)!;

    private readonly string _many = Many(
        sql,
        (alias, column) => $"({alias}merchant_id, {alias}{column}) IN (SELECT * FROM unnest($1::bigint[], $2))"
    );

    // Mostly a batch is of one merchant; this form has no join to set up and costs half.
    private readonly string _manyOfOne = Many(
        sql,
        (alias, column) => $"{alias}merchant_id = $1 AND {alias}{column} = ANY($2)"
    );

    private readonly string _oneLocking = Place(Lock().Replace(sql, "${clause}"), Equal);
    private readonly string _one = Place(Lock().Replace(sql, ""), Equal);

    private readonly bool _asksNow = sql.Contains("@now", StringComparison.Ordinal);

    internal string One(Engine engine) => engine == Engine.Postgres ? _oneLocking : _one;

    private static string Equal(string alias, string column) => $"{alias}merchant_id = @m AND {alias}{column} = @key";

    private static string Many(string sql, Func<string, string, string> with) =>
        Place(Lock().Replace(sql, "${clause}"), with).Replace("@now", "$3", StringComparison.Ordinal);

    private static string Place(string sql, Func<string, string, string> with) =>
        KeyPlace().Replace(sql, m => with(m.Groups["alias"].Value, m.Groups["column"].Value));

    internal override IAheadRows NewRows() => new Rows(this);

    /// <summary>What was read ahead for this query in one transaction.</summary>
    internal sealed class Rows(KeyedQuery<TKey, TRow> query) : IAheadRows
    {
        private readonly Dictionary<(MerchantId, TKey), List<TRow>> _rows = [];

        public KeyedQuery Query => query;

        public void Want(MerchantId merchant, TKey key) => _rows.TryAdd((merchant, key), []);

        public bool TryGet(MerchantId merchant, TKey key, out List<TRow> rows) =>
            _rows.TryGetValue((merchant, key), out rows!);

        public NpgsqlBatchCommand Command(Instant now)
        {
            var merchants = new long[_rows.Count];
            var keys = new object[_rows.Count];
            var i = 0;
            foreach (var (merchant, key) in _rows.Keys)
                (merchants[i], keys[i++]) = (merchant.Value, ToDriver(key));
            var isOne = !merchants.AsSpan().ContainsAnyExcept(merchants[0]);
            var command = new NpgsqlBatchCommand(isOne ? query._manyOfOne : query._many);
            command.Parameters.Add(
                isOne
                    ? new NpgsqlParameter<long> { TypedValue = merchants[0] }
                    : new NpgsqlParameter<long[]> { TypedValue = merchants }
            );
            command.Parameters.Add(
                keys is [string, ..]
                    ? new NpgsqlParameter<string[]> { TypedValue = Array.ConvertAll(keys, k => (string)k) }
                    : new NpgsqlParameter<long[]> { TypedValue = Array.ConvertAll(keys, k => (long)k) }
            );
            if (query._asksNow)
                command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = now.UnixMs });
            return command;
        }

        public async Task Read(DbDataReader reader)
        {
            var map = RowMap<TRow>.For(reader);
            while (await reader.ReadAsync())
                Put(map(reader));
        }

        public void ReadEach(DbSession session, Instant now)
        {
            foreach (var (merchant, key) in _rows.Keys)
            {
                var args = query.Args(key, now);
                var plan = SqlPlan.For(query.One(Engine.Sqlite), args, Engine.Sqlite);
                var command = session.Command(plan);
                plan.Bind(command, merchant, args);
                using var reader = command.ExecuteReader();
                var map = RowMap<TRow>.For(reader);
                while (reader.Read())
                    Put(map(reader));
            }
        }

        private void Put(TRow row)
        {
            if (_rows.TryGetValue(query.Of(row), out var rows))
                rows.Add(row);
        }
    }

    private Func<TRow, (MerchantId, TKey)> Of => of;

    /// <summary>The one argument of the query for one key.</summary>
    internal object Args(TKey key, Instant now) =>
        ToDriver(key) is string text ? new TextKey(text, now) : new NumberKey((long)ToDriver(key), now);

    [GeneratedRegex(
        @"\{(?!lock)(?<alias>\w+\.)?(?<column>\w+)\}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex KeyPlace();

    [GeneratedRegex(@"\{lock (?<clause>[^}]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lock();
}

internal sealed record NumberKey(long Key, Instant Now);

internal sealed record TextKey(string Key, Instant Now);

/// <summary>The rows of one query, read ahead.</summary>
internal interface IAheadRows
{
    KeyedQuery Query { get; }
    NpgsqlBatchCommand Command(Instant now);
    Task Read(DbDataReader reader);
    void ReadEach(DbSession session, Instant now);
}

/// <summary>What a request will want to read, said before it begins: all of it comes in one round trip.</summary>
/// <param name="db">whose memory may be looked into while saying what is wanted</param>
public sealed class Ahead(Db db)
{
    private readonly Dictionary<KeyedQuery, IAheadRows> _wants = [];

    /// <summary>The moment at which the requests are looked at; their transaction begins a little later.</summary>
    public Instant Now { get; } = db.Now;

    /// <summary>
    /// What this process keeps of the merchant's configuration, whether or not it is still so: good for guessing what will
    /// be wanted, not for deciding.
    /// </summary>
    internal T? Peek<T>(string name)
        where T : class => db.Configuration.Newest(Merchant)?.TryGet<T>(name, out var value) == true ? value : null;

    /// <summary>Whose requests: set before a slice says what it wants.</summary>
    public MerchantId Merchant { get; internal set; }

    /// <summary>The first member whose book is to be locked: commands of one member go to one lane.</summary>
    internal long? LaneKey { get; private set; }

    public void Want<TKey, TRow>(KeyedQuery<TKey, TRow> query, TKey key)
        where TKey : notnull
    {
        if (key is MemberId member && query.Order < KeyedQuery.AfterLocks)
            LaneKey ??= member.Value;
        if (!_wants.TryGetValue(query, out var rows))
            _wants[query] = rows = query.NewRows();
        ((KeyedQuery<TKey, TRow>.Rows)rows).Want(Merchant, key);
    }

    internal IEnumerable<IAheadRows> InOrder => _wants.Values.OrderBy(r => r.Query.Order);

    internal bool TryGet<TKey, TRow>(KeyedQuery<TKey, TRow> query, MerchantId merchant, TKey key, out List<TRow> rows)
        where TKey : notnull
    {
        rows = null!;
        return _wants.TryGetValue(query, out var found)
            && ((KeyedQuery<TKey, TRow>.Rows)found).TryGet(merchant, key, out rows);
    }

    /// <summary>A table was written: what was read of it ahead counts no more.</summary>
    internal void Forget(string table)
    {
        foreach (var query in _wants.Keys.Where(q => q.Table == table).ToList())
            _wants.Remove(query);
    }

    internal bool IsEmpty => _wants.Count == 0;
}
