using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>Loads books, locked for a posting or as they are.</summary>
internal static class Books
{
    // SQLite has one writer, so whoever is here holds the lock already. Books are locked in order of ids, which is what
    // keeps two transactions from waiting for each other.
    private static readonly KeyedQuery<MemberId, BookRow> Locked = new(
        "book",
        "SELECT * FROM book WHERE {member_id} ORDER BY merchant_id, member_id{lock  FOR UPDATE}",
        r => (r.MerchantId, r.MemberId),
        order: 20
    );

    private static readonly KeyedQuery<MemberId, BookRow> Plain = new(
        "book",
        "SELECT * FROM book WHERE {member_id}",
        r => (r.MerchantId, r.MemberId)
    );

    /// <summary>
    /// The lots that still hold something, and the emptied half of a top-up: what it held decides the proportion. Written as
    /// comparisons, so that both engines find them by their index.
    /// </summary>
    private static readonly KeyedQuery<MemberId, LotRow> ValueLots = new(
        "lot",
        "SELECT * FROM lot WHERE {member_id} AND live = TRUE AND points = FALSE ORDER BY id",
        r => (r.MerchantId, r.MemberId)
    );

    /// <summary>Likewise those of points: one for each ticket of a regular, so they are read only where they are needed.</summary>
    private static readonly KeyedQuery<MemberId, LotRow> PointLots = new(
        "lot",
        "SELECT * FROM lot WHERE {member_id} AND live = TRUE AND points = TRUE ORDER BY id",
        r => (r.MerchantId, r.MemberId)
    );

    private static readonly string[] Tables = ["book", "lot"];

    /// <param name="points">the lots of points too</param>
    public static void Ahead(Ahead ahead, MemberId member, bool locked, bool points)
    {
        ahead.Want(locked ? Locked : Plain, member);
        ahead.Want(ValueLots, member);
        if (points)
            ahead.Want(PointLots, member);
    }

    /// <summary>
    /// Locks these members' books in id order and loads them with their live lots. A member without a book is a broken
    /// program. What an earlier command of the same batch left is answered as it is now.
    /// </summary>
    /// <param name="points">false: the lots of points stay where they are, unless a rule renews them with every purchase</param>
    public static async Task<Book> Lock(Tx tx, AssetSet assets, bool points, params IReadOnlyList<MemberId> members)
    {
        points |= assets.RenewsPoints;
        if (members.Count == 1 && tx.State<Book>(members[0].Value) is { } known)
            return points && !known.HasPointLots ? await WithPoints(tx, known) : known;
        var rows = new List<BookRow>();
        foreach (var member in members.Distinct().Order())
            rows.AddRange(await tx.Of(Locked, member));
        if (rows.Count != members.Distinct().Count())
            throw new InvalidOperationException("A member has no book.");
        return await Load(tx, assets, rows, members[0], points);
    }

    /// <summary>
    /// A book that an earlier command of the batch left without its lots of points, with them: that command has at most
    /// made new ones, which the book knows.
    /// </summary>
    private static async Task<Book> WithPoints(Tx tx, Book book)
    {
        var rows = await tx.Of(PointLots, book.Member);
        var known = book.Lots.Select(l => l.Id).ToHashSet();
        var others = rows.Where(r => !known.Contains(r.Id)).Select(r => r.ToState());
        return book with { Lots = [.. others, .. book.Lots], HasPointLots = true };
    }

    public static async Task<Book?> Read(DbRead db, AssetSet assets, MemberId member)
    {
        if (db is Tx tx && tx.State<Book>(member.Value) is { } known)
            return known.HasPointLots ? known : await WithPoints(tx, known);
        var rows = await db.Of(Plain, member);
        return rows.Count == 0 ? null : await Load(db, assets, rows, member, points: true);
    }

    /// <summary>Remembers a book after a posting, for what comes later in the transaction or in its batch.</summary>
    public static void Note(Tx tx, Book after)
    {
        // Moves between two members are rare, and the next command of either reads its book anew.
        if (after.Holders.Length == 1)
            tx.SetState(after.Member.Value, after, Tables);
        else
            tx.ForgetRead(Tables);
    }

    public static async Task<Instant?> OpenedAt(DbRead db, MemberId member)
    {
        var rows = await db.OfEither(Locked, Plain, member);
        return rows.Count == 0 ? null : rows[0].OpenedAt;
    }

    /// <summary>
    /// Adds lots by id, also empty ones, because value may go back to them; their other halves; and whatever continues
    /// them after a merge of members, generation by generation.
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
                    """
                    SELECT * FROM lot WHERE merchant_id = @m AND (id IN @missing
                        OR id IN (SELECT h.pair FROM lot h WHERE h.merchant_id = @m AND h.id IN @missing AND h.pair IS NOT NULL)
                        OR pair IN @missing)
                    """,
                    new { missing }
                );
                var added = rows.Where(r => book.FindLot(r.Id) is null).Select(r => r.ToState());
                book = book with { Lots = [.. book.Lots, .. added] };
            }
            wanted = await db.All<LotId>(
                "SELECT id FROM lot WHERE merchant_id = @m AND origin IN @wanted",
                new { wanted }
            );
        }
        return book;
    }

    private static async Task<Book> Load(
        DbRead db,
        AssetSet assets,
        IReadOnlyList<BookRow> books,
        MemberId first,
        bool points
    )
    {
        var lots = new List<LotRow>();
        foreach (var book in books)
        {
            lots.AddRange(await db.Of(ValueLots, book.MemberId));
            if (points)
                lots.AddRange(await db.Of(PointLots, book.MemberId));
        }
        return new(
            assets,
            [
                .. books
                    .OrderByDescending(b => b.MemberId == first)
                    .Select(b => new Holder(b.MemberId, b.Frozen, b.Registered)),
            ],
            books.Count == 1 ? books[0].ToAccounts() : [.. books.SelectMany(b => b.ToAccounts())],
            [.. lots.Select(l => l.ToState())]
        )
        {
            HasPointLots = points,
        };
    }
}
