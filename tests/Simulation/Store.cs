namespace Shuke.Simulation;

/// <summary>A bug put in on purpose: a simulation that does not find it finds nothing.</summary>
internal enum Bug
{
    None,

    /// <summary>The store does not remember what it answered to a key.</summary>
    ForgetsKeys,

    /// <summary>An account is written though it moved since it was read.</summary>
    WritesBlind,

    /// <summary>A crash in the middle leaves accounts written and lots not.</summary>
    WritesHalf,

    /// <summary>The night's work books out lots on their last day instead of after it.</summary>
    ExpiresEarly,

    /// <summary>A refund does not look at the refunds before it.</summary>
    RefundsTwice,
}

/// <summary>What happens to a commit.</summary>
internal enum Fate
{
    Fine,

    /// <summary>Nothing was written, and nobody was told.</summary>
    FailsBefore,

    /// <summary>All was written, and nobody was told.</summary>
    FailsAfter,
}

internal enum Committed
{
    Done,
    Unknown,
    Conflict,
}

/// <summary>What a client is told, and what it believes afterwards: by how much each of its totals moved.</summary>
internal sealed record Reply(
    string Says,
    PostingId Posting,
    IReadOnlyList<(MemberId Member, string What, long By)> Effects
);

/// <summary>
/// The database of the simulation: rows in memory, all or nothing per commit, keys remembered with it, accounts guarded by
/// their number - and a fate for each commit.
/// </summary>
internal sealed class Store(AssetSet assets, Bug bug)
{
    private sealed class Rows
    {
        public required Holder Holder;
        public readonly List<AccountState> Accounts = [];
        public readonly List<LotId> Lots = [];
        public readonly HashSet<LotId> Open = [];
    }

    private readonly Dictionary<MemberId, Rows> _members = [];
    private readonly Dictionary<LotId, LotState> _lots = [];
    private readonly Dictionary<LotId, LotId> _continued = [];
    private readonly Dictionary<string, Reply> _keys = new(StringComparer.Ordinal);

    public Dictionary<AccountId, List<(PostingHeader Header, Entry Entry)>> Entries { get; } = [];
    public Dictionary<PostingId, List<(AssetId Asset, Entry Entry)>> Postings { get; } = [];
    public Dictionary<PostingId, List<(AssetId Asset, Entry Entry)>> Reversals { get; } = [];

    public void Open(Holder holder) => _members[holder.Member] = new() { Holder = holder };

    public void Freeze(MemberId member, bool frozen)
    {
        var rows = _members[member];
        rows.Holder = rows.Holder with { Frozen = frozen };
    }

    public bool IsFrozen(MemberId member) => _members[member].Holder.Frozen;

    public IReadOnlyList<AccountState> Accounts(MemberId member) => _members[member].Accounts;

    public IEnumerable<LotState> LotsOf(MemberId member) => _members[member].Lots.Select(id => _lots[id]);

    public LotState Lot(LotId id) => _lots[id];

    public Reply? Remembered(string key) => bug == Bug.ForgetsKeys ? null : _keys.GetValueOrDefault(key);

    /// <summary>As the server loads a book: lots that hold something, and the emptied half of a top-up whose other half does.</summary>
    public Book Load(MemberId member, IEnumerable<LotId>? also = null, bool everyStoredLot = false)
    {
        var rows = _members[member];
        var ids = new SortedSet<LotId>(rows.Open);
        foreach (var id in rows.Open)
            if (_lots[id].Pair is { } pair)
                ids.Add(pair);
        foreach (var id in rows.Lots)
        {
            var lot = _lots[id];
            if (!assets[lot.Asset].IsStoredValue)
                continue;
            if (everyStoredLot || (lot.Pair is { } pair && rows.Open.Contains(pair)))
                ids.Add(id);
        }
        foreach (var id in also ?? [])
            for (LotId? at = id; at is { } lot; at = _continued.TryGetValue(lot, out var next) ? next : null)
                ids.Add(lot);
        return new(assets, [rows.Holder], [.. rows.Accounts.OrderBy(a => a.Id)], [.. ids.Select(id => _lots[id])]);
    }

    public Committed Commit(string key, PostingPlan plan, Reply reply, Fate fate)
    {
        if (fate == Fate.FailsBefore)
            return Committed.Unknown;
        if (bug != Bug.WritesBlind && plan.Accounts.Any(Moved))
            return Committed.Conflict;
        foreach (var change in plan.Accounts)
            Put(change.After);
        if (bug == Bug.WritesHalf && fate == Fate.FailsAfter)
            return Committed.Unknown;
        foreach (var lot in plan.NewLots)
        {
            _members[lot.Member].Lots.Add(lot.Id);
            if (lot.Origin is { } origin)
                _continued[origin] = lot.Id;
            Put(lot);
        }
        foreach (var lot in plan.ChangedLots)
            Put(lot);
        foreach (var entry in plan.Entries)
            Put(plan, entry);
        _keys[key] = reply;
        return fate == Fate.FailsAfter ? Committed.Unknown : Committed.Done;
    }

    private bool Moved(AccountChange change)
    {
        var now = _members[change.After.Member].Accounts.Find(a => a.Asset == change.After.Asset);
        return change.IsNew ? now is not null : now?.Seq != change.SeqBefore;
    }

    private void Put(AccountState account)
    {
        var accounts = _members[account.Member].Accounts;
        var at = accounts.FindIndex(a => a.Asset == account.Asset);
        if (at < 0)
            accounts.Add(account);
        else
            accounts[at] = account;
    }

    private void Put(LotState lot)
    {
        _lots[lot.Id] = lot;
        if (lot.Remaining > 0)
            _members[lot.Member].Open.Add(lot.Id);
        else
            _members[lot.Member].Open.Remove(lot.Id);
    }

    private void Put(PostingPlan plan, Entry entry)
    {
        var asset = plan.After.Accounts.First(a => a.Id == entry.Account).Asset;
        Add(Entries, entry.Account, (plan.Header, entry));
        Add(Postings, plan.Header.Id, (asset, entry));
        if (plan.Header.ReversalOf is { } original)
            Add(Reversals, original, (asset, entry));
    }

    private static void Add<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key, T item)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        list.Add(item);
    }
}
