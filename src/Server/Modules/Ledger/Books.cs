using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>Loads books, locked for a posting or as they are.</summary>
internal static class Books
{
    /// <summary>
    /// Locks these members' books in id order (which is what keeps two transactions from waiting for each other) and
    /// loads accounts and the lots that still hold something. A member without a book is a broken program.
    /// </summary>
    public static async Task<Book> Lock(Tx tx, AssetSet assets, params IReadOnlyList<MemberId> members)
    {
        var ids = members.Distinct().Order().ToList();
        var rows = await tx.All<BookRow>(
            // SQLite has one writer, so whoever is here holds the lock already.
            "SELECT * FROM book WHERE merchant_id = @m AND member_id IN @ids ORDER BY member_id"
                + (tx.Engine == Engine.Postgres ? " FOR UPDATE" : ""),
            new { ids }
        );
        if (rows.Count != ids.Count)
            throw new InvalidOperationException("A member has no book.");
        return await Load(tx, assets, rows, members[0]);
    }

    public static async Task<Book?> Read(DbRead db, AssetSet assets, MemberId member)
    {
        var rows = await db.All<BookRow>(
            "SELECT * FROM book WHERE merchant_id = @m AND member_id = @member",
            new { member }
        );
        return rows.Count == 0 ? null : await Load(db, assets, rows, member);
    }

    /// <summary>Adds lots by id, also empty ones: value may go back to them.</summary>
    public static async Task<Book> WithLots(DbRead db, Book book, IEnumerable<LotId> lots)
    {
        var missing = lots.Where(l => book.FindLot(l) is null).Distinct().ToList();
        if (missing.Count == 0)
            return book;
        var rows = await db.All<LotRow>("SELECT * FROM lot WHERE merchant_id = @m AND id IN @missing", new { missing });
        return book with { Lots = [.. book.Lots, .. rows.Select(r => r.ToState())] };
    }

    private static async Task<Book> Load(DbRead db, AssetSet assets, IReadOnlyList<BookRow> books, MemberId first)
    {
        var ids = books.Select(b => b.MemberId).ToList();
        var accounts = await db.All<AccountRow>(
            "SELECT * FROM account WHERE merchant_id = @m AND member_id IN @ids ORDER BY id",
            new { ids }
        );
        var lots = await db.All<LotRow>(
            "SELECT * FROM lot WHERE merchant_id = @m AND member_id IN @ids AND remaining > 0 ORDER BY id",
            new { ids }
        );
        return new(
            assets,
            [
                .. books
                    .OrderByDescending(b => b.MemberId == first)
                    .Select(b => new Holder(b.MemberId, b.Frozen, b.Registered)),
            ],
            [.. accounts.Select(a => a.ToState())],
            [.. lots.Select(l => l.ToState())]
        );
    }
}
