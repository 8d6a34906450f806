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

    /// <summary>
    /// Adds lots by id, also empty ones, because value may go back to them; and whatever continues them after a merge
    /// of members, generation by generation.
    /// </summary>
    public static async Task<Book> WithLots(DbRead db, Book book, IEnumerable<LotId> lots)
    {
        var wanted = lots.Distinct().ToList();
        while (wanted.Count > 0)
        {
            var missing = wanted.Where(l => book.FindLot(l) is null).ToList();
            if (missing.Count > 0)
            {
                var rows = await db.All<LotRow>(
                    "SELECT * FROM lot WHERE merchant_id = @m AND id IN @missing",
                    new { missing }
                );
                book = book with { Lots = [.. book.Lots, .. rows.Select(r => r.ToState())] };
            }
            wanted = await db.All<LotId>(
                "SELECT id FROM lot WHERE merchant_id = @m AND origin IN @wanted",
                new { wanted }
            );
        }
        return book;
    }

    private static async Task<Book> Load(DbRead db, AssetSet assets, IReadOnlyList<BookRow> books, MemberId first)
    {
        var ids = books.Select(b => b.MemberId).ToList();
        var accounts = await db.All<AccountRow>(
            "SELECT * FROM account WHERE merchant_id = @m AND member_id IN @ids ORDER BY id",
            new { ids }
        );
        // The emptied half of a top-up counts too: what it held decides the proportion of principal and bonus.
        var stored = assets.All.Where(a => a.IsStoredValue).Select(a => a.Id).ToList();
        var lots = await db.All<LotRow>(
            """
            SELECT l.* FROM lot l WHERE l.merchant_id = @m AND l.member_id IN @ids AND (l.remaining > 0 OR (l.asset_id IN @stored
                AND EXISTS (SELECT 1 FROM lot s WHERE s.merchant_id = @m AND s.member_id = l.member_id AND s.remaining > 0
                            AND (s.id = l.pair OR s.pair = l.id))))
            ORDER BY l.id
            """,
            new { ids, stored }
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
