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
        List<BookRow> Books,
        List<AccountState> Accounts,
        List<LotRow> LotRows,
        ILookup<AccountId, LotState> Lots
    );

    public static async IAsyncEnumerable<Part> Parts(DbRead db)
    {
        var after = new MemberId(0);
        while (true)
        {
            var books = await db.All<BookRow>(
                "SELECT * FROM book WHERE merchant_id = @m AND member_id > @after ORDER BY member_id LIMIT "
                    + MembersAtOnce,
                new { after }
            );
            if (books.Count == 0)
                yield break;
            books = books[..Fitting(books)];
            var last = books[^1].MemberId;
            var accounts = books.SelectMany(b => b.ToAccounts()).ToList();
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

    /// <summary>The entries of a part by account and number, each with the header of its posting.</summary>
    /// <exception cref="FormatException">a posting is not as it was written</exception>
    public static async Task<List<(PostingHeader Header, Entry Entry)>> Entries(DbRead db, Part part)
    {
        var owners = part.Accounts.ToDictionary(a => a.Id, a => a.Member);
        var found = new List<(PostingHeader Header, Entry Entry)>();
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
            var header = posting.ToHeader();
            var (moved, movedOther) = (false, false);
            foreach (var entry in posting.ToEntries())
                if (owners.TryGetValue(entry.Account, out var owner))
                {
                    found.Add((header, entry));
                    moved |= owner == posting.MemberId;
                    movedOther |= owner == posting.OtherMemberId;
                }
            if (
                (!moved && IsIn(part, posting.MemberId))
                || (!movedOther && posting.OtherMemberId is { } other && IsIn(part, other))
                || posting.OtherMemberId?.Value <= posting.MemberId.Value
            )
                throw new FormatException($"posting {posting.Id} names a member whose value it does not move");
        }
        found.Sort(
            static (a, b) =>
                a.Entry.Account != b.Entry.Account
                    ? a.Entry.Account.CompareTo(b.Entry.Account)
                    : a.Entry.Seq.CompareTo(b.Entry.Seq)
        );
        return found;
    }

    private static bool IsIn(Part part, MemberId member) =>
        member.Value > part.After.Value && member.Value <= part.Last.Value;
}
