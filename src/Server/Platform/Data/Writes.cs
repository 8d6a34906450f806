using Npgsql;

namespace Shuke.Server.Platform;

/// <summary>A kind of write that is worked out for a whole batch at the end, e.g. the ledger's plans.</summary>
internal interface ILateWrite
{
    /// <summary>Turns what was collected, in the order it was decided, into rows.</summary>
    void Write(Pipeline pipeline, IReadOnlyList<object> items);
}

/// <summary>
/// Rows that wait to be written. They are written before anything is read that could depend on them, and before the
/// commit; until then a command that is refused simply forgets them.
/// </summary>
internal sealed class Writes
{
    private readonly List<IRows> _rows = [];
    private readonly List<(ILateWrite Kind, List<object> Items)> _late = [];

    public bool IsEmpty => _rows.Count == 0 && _late.Count == 0;

    public void Add<T>(T row) => RowsOf<T>().Items.Add(row);

    public void AddRange<T>(IReadOnlyList<T> rows)
    {
        if (rows.Count > 0)
            RowsOf<T>().Items.AddRange(rows);
    }

    public void Add(ILateWrite kind, object item)
    {
        foreach (var (known, items) in _late)
            if (ReferenceEquals(known, kind))
            {
                items.Add(item);
                return;
            }
        _late.Add((kind, [item]));
    }

    /// <summary>Takes over what another command of the batch has decided; that one is empty afterwards.</summary>
    public void Take(Writes other)
    {
        foreach (var rows in other._rows)
            rows.MoveTo(this);
        foreach (var (kind, items) in other._late)
        foreach (var item in items)
            Add(kind, item);
        other.Clear();
    }

    public void Clear()
    {
        _rows.Clear();
        _late.Clear();
    }

    /// <summary>Writes everything, parents before children, and is empty again.</summary>
    public async Task Flush(DbSession session)
    {
        if (IsEmpty)
            return;
        var pipeline = new Pipeline(session);
        foreach (var (kind, items) in _late)
            kind.Write(pipeline, items);
        foreach (var rows in _rows)
            rows.Insert(pipeline);
        Clear();
        await pipeline.Send();
    }

    private Rows<T> RowsOf<T>()
    {
        foreach (var rows in _rows)
            if (rows is Rows<T> found)
                return found;
        var added = new Rows<T>();
        _rows.Add(added);
        return added;
    }

    private interface IRows
    {
        void MoveTo(Writes other);
        void Insert(Pipeline pipeline);
    }

    private sealed class Rows<T> : IRows
    {
        public List<T> Items { get; } = [];

        public void MoveTo(Writes other) => other.AddRange(Items);

        public void Insert(Pipeline pipeline) => pipeline.Insert(Items);
    }
}

/// <summary>Statements that go to the database together: on PostgreSQL in one round trip, on SQLite one after the other.</summary>
internal sealed class Pipeline(DbSession session)
{
    private readonly List<(
        int Rank,
        string Table,
        Func<int>? Run,
        Func<RowTypes, NpgsqlBatchCommand>? Command,
        int Expected
    )> _steps = [];

    public void Insert<T>(IReadOnlyList<T> rows)
    {
        if (rows.Count > 0)
            Add(SchemaRank.Of(TableMap<T>.Table), TableMap<T>.Table, TableMap<T>.Insert, rows);
    }

    /// <summary>A statement of the caller's own that touches as many rows as it is given.</summary>
    public void Put<T>(string table, RowStatement<T> statement, IReadOnlyList<T> rows)
    {
        if (rows.Count > 0)
            Add(SchemaRank.Of(table), table, statement, rows);
    }

    /// <summary>
    /// Updates come before all inserts: a foreign key that points at a row this transaction has updated finds it locked by
    /// itself, and need not lock it once more.
    /// </summary>
    public void Update<T>(RowUpdate<T> update, IReadOnlyList<T> rows)
    {
        if (rows.Count > 0)
            Add(int.MinValue, update.Table, update.Statement, rows);
    }

    private void Add<T>(int rank, string table, RowStatement<T> statement, IReadOnlyList<T> rows) =>
        _steps.Add(
            session.Engine == Engine.Postgres
                ? (rank, table, null, types => statement.Many(rows, types), rows.Count)
                : (rank, table, () => statement.Each(session, rows), null, rows.Count)
        );

    public async Task Send()
    {
        var steps = _steps.OrderBy(s => s.Rank).ToList();
        if (session.Engine == Engine.Sqlite)
        {
            foreach (var step in steps)
                Check(step.Table, step.Run!(), step.Expected);
            return;
        }
        var types = await session.RowTypes();
        await using var batch = session.Batch();
        var before = batch.BatchCommands.Count;
        foreach (var step in steps)
            batch.BatchCommands.Add(step.Command!(types));
        try
        {
            await batch.ExecuteNonQueryAsync();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DatatypeMismatch)
        {
            // A table has got another column since its row type was read.
            types.Outdate();
            throw;
        }
        for (var i = 0; i < steps.Count; i++)
            Check(steps[i].Table, (int)batch.BatchCommands[before + i].RecordsAffected, steps[i].Expected);
    }

    private static void Check(string table, int touched, int expected)
    {
        if (touched != expected)
            throw new RowsMovedException(table, expected - touched);
    }
}

/// <summary>Rows that were to be updated are not as they were read; nothing may be committed.</summary>
internal sealed class RowsMovedException(string table, int rows)
    : Exception($"{rows} rows of {table} are not as they were when they were read.")
{
    public string Table => table;
}
