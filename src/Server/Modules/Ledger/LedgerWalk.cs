using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>
/// Walks the whole ledger of a merchant, some hundred members at a time by the indexes of the tables, so that memory stays
/// small whatever the number of entries. It runs inside one read, which sees one moment.
/// </summary>
internal static class LedgerWalk
{
    private const int MembersAtOnce = 400;

    /// <summary>The accounts and lots of some members; their entries are streamed by <see cref="Entries"/>.</summary>
    public sealed record Part(
        MemberId After,
        MemberId Last,
        List<AccountRow> Accounts,
        List<LotRow> LotRows,
        ILookup<AccountId, LotState> Lots
    );

    public static async IAsyncEnumerable<Part> Parts(DbRead db)
    {
        var after = new MemberId(0);
        while (true)
        {
            var members = await db.All<MemberId>(
                "SELECT member_id FROM book WHERE merchant_id = @m AND member_id > @after ORDER BY member_id LIMIT "
                    + MembersAtOnce,
                new { after }
            );
            if (members.Count == 0)
                yield break;
            var range = new { after, last = members[^1] };
            var accounts = await db.All<AccountRow>(
                "SELECT * FROM account WHERE merchant_id = @m AND member_id > @after AND member_id <= @last ORDER BY id",
                range
            );
            var lots = await db.All<LotRow>(
                "SELECT * FROM lot WHERE merchant_id = @m AND member_id > @after AND member_id <= @last",
                range
            );
            yield return new(after, members[^1], accounts, lots, lots.ToLookup(l => l.AccountId, l => l.ToState()));
            after = members[^1];
        }
    }

    /// <summary>The entries of a part by account and number, each with the header of its posting.</summary>
    public static async IAsyncEnumerable<(PostingHeader Header, Entry Entry)> Entries(DbRead db, Part part)
    {
        // Accounts first, then their entries: left to itself SQLite reads all entries of the shop for every part anew. There
        // CROSS JOIN keeps the order as it is written.
        var join = db.Engine == Engine.Sqlite ? "CROSS JOIN" : "JOIN";
        // A posting's entries come near each other, so its header is made once for most of them.
        var headers = new Dictionary<PostingId, PostingHeader>();
        var rows = db.Stream<Row>(
            $"""
            SELECT e.posting_id, e.id, e.account_id, e.seq, e.amount, e.balance_after, e.counter, e.lots, e.day, e.hash,
                p.kind, p.document_kind, p.document_id, p.store_id, p.staff_id, p.channel, p.at, p.day AS posting_day,
                p.reason, p.reversal_of, p.format, p.key
            FROM account a
            {join} entry e ON e.merchant_id = a.merchant_id AND e.account_id = a.id
            {join} posting p ON p.merchant_id = e.merchant_id AND p.id = e.posting_id
            WHERE a.merchant_id = @m AND a.member_id > @after AND a.member_id <= @last ORDER BY a.id, e.seq
            """,
            new { after = part.After, last = part.Last }
        );
        await foreach (var row in rows)
        {
            if (!headers.TryGetValue(row.PostingId, out var header))
                headers[row.PostingId] = header = row.ToHeader(db.Merchant);
            yield return (header, row.ToEntry());
        }
    }

    private sealed record Row(
        PostingId PostingId,
        EntryId Id,
        AccountId AccountId,
        long Seq,
        long Amount,
        long BalanceAfter,
        string Counter,
        string Lots,
        BusinessDay Day,
        byte[] Hash,
        string Kind,
        string DocumentKind,
        string DocumentId,
        StoreId? StoreId,
        StaffId? StaffId,
        string Channel,
        Instant At,
        BusinessDay PostingDay,
        string Reason,
        PostingId? ReversalOf,
        long Format,
        string Key
    )
    {
        public Entry ToEntry() => new(Id, PostingId, AccountId, Seq, Amount, BalanceAfter, Counter, Lots, Day, Hash);

        public PostingHeader ToHeader(MerchantId merchant) =>
            new(
                merchant,
                PostingId,
                Kind,
                DocumentKind,
                DocumentId,
                StoreId,
                StaffId,
                Channel,
                At,
                PostingDay,
                Reason,
                ReversalOf,
                (int)Format,
                Key
            );
    }
}
