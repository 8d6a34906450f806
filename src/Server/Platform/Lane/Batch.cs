namespace Shuke.Server.Platform;

/// <summary>
/// The transaction that the commands of a batch share: what was read ahead for all of them, what those that went well
/// have decided, and what is known of members' value meanwhile.
/// </summary>
internal sealed class Batch(Db db, DbSession session, Instant now, Ahead ahead)
{
    private readonly Writes _waiting = new();
    private readonly Dictionary<MerchantId, List<AuditNote>> _notes = [];
    private readonly Dictionary<(MerchantId, Type, long), Tx.Known> _state = [];

    public DbSession Session => session;
    public Instant Now => now;
    public Ahead Ahead => ahead;

    /// <summary>Whether a command left a fact behind.</summary>
    public bool Told { get; private set; }

    public T? State<T>(MerchantId merchant, long key)
        where T : class => _state.TryGetValue((merchant, typeof(T), key), out var known) ? (T)known.Value : null;

    public void Forget(string table) => Tx.Known.Forget(_state, table);

    public void Take(
        Tx from,
        Writes writes,
        IReadOnlyList<AuditNote> notes,
        Dictionary<(Type, long), Tx.Known> state,
        bool told
    )
    {
        _waiting.Take(writes);
        foreach (var ((type, key), value) in state)
            _state[(from.Merchant, type, key)] = value;
        Told |= told;
        if (notes.Count == 0)
            return;
        if (!_notes.TryGetValue(from.Merchant, out var all))
            _notes[from.Merchant] = all = [];
        all.AddRange(notes);
    }

    /// <summary>Writes what waits, because somebody is about to read.</summary>
    public Task Flush() => _waiting.Flush(session);

    /// <summary>The audit records last: the head of the log is a lock of the whole merchant. Then everything counts.</summary>
    public async Task Commit()
    {
        await Flush();
        foreach (var (merchant, notes) in _notes.OrderBy(n => n.Key))
        {
            var tx = new Tx(db);
            tx.Join(this, merchant);
            await AuditLog.Append(tx, notes);
            await tx.Leave();
        }
        await Flush();
        await session.Commit();
    }
}
