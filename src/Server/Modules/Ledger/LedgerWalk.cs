using System.Collections.Immutable;
using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>
/// Walks the whole ledger of a merchant, some hundred members at a time by the indexes of the tables, so that memory stays
/// small whatever the number of entries. It runs inside one read, which sees one moment.
/// </summary>
internal static class LedgerWalk
{
    private const int MembersAtOnce = 400;

    /// <summary>Members with long histories come in smaller parts: what they hold in memory is their entries.</summary>
    private const long EntriesAtOnce = 50_000;

    /// <summary>The books, accounts (by id) and lots of some members; their entries are read by <see cref="Entries"/>.</summary>
    public sealed record Part(
        MemberId After,
        MemberId Last,
        List<(BookRow Row, ImmutableArray<AccountState> Accounts)> Books,
        List<AccountState> Accounts,
        List<LotRow> LotRows,
        ILookup<AccountId, LotState> Lots
    );

    public static async IAsyncEnumerable<Part> Parts(DbRead db)
    {
        var after = new MemberId(0);
        while (true)
        {
            var rows = await db.All<BookRow>(
                "SELECT * FROM book WHERE merchant_id = @m AND member_id > @after ORDER BY member_id LIMIT "
                    + MembersAtOnce,
                new { after }
            );
            if (rows.Count == 0)
                yield break;
            var books = rows[..Fitting(rows)].ConvertAll(b => (Row: b, Accounts: b.ToAccounts()));
            var last = books[^1].Row.MemberId;
            var accounts = books.SelectMany(b => b.Accounts).ToList();
            accounts.Sort(static (a, b) => a.Id.CompareTo(b.Id));
            var lots = await db.All<LotRow>(
                "SELECT * FROM lot WHERE merchant_id = @m AND member_id > @after AND member_id <= @last",
                new { after, last }
            );
            yield return new(after, last, books, accounts, lots, lots.ToLookup(l => l.AccountId, l => l.ToState()));
            after = last;
        }
    }

    /// <summary>How many of the books fit into one part; at least one does.</summary>
    private static int Fitting(List<BookRow> books)
    {
        var sum = 0L;
        for (var i = 0; i < books.Count; i++)
        {
            // A forged number may be as large as it likes.
            sum += Math.Clamp(books[i].Entries, 0, EntriesAtOnce);
            if (sum > EntriesAtOnce && i > 0)
                return i;
        }
        return books.Count;
    }

    /// <summary>What a part's postings say, by account and number.</summary>
    /// <param name="Postings">how many there are; one that moves two members' value is counted with the first of them</param>
    /// <param name="Written">how many entries they have, of whatever account</param>
    public sealed record Walked(List<Moved> Entries, long Postings, long Written);

    /// <summary>An entry with the header of its posting and its place among those that are sealed together.</summary>
    public readonly record struct Moved(PostingHeader Header, Entry Entry, Seal? Seal, int Place);

    /// <summary>The seal over one member's entries of a posting, and their hashes as far as they have been worked out.</summary>
    public sealed class Seal(ReadOnlyMemory<byte> stored)
    {
        private readonly List<byte[]?> _hashes = [];
        private bool? _holds;

        public int Add()
        {
            _hashes.Add(null);
            return _hashes.Count - 1;
        }

        public void Set(int place, ReadOnlySpan<byte> hash) => _hashes[place] = hash.ToArray();

        /// <summary>False only where all hashes are known, and others than those that were sealed.</summary>
        public bool MayHold =>
            _holds ??= _hashes.Contains(null) || EntryText.Seal(_hashes!).AsSpan().SequenceEqual(stored.Span);
    }

    /// <exception cref="FormatException">a posting is not as it was written</exception>
    public static async Task<Walked> Entries(DbRead db, Part part)
    {
        var owners = part.Accounts.ToDictionary(a => a.Id, a => a.Member);
        var (found, count, written) = (new List<Moved>(), 0L, 0L);
        var postings = db.Stream<PostingRow>(
            """
            SELECT * FROM posting WHERE merchant_id = @m AND member_id > @after AND member_id <= @last
            UNION ALL
            SELECT * FROM posting WHERE merchant_id = @m AND other_member_id > @after AND other_member_id <= @last
                AND NOT (member_id > @after AND member_id <= @last)
            """,
            new { after = part.After, last = part.Last }
        );
        await foreach (var posting in postings)
        {
            var (header, entries) = (posting.ToHeader(), posting.ToEntries());
            var (seal, otherSeal) = SealsOf(posting);
            var (moved, movedOther) = (false, false);
            foreach (var entry in entries)
                if (owners.TryGetValue(entry.Account, out var owner))
                {
                    var over = owner == posting.MemberId ? seal : otherSeal;
                    found.Add(new(header, entry, over, over?.Add() ?? 0));
                    moved |= owner == posting.MemberId;
                    movedOther |= owner == posting.OtherMemberId;
                }
            if (
                (!moved && IsIn(part, posting.MemberId))
                || (!movedOther && posting.OtherMemberId is { } other && IsIn(part, other))
                || posting.OtherMemberId?.Value <= posting.MemberId.Value
            )
                throw new FormatException($"posting {posting.Id} names a member whose value it does not move");
            if (!IsIn(part, posting.MemberId))
                continue;
            count++;
            written += entries.Count;
        }
        found.Sort(
            static (a, b) =>
                a.Entry.Account != b.Entry.Account
                    ? a.Entry.Account.CompareTo(b.Entry.Account)
                    : a.Entry.Seq.CompareTo(b.Entry.Seq)
        );
        return new(found, count, written);
    }

    private static (Seal? First, Seal? Other) SealsOf(PostingRow posting)
    {
        if (posting.Format == 1)
            return (null, null);
        if (posting.Hashes.Length != (posting.OtherMemberId is null ? 1 : 2) * Chain.Size)
            throw new FormatException($"posting {posting.Id} is not sealed as it was written");
        var bytes = posting.Hashes.AsMemory();
        return (new(bytes[..Chain.Size]), posting.OtherMemberId is null ? null : new(bytes[Chain.Size..]));
    }

    private static bool IsIn(Part part, MemberId member) =>
        member.Value > part.After.Value && member.Value <= part.Last.Value;
}
