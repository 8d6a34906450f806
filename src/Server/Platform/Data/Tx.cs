namespace Shuke.Server.Platform;

/// <summary>
/// One command's transaction, in the name of one merchant: everything that must agree changes here. Rows wait in memory
/// and are written together - before the next statement that could depend on them, and before the commit. Usually the
/// transaction is the command's own; in a lane it is shared with the neighbours of its batch (<see cref="Batch"/>), and a
/// command that is refused leaves them alone.
/// </summary>
public sealed class Tx(Db db) : DbRead(db)
{
    private const string Savepoint = "command";

    private readonly Writes _writes = new();
    private readonly List<AuditNote> _notes = [];
    private readonly List<OutboxRow> _facts = [];
    private readonly Dictionary<(Type, long), Known> _state = [];
    private Batch? _batch;
    private bool _told;
    private bool _saved;
    private bool _configChanged;

    internal override bool Writes => true;

    public Id<T> NewId<T>() => new(Db.Ids.Next(Now));

    public long NewId() => Db.Ids.Next(Now);

    /// <summary>Runs a statement; answers the number of rows it touched.</summary>
    public async Task<int> Execute(string sql, object? args = null)
    {
        var command = await Prepare(sql, args);
        try
        {
            return await command.ExecuteNonQueryAsync();
        }
        finally
        {
            Release(command, Engine);
        }
    }

    /// <summary>Inserts one row into the table its record names, at the latest with the commit.</summary>
    public Task Insert<T>(T row)
    {
        _writes.Add(row);
        Wrote(TableMap<T>.Table);
        return Task.CompletedTask;
    }

    /// <summary>Inserts many rows in one statement (PostgreSQL: unnest; SQLite: one prepared statement, row by row).</summary>
    public Task InsertMany<T>(IReadOnlyList<T> rows)
    {
        if (rows.Count == 0)
            return Task.CompletedTask;
        _writes.AddRange(rows);
        Wrote(TableMap<T>.Table);
        return Task.CompletedTask;
    }

    /// <summary>Something to be written set-based with the rest of the batch.</summary>
    internal void Later(ILateWrite kind, object item) => _writes.Add(kind, item);

    /// <summary>Tells a fact to whoever wants to hear it, once this transaction has committed.</summary>
    public void Tell<T>(T fact)
        where T : IFact
    {
        _facts.Add(new OutboxRow(Merchant, NewId(), T.Name, Json.Text(fact), Now, null, 0, Now, null));
    }

    /// <summary>A fact that nothing waits for is written as done, together with its like: it is not carried and not written twice.</summary>
    private async Task WriteFacts()
    {
        foreach (var fact in _facts)
        {
            var awaited = await Db.IsAwaited(this, fact.Name);
            if (awaited)
                _writes.Add(fact);
            else
                _writes.Add(UnheardFacts.Kind, fact with { DoneAt = Now });
            _told |= awaited;
        }
        _facts.Clear();
    }

    /// <summary>Notes on the audit log who did what; see <see cref="AuditNote"/>.</summary>
    public void Audit(AuditNote note) => _notes.Add(note);

    /// <summary>
    /// What this transaction, or an earlier command of its batch, knows of a thing better than the database does: its
    /// state after writes that are still waiting.
    /// </summary>
    internal T? State<T>(long key)
        where T : class =>
        _state.TryGetValue((typeof(T), key), out var own) ? (T)own.Value : _batch?.State<T>(Merchant, key);

    /// <param name="tables">a statement that writes one of these makes it worthless</param>
    internal void SetState<T>(long key, T value, string[] tables)
        where T : class => _state[(typeof(T), key)] = new(value, tables);

    /// <summary>What was read of these tables ahead counts no more, nor what was worked out from it.</summary>
    internal void ForgetRead(string[] tables)
    {
        foreach (var table in tables)
            Wrote(table);
    }

    public async Task Commit()
    {
        await BumpConfiguration();
        await WriteFacts();
        await _writes.Flush(Session);
        await AuditLog.Append(this, _notes);
        await _writes.Flush(Session);
        await Session.Commit();
        await DisposeAsync();
        if (_told)
            Db.OnFactsCommitted();
        Forget();
    }

    private async Task BumpConfiguration()
    {
        if (_configChanged)
            await Execute(
                """
                INSERT INTO config_version (merchant_id, version) VALUES (@m, 1)
                ON CONFLICT (merchant_id) DO UPDATE SET version = config_version.version + 1
                """
            );
    }

    /// <summary>Takes part in a batch: its session, its moment, what it read ahead.</summary>
    internal void Join(Batch batch, MerchantId merchant)
    {
        Forget();
        _batch = batch;
        Wanted = batch.Ahead;
        Adopt(batch.Session, merchant, batch.Now);
    }

    /// <summary>The command went well: the batch takes over what it wrote and knows.</summary>
    internal async Task Leave()
    {
        await BumpConfiguration();
        await WriteFacts();
        if (_saved)
        {
            await _writes.Flush(Session);
            await Session.Run("RELEASE SAVEPOINT " + Savepoint);
        }
        _batch!.Take(this, _writes, _notes, _state, _told);
        Part();
    }

    /// <summary>The command was refused or broke: nothing of it is left.</summary>
    internal async Task Undo()
    {
        if (_saved)
        {
            await Session.Run("ROLLBACK TO SAVEPOINT " + Savepoint);
            await Session.Run("RELEASE SAVEPOINT " + Savepoint);
        }
        Part();
    }

    private void Part()
    {
        _batch = null;
        Forget();
        Return();
    }

    private protected override bool ConfigChanged => _configChanged;

    private protected override async ValueTask BeforeSql(bool writes)
    {
        if (_batch is not null)
        {
            await _batch.Flush();
            if (!_saved && (writes || !_writes.IsEmpty))
            {
                _saved = true;
                await Session.Run("SAVEPOINT " + Savepoint);
            }
        }
        await _writes.Flush(Session);
    }

    /// <summary>
    /// This transaction changes something that others keep in memory, in a table that is otherwise written too often to
    /// count as configuration.
    /// </summary>
    public void ChangesConfiguration() => _configChanged = true;

    private protected override void Wrote(string table)
    {
        base.Wrote(table);
        Known.Forget(_state, table);
        _batch?.Forget(table);
        _configChanged |= Configuration.Holds(table);
    }

    public override ValueTask DisposeAsync() =>
        IsOpen && _batch is null ? base.DisposeAsync() : ValueTask.CompletedTask;

    /// <summary>Something known better than the database knows it, and the tables it was worked out from.</summary>
    internal readonly record struct Known(object Value, string[] Tables)
    {
        public static void Forget<TKey>(Dictionary<TKey, Known> all, string table)
            where TKey : notnull
        {
            if (all.Count == 0)
                return;
            foreach (var (key, _) in all.Where(k => k.Value.Tables.Contains(table)).ToList())
                all.Remove(key);
        }
    }

    private void Forget()
    {
        _writes.Clear();
        _notes.Clear();
        _facts.Clear();
        _state.Clear();
        Wanted = null;
        (_told, _saved, _configChanged) = (false, false, false);
    }

    /// <summary>Throws away what was collected, for a second try of the same request.</summary>
    internal async Task Abandon()
    {
        Forget();
        await DisposeAsync();
    }
}
