namespace Shuke.Server.Platform;

/// <summary>
/// One transaction of one merchant: everything that must agree changes here. Facts and audit records are collected and
/// written just before the commit, so that the locks they need are held as briefly as can be.
/// </summary>
public sealed class Tx(Db db) : DbRead(db)
{
    private readonly List<OutboxRow> _facts = [];
    private readonly List<AuditNote> _notes = [];

    internal override bool Writes => true;

    public Id<T> NewId<T>() => new(Db.Ids.Next(Now));

    public long NewId() => Db.Ids.Next(Now);

    /// <summary>Runs a statement; answers the number of rows it touched.</summary>
    public async Task<int> Execute(string sql, object? args = null)
    {
        var command = Prepare(sql, args);
        try
        {
            return await command.ExecuteNonQueryAsync();
        }
        finally
        {
            Release(command, Engine);
        }
    }

    /// <summary>Inserts one row into the table its record names.</summary>
    public Task Insert<T>(T row) => TableMap<T>.Insert(this, [row]);

    /// <summary>Inserts many rows in one statement (PostgreSQL: unnest; SQLite: one prepared statement, row by row).</summary>
    public Task InsertMany<T>(IReadOnlyList<T> rows) =>
        rows.Count == 0 ? Task.CompletedTask : TableMap<T>.Insert(this, rows);

    /// <summary>Tells a fact to whoever wants to hear it, once this transaction has committed.</summary>
    public void Tell<T>(T fact)
        where T : IFact
    {
        _facts.Add(new(Merchant, NewId(), T.Name, Json.Text(fact), Now, null, 0, Now, null));
    }

    /// <summary>Notes on the audit log who did what; see <see cref="AuditNote"/>.</summary>
    public void Audit(AuditNote note) => _notes.Add(note);

    public async Task Commit()
    {
        await InsertMany(_facts);
        await AuditLog.Append(this, _notes);
        await Session.Commit();
        await DisposeAsync();
        if (_facts.Count > 0)
            Db.OnFactsCommitted();
        _facts.Clear();
        _notes.Clear();
    }

    public override ValueTask DisposeAsync()
    {
        if (!IsOpen)
            return ValueTask.CompletedTask;
        return base.DisposeAsync();
    }

    /// <summary>Throws away what was collected, for a second try of the same request.</summary>
    internal async Task Abandon()
    {
        _facts.Clear();
        _notes.Clear();
        await DisposeAsync();
    }
}
