using Shuke.Core;
using Shuke.Core.Ledger;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Ledger;

/// <summary>Changes entries and accounts the way somebody would who knows how they are stored and may write anywhere.</summary>
internal static class Forgery
{
    public static Task<List<PostingRow>> Postings(DbRead db) =>
        db.All<PostingRow>("SELECT * FROM posting WHERE merchant_id = @m ORDER BY id");

    /// <summary>Writes these entries into a posting instead of its own; without any the posting goes.</summary>
    public static Task<int> Write(Tx tx, PostingRow posting, IReadOnlyList<Entry> entries) =>
        entries.Count == 0
            ? tx.Execute("DELETE FROM posting WHERE id = @Id", posting)
            : tx.Execute(
                "UPDATE posting SET entries = @Entries WHERE id = @Id",
                new { posting.Id, Entries = EntryText.Write(entries) }
            );

    /// <summary>Puts what <paramref name="change"/> makes of an entry where it stood: itself changed, nothing, or more.</summary>
    public static async Task<int> Entry(Tx tx, long id, Func<Entry, Entry[]> change)
    {
        var posting = (await Postings(tx)).Single(p => p.ToEntries().Exists(e => e.Id.Value == id));
        return await Write(tx, posting, [.. posting.ToEntries().SelectMany(e => e.Id.Value == id ? change(e) : [e])]);
    }

    public static Task<List<BookRow>> Books(DbRead db) =>
        db.All<BookRow>("SELECT * FROM book WHERE merchant_id = @m ORDER BY member_id");

    /// <summary>Writes these accounts into a book instead of its own, and says of them what the program would.</summary>
    public static async Task<int> Write(Tx tx, MemberId member, IEnumerable<AccountState> accounts) =>
        await tx.Execute(
            """
            UPDATE book SET accounts = @Accounts, entries = @Entries, stored = @Stored, balances = @Balances, heads = @Heads
            WHERE member_id = @MemberId
            """,
            BookUpdate.Of(tx.Merchant, member, accounts, await LedgerPublic.Assets(tx), fresh: 0)
        );

    /// <summary>Puts what <paramref name="change"/> makes of an account in its place.</summary>
    public static async Task<int> Account(Tx tx, long id, Func<AccountState, AccountState> change)
    {
        var book = (await Books(tx)).Single(b => b.ToAccounts().Any(a => a.Id.Value == id));
        return await Write(tx, book.MemberId, book.ToAccounts().Select(a => a.Id.Value == id ? change(a) : a));
    }
}
