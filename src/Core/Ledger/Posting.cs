using System.Collections.Immutable;

namespace Shuke.Core.Ledger;

/// <summary>Who, where, when and why value moved (记账凭证). Immutable; a correction is a new posting that names the old.</summary>
/// <param name="Kind">what happened, e.g. "topup", "sale", "refund"</param>
/// <param name="DocumentKind">the business document behind it, e.g. "order"</param>
/// <param name="DocumentId">its id as text</param>
/// <param name="Staff">null if no person pressed a button</param>
/// <param name="Channel">till, console, member, open, job</param>
/// <param name="Format">version of the hashed form, <see cref="Chain.Format"/></param>
/// <param name="Key">idempotency key: one intent, one posting</param>
public sealed record PostingHeader(
    MerchantId Merchant,
    PostingId Id,
    string Kind,
    string DocumentKind,
    string DocumentId,
    StoreId? Store,
    StaffId? Staff,
    string Channel,
    Instant At,
    BusinessDay Day,
    string Reason,
    PostingId? ReversalOf,
    int Format,
    string Key
);

/// <summary>
/// One line of a posting (分录): an amount between a member's account and a counter-account, numbered without gaps and
/// chained by hash within the account. Lots is the text of <see cref="LotText"/>.
/// </summary>
/// <param name="Hash">32 bytes; none in an entry that was read from a row that does not store it, where it follows from the chain</param>
public sealed record Entry(
    EntryId Id,
    PostingId Posting,
    AccountId Account,
    long Seq,
    long Amount,
    long BalanceAfter,
    string Counter,
    string Lots,
    BusinessDay Day,
    byte[] Hash
);

/// <summary>An account row to write: insert if new, else update where seq is still <paramref name="SeqBefore"/>.</summary>
public sealed record AccountChange(AccountState After, long SeqBefore, bool IsNew);

/// <summary>Everything one piece of server code writes for a posting, and the book as it is afterwards.</summary>
/// <param name="NewLots">rows to insert, in their state after the posting</param>
/// <param name="ChangedLots">rows whose remaining or last day changed</param>
public sealed record PostingPlan(
    PostingHeader Header,
    IReadOnlyList<Entry> Entries,
    IReadOnlyList<LotState> NewLots,
    IReadOnlyList<LotState> ChangedLots,
    IReadOnlyList<AccountChange> Accounts,
    Book After
);

/// <summary>Turns moves into a posting: ids, numbers, balances, hashes.</summary>
public static class Posting
{
    /// <param name="book">the book the first of the moves was decided on, without provisional parts</param>
    /// <param name="nextId">rising ids from the program's id source</param>
    /// <param name="chained">false: without hashes, for the bench that measures what the chain costs; nothing else may</param>
    public static PostingPlan Seal(Book book, PostingHeader header, Moves moves, Func<long> nextId, bool chained = true)
    {
        if (moves.IsEmpty)
            throw new ArgumentException("A posting has at least one entry.", nameof(moves));
        if (book.Provisional != 0)
            throw new ArgumentException("Seal from the book before the moves, not after.", nameof(book));

        var lotIds = LotIds(moves, nextId);
        var entries = new List<Entry>(moves.List.Count);
        var created = new List<LotId>();
        var now = book;
        foreach (var move in moves.List)
            now = Post(now, header, move, lotIds, nextId, entries, created, chained);

        var touched = new SortedSet<LotId>();
        foreach (var move in moves.List)
        foreach (var lot in move.Lots)
            if (lot.Lot.Value > 0)
                touched.Add(lot.Lot);
        AddHalves(book, now, touched);
        return new(header, entries, created.ConvertAll(now.Lot), [.. touched.Select(now.Lot)], Changes(book, now), now);
    }

    /// <summary>A lot whose other half was emptied or filled again may come to life or die with it.</summary>
    private static void AddHalves(Book before, Book after, SortedSet<LotId> touched)
    {
        // Lots keep their place in the book; those that are new come after them.
        for (var i = 0; i < before.Lots.Length; i++)
            if (!touched.Contains(before.Lots[i].Id) && before.IsLive(before.Lots[i]) != after.IsLive(after.Lots[i]))
                touched.Add(before.Lots[i].Id);
    }

    private static Book Post(
        Book book,
        PostingHeader header,
        Move move,
        Dictionary<LotId, LotId> lotIds,
        Func<long> nextId,
        List<Entry> entries,
        List<LotId> created,
        bool chained
    )
    {
        if (move.Amount == 0)
            throw new InvalidOperationException("An entry moves something.");
        var old = book.Account(move.Member, move.Asset);
        var account = book.After(old ?? Book.Opened(new(nextId()), move), move.Amount);
        var entryId = new EntryId(nextId());
        var lots = move.Lots.Select(l => l with { Lot = Real(l.Lot, lotIds) }).ToList();
        var newLots = move
            .NewLots.Select(lot =>
                lot with
                {
                    Id = Real(lot.Id, lotIds),
                    Account = account.Id,
                    CreatedBy = entryId,
                    Pair = lot.Pair is { } pair ? Real(pair, lotIds) : null,
                }
            )
            .OrderBy(l => l.Id)
            .ToImmutableArray();
        var entry = new Entry(
            entryId,
            header.Id,
            account.Id,
            account.Seq + 1,
            move.Amount,
            account.Balance,
            move.Counter,
            LotText.Write(lots),
            header.Day,
            []
        );
        entry = entry with { Hash = chained ? Chain.Hash(account, header, entry, newLots.AsSpan()) : Chain.Genesis };
        entries.Add(entry);
        created.AddRange(newLots.Select(l => l.Id));
        return book with
        {
            Accounts = book.Put(old, account with { Seq = entry.Seq, Head = entry.Hash }),
            Lots = book.LotsAfter(newLots, lots),
        };
    }

    private static Dictionary<LotId, LotId> LotIds(Moves moves, Func<long> nextId)
    {
        var ids = new Dictionary<LotId, LotId>();
        foreach (var move in moves.List)
        foreach (var lot in move.NewLots)
            ids.Add(lot.Id, new(nextId()));
        return ids;
    }

    private static LotId Real(LotId id, Dictionary<LotId, LotId> ids) => id.Value < 0 ? ids[id] : id;

    private static List<AccountChange> Changes(Book before, Book after)
    {
        var changes = new List<AccountChange>();
        foreach (var account in after.Accounts)
        {
            var old = before.Account(account.Member, account.Asset);
            if (!ReferenceEquals(old, account))
                changes.Add(new(account, old?.Seq ?? 0, old is null));
        }
        changes.Sort((a, b) => a.After.Id.CompareTo(b.After.Id));
        return changes;
    }
}
