using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>What other modules may do with value. There is no other way to move it.</summary>
public static class LedgerPublic
{
    /// <summary>What the rules of this module say now, for the written membership policy.</summary>
    public static Task<IReadOnlyList<Chapter>> Chapters(DbRead db, Language language) =>
        ValueChapters.Write(db, language);

    /// <summary>Opens a member's book; registration does this in its own transaction.</summary>
    public static Task OpenBook(Tx tx, MemberId member, bool registered) =>
        tx.Insert(BookRow.New(tx.Merchant, member, registered, tx.Now));

    /// <summary>Stops or frees every movement of a member's value (invariant I34).</summary>
    public static Task SetFrozen(Tx tx, MemberId member, bool frozen) =>
        tx.Execute(
            "UPDATE book SET frozen = @frozen WHERE merchant_id = @m AND member_id = @member",
            new { member, frozen }
        );

    /// <summary>The merchant's assets, active or not: old accounts must stay readable.</summary>
    public static async Task<AssetSet> Assets(DbRead db) => (await Kept(db)).Set;

    /// <summary>The assets with their names and what vouchers cover, for screens and for pricing.</summary>
    public static async Task<IReadOnlyList<AssetInfo>> AssetInfos(DbRead db) => (await Kept(db)).Infos;

    private static ValueTask<KeptAssets> Kept(DbRead db) =>
        db.Kept(
            "",
            static async db =>
            {
                var rows = await db.All<AssetRow>("SELECT * FROM asset WHERE merchant_id = @m ORDER BY position, id");
                var infos = rows.ConvertAll(r => new AssetInfo(
                    r.ToAsset(),
                    r.NameZh,
                    r.NameEn,
                    Covers.Read(r.Covers),
                    r.Active
                ));
                return new KeptAssets(new(infos.ConvertAll(i => i.Asset)), infos);
            }
        );

    private sealed record KeptAssets(AssetSet Set, IReadOnlyList<AssetInfo> Infos);

    /// <summary>Says that this member's value will move: the book is locked, and read with all it holds, in the batch's one round trip.</summary>
    /// <param name="points">whether points will be spent, so that their lots are read too</param>
    public static void Ahead(Ahead ahead, MemberId member, bool points = true) =>
        Books.Ahead(ahead, member, locked: true, points || ahead.Peek<KeptAssets>("")?.Set.RenewsPoints == true);

    /// <summary>Says that this member's value will be looked at.</summary>
    public static void AheadToRead(Ahead ahead, MemberId member) =>
        Books.Ahead(ahead, member, locked: false, points: true);

    /// <summary>
    /// Makes sure that a counter asset of this code exists (referrals, tasks ...), so that what it counts can be asked for
    /// in rules from now on.
    /// </summary>
    public static async Task<AssetId> Counter(Tx tx, string code, string nameZh, string nameEn)
    {
        await tx.Execute(
            """
            INSERT INTO asset (merchant_id, id, code, kind, unit, name_zh, name_en, spendable, may_go_negative, expiry, covers,
                active, position, version)
            VALUES (@m, @id, @code, 'counter', 'count', @nameZh, @nameEn, FALSE, FALSE, 'never', '', TRUE, 90, 1)
            ON CONFLICT (merchant_id, code) DO NOTHING
            """,
            new
            {
                id = tx.NewId<Core.Kinds.Asset>(),
                code,
                nameZh,
                nameEn,
            }
        );
        return await tx.One<AssetId>("SELECT id FROM asset WHERE merchant_id = @m AND code = @code", new { code });
    }

    /// <summary>Locks the books of these members, in id order, and loads them; the first member is the book's own.</summary>
    public static Task<Book> Lock(Tx tx, AssetSet assets, params IReadOnlyList<MemberId> members) =>
        Books.Lock(tx, assets, points: true, members);

    /// <summary>
    /// The same for a purchase. Where it spends no points their lots stay unread: a regular has one for each ticket. A
    /// decision that asks for them all the same is a broken program and is told so.
    /// </summary>
    public static Task<Book> LockToSell(Tx tx, AssetSet assets, MemberId member, bool points) =>
        Books.Lock(tx, assets, points, member);

    /// <summary>A member's book as it is, without a lock; null for an unknown member.</summary>
    public static Task<Book?> Read(DbRead db, AssetSet assets, MemberId member) => Books.Read(db, assets, member);

    /// <summary>The book with these lots loaded too, whether or not they still hold something.</summary>
    public static Task<Book> WithLots(DbRead db, Book book, IEnumerable<LotId> lots) => Books.WithLots(db, book, lots);

    /// <summary>What these lots have become on the card of a member their holder was merged into; lots that were empty are left out.</summary>
    public static async Task<IReadOnlyDictionary<LotId, LotId>> Continued(DbRead db, IReadOnlyList<LotId> lots) =>
        lots.Count == 0
            ? new Dictionary<LotId, LotId>()
            : (
                await db.All<(LotId Was, LotId Is)>(
                    "SELECT origin, id FROM lot WHERE merchant_id = @m AND origin IN @lots ORDER BY id",
                    new { lots }
                )
            )
                .DistinctBy(l => l.Was)
                .ToDictionary(l => l.Was, l => l.Is);

    /// <summary>Seals moves into a posting and writes it; the answer holds the book as it is afterwards.</summary>
    public static Task<PostingPlan> Post(Tx tx, Book book, PostingNote note, Moves moves)
    {
        var header = new PostingHeader(
            tx.Merchant,
            tx.NewId<Core.Kinds.Posting>(),
            note.Kind,
            note.DocumentKind,
            note.DocumentId,
            note.Store,
            note.Staff,
            note.Channel,
            tx.Now,
            note.Day,
            note.Reason,
            note.ReversalOf,
            Chain.Format,
            note.Key ?? PostingRow.KeyOf(note.Kind, note.DocumentKind, note.DocumentId)
        );
        var plan = Posting.Seal(book, header, moves, tx.NewId, tx.Db.Chained);
        tx.Later(PlanWriter.Kind, plan);
        Books.Note(tx, plan.After);
        return Task.FromResult(plan);
    }

    /// <summary>The entries of a posting and of all its reversals so far, oldest first: what a refund has to look at.</summary>
    public static async Task<(IReadOnlyList<PostedEntry> Original, IReadOnlyList<PostedEntry> Reversals)> EntriesOf(
        DbRead db,
        PostingId posting
    )
    {
        var rows = await db.All<PostingRow>(
            "SELECT * FROM posting WHERE merchant_id = @m AND (id = @posting OR reversal_of = @posting) ORDER BY id",
            new { posting }
        );
        var entries = rows.SelectMany(r => r.ToEntries()).ToList();
        var members = rows.SelectMany(r => new[] { r.MemberId, r.OtherMemberId ?? r.MemberId }).Distinct().ToList();
        var assets = (await AccountsOf(db, members)).ToDictionary(a => a.Id, a => a.Asset);
        var posted = entries.ToLookup(e => e.Posting == posting, e => new PostedEntry(assets[e.Account], e));
        return (posted[true].ToList(), posted[false].ToList());
    }

    /// <summary>A top-up plan, on sale or not; null for an unknown one.</summary>
    public static async Task<TopUpPlan?> Plan(DbRead db, TopUpPlanId id) =>
        await db.One<TopUpPlanRow>("SELECT * FROM topup_plan WHERE merchant_id = @m AND id = @id", new { id })
            is { } row
            ? TopUpPlans.View(row)
            : null;

    /// <summary>The plans this member can buy today; without a member also those for a first top-up.</summary>
    public static Task<IReadOnlyList<TopUpPlan>> PlansOnSale(DbRead db, BusinessDay day, MemberId? member) =>
        TopUpPlans.OnSale(db, day, member);

    /// <summary>A times card as it is sold, on sale or not; null for an unknown one.</summary>
    public static async Task<TimesCardOffer?> TimesCard(DbRead db, TimesCardId id) =>
        await db.One<TimesCardRow>("SELECT * FROM times_card WHERE merchant_id = @m AND id = @id", new { id }) is { } r
            ? new(
                r.Id,
                r.Name,
                new(r.AssetId, r.Uses, r.Pay, r.ListPrice, Expiry.Parse(r.Validity)!, $"times:{r.Id}:{r.Version}"),
                r.Active
            )
            : null;

    /// <summary>The punch cards that are running.</summary>
    public static async Task<IReadOnlyList<PunchCard>> PunchRules(DbRead db) =>
        await db.Kept(
            "running",
            static async db =>
                (
                    await db.All<PunchCardRow>("SELECT * FROM punch_card WHERE merchant_id = @m AND active ORDER BY id")
                ).ConvertAll(PunchCards.View)
        );

    /// <summary>Names the goods that stamp a punch card, and those its voucher makes free; for the templates of new shops.</summary>
    public static async Task CoverGoods(Tx tx, PunchCard card, Covers stamps, Covers reward)
    {
        await tx.Execute(
            "UPDATE punch_card SET covers = @covers WHERE merchant_id = @m AND id = @id",
            new { id = card.Id, covers = Covers.Write(stamps) }
        );
        await tx.Execute(
            "UPDATE asset SET covers = @covers WHERE merchant_id = @m AND id = @id",
            new { id = card.Rule.Reward, covers = Covers.Write(reward) }
        );
    }

    /// <summary>
    /// What each posting took for a sale, stored value in fen and points; for the proof that payments agree. An account is looked
    /// for in the book of its member: by its id alone every book would be unfolded for each entry.
    /// </summary>
    public static async Task<IReadOnlyDictionary<PostingId, (long StoredFen, long Points)>> SpentByPosting(DbRead db)
    {
        var rows = await db.All<(PostingId Posting, long StoredFen, long Points)>(
            """
            SELECT e.posting_id,
                CAST(SUM(CASE WHEN s.kind IN ('principal', 'bonus') THEN -e.amount ELSE 0 END) AS BIGINT),
                CAST(SUM(CASE WHEN s.code = 'points' THEN -e.amount ELSE 0 END) AS BIGINT)
            FROM entry e
            JOIN account a ON a.merchant_id = e.merchant_id AND a.member_id = e.member_id AND a.id = e.account_id
            JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id
            WHERE e.merchant_id = @m AND e.counter = 'sale' AND e.amount < 0 GROUP BY e.posting_id
            """
        );
        return rows.ToDictionary(r => r.Posting, r => (r.StoredFen, r.Points));
    }

    /// <summary>When the member's book was opened, which is when they joined.</summary>
    public static async Task<Instant> OpenedAt(DbRead db, MemberId member) =>
        await Books.OpenedAt(db, member) ?? throw new InvalidOperationException("A member has no book.");

    /// <summary>How many books there are: members, also those that were merged into others.</summary>
    public static Task<long> BookCount(DbRead db) => db.One<long>("SELECT COUNT(*) FROM book WHERE merchant_id = @m");

    /// <summary>The stored value of all members together, principal and bonus: what the shop owes its members.</summary>
    public static Task<Money> StoredValue(DbRead db) =>
        db.One<Money>("SELECT CAST(COALESCE(SUM(stored), 0) AS BIGINT) FROM book WHERE merchant_id = @m");

    /// <summary>Members with a book in the order of their ids, for walks over all of them.</summary>
    public static Task<List<MemberId>> BooksAfter(DbRead db, MemberId after, int count) =>
        db.All<MemberId>(
            "SELECT member_id FROM book WHERE merchant_id = @m AND member_id > @after ORDER BY member_id LIMIT @count",
            new { after, count }
        );

    /// <summary>Members who hold something of an asset, in the order of their ids.</summary>
    public static Task<List<MemberId>> HoldersAfter(DbRead db, string asset, MemberId after, int count) =>
        db.All<MemberId>(
            """
            SELECT a.member_id FROM account a JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id
            WHERE a.merchant_id = @m AND s.code = @asset AND a.balance > 0 AND a.member_id > @after
            ORDER BY a.member_id LIMIT @count
            """,
            new
            {
                asset,
                after,
                count,
            }
        );

    /// <summary>Every account of these members.</summary>
    internal static async Task<List<AccountState>> AccountsOf(DbRead db, IReadOnlyList<MemberId> members) =>
        [
            .. (
                await db.All<BookRow>(
                    "SELECT * FROM book WHERE merchant_id = @m AND member_id IN @members",
                    new { members }
                )
            ).SelectMany(b => b.ToAccounts()),
        ];

    /// <summary>
    /// The entries of @member, to be narrowed down to accounts. Members are named first: their postings are found by an index,
    /// and only then unfolded.
    /// </summary>
    internal const string EntryOfMember =
        "FROM entry e WHERE e.merchant_id = @m AND (e.member_id = @member OR e.other_member_id = @member)";

    /// <summary>The business day of the last entry of a member's account; null if there is none.</summary>
    public static async Task<BusinessDay?> LastDay(DbRead db, MemberId member, AssetId asset) =>
        (await AccountsOf(db, [member])).Find(a => a.Asset == asset) is { } account
            ? await db.One<BusinessDay?>(
                $"SELECT e.day {EntryOfMember} AND e.account_id = @account AND e.seq = @seq",
                new
                {
                    member,
                    account = account.Id,
                    seq = account.Seq,
                }
            )
            : null;

    /// <summary>The balances of one asset, whose they are left out; for distributions.</summary>
    public static Task<List<long>> BalancesOf(DbRead db, string asset) =>
        db.All<long>(
            """
            SELECT a.balance FROM account a JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id
            WHERE a.merchant_id = @m AND s.code = @asset
            """,
            new { asset }
        );

    /// <summary>What went in and out of these assets between two days; one query for thousands of members.</summary>
    public static async Task<List<MemberSum>> SumsOf(
        DbRead db,
        IReadOnlyList<MemberId> members,
        IReadOnlyList<AssetId> assets,
        BusinessDay from,
        BusinessDay to
    )
    {
        var accounts = (await AccountsOf(db, members)).Where(a => assets.Contains(a.Asset)).ToDictionary(a => a.Id);
        // The postings are named first: a planner that may choose takes a year's days, which are most of the ledger.
        var sums = await db.All<AccountSum>(
            $"""
            SELECT e.account_id AS account, {SumColumns} FROM entry e WHERE e.merchant_id = @m
            AND e.posting_id IN (SELECT id FROM posting WHERE merchant_id = @m AND member_id IN @members
                UNION ALL SELECT id FROM posting WHERE merchant_id = @m AND other_member_id IN @members)
            AND e.day BETWEEN @from AND @to GROUP BY e.account_id
            """,
            new
            {
                members,
                from,
                to,
            }
        );
        return
        [
            .. sums.Where(s => accounts.ContainsKey(s.Account))
                .Select(s => new MemberSum(
                    accounts[s.Account].Member,
                    accounts[s.Account].Asset,
                    s.Net,
                    s.Gross,
                    s.Largest,
                    s.Earned,
                    s.EarnedGross
                )),
        ];
    }

    private sealed record AccountSum(
        AccountId Account,
        long Net,
        long Gross,
        long Largest,
        long Earned,
        long EarnedGross
    );

    /// <summary>What these members hold of these assets; who has no account is left out.</summary>
    public static async Task<List<MemberBalance>> BalancesOf(
        DbRead db,
        IReadOnlyList<MemberId> members,
        IReadOnlyList<AssetId> assets
    ) =>
        [
            .. (await AccountsOf(db, members))
                .Where(a => assets.Contains(a.Asset))
                .Select(a => new MemberBalance(a.Member, a.Asset, a.Balance)),
        ];

    // A merge carries a lifetime over on one day; it is no turnover of that day.
    private const string SumColumns = """
        CAST(SUM(CASE WHEN e.counter = 'merge' THEN 0 ELSE e.amount END) AS BIGINT) AS net,
        CAST(SUM(CASE WHEN e.counter <> 'merge' AND e.amount > 0 THEN e.amount ELSE 0 END) AS BIGINT) AS gross,
        MAX(CASE WHEN e.counter = 'merge' THEN 0 ELSE e.amount END) AS largest,
        CAST(SUM(CASE WHEN e.counter = 'earn' OR (e.counter = 'refund' AND e.amount < 0) THEN e.amount ELSE 0 END) AS BIGINT) AS earned,
        CAST(SUM(CASE WHEN e.counter = 'earn' AND e.amount > 0 THEN e.amount ELSE 0 END) AS BIGINT) AS earned_gross
        """;

    /// <summary>What went in and out of a member's accounts by asset, counter and business day, from a day on.</summary>
    public static async Task<IReadOnlyList<DaySum>> DaySums(
        DbRead db,
        MemberId member,
        IReadOnlyList<AssetId> assets,
        BusinessDay from
    )
    {
        var accounts = (await AccountsOf(db, [member]))
            .Where(a => assets.Contains(a.Asset))
            .ToDictionary(a => a.Id, a => a.Asset);
        if (accounts.Count == 0)
            return [];
        var sums = await db.All<(
            AccountId Account,
            string Counter,
            BusinessDay Day,
            long CameIn,
            long WentOut,
            long Largest
        )>(
            $"""
            SELECT e.account_id, e.counter, e.day,
                CAST(SUM(CASE WHEN e.amount > 0 THEN e.amount ELSE 0 END) AS BIGINT),
                CAST(SUM(CASE WHEN e.amount < 0 THEN -e.amount ELSE 0 END) AS BIGINT),
                MAX(e.amount)
            {EntryOfMember} AND e.account_id IN @ids AND e.day >= @from
            GROUP BY e.account_id, e.counter, e.day
            """,
            new
            {
                member,
                ids = accounts.Keys.ToList(),
                from,
            }
        );
        return sums.ConvertAll(s => new DaySum(accounts[s.Account], s.Counter, s.Day, s.CameIn, s.WentOut, s.Largest));
    }

    /// <summary>Who loses how much of an asset at the end of this day, in the order of the members' ids.</summary>
    public static Task<List<(MemberId Member, long Amount)>> ExpiringOn(
        DbRead db,
        AssetId asset,
        BusinessDay day,
        MemberId after,
        int count
    ) =>
        db.All<(MemberId Member, long Amount)>(
            """
            SELECT member_id, CAST(SUM(remaining) AS BIGINT) FROM lot
            WHERE merchant_id = @m AND expires_on = @day AND remaining > 0 AND asset_id = @asset AND member_id > @after
            GROUP BY member_id ORDER BY member_id LIMIT @count
            """,
            new
            {
                asset,
                day,
                after,
                count,
            }
        );

    /// <summary>What a member holds now of each asset, in the asset's unit.</summary>
    public static async Task<IReadOnlyDictionary<AssetId, long>> Balances(DbRead db, MemberId member) =>
        (await AccountsOf(db, [member])).ToDictionary(a => a.Asset, a => a.Balance);
}

/// <summary>An asset as people see it.</summary>
public sealed record AssetInfo(Asset Asset, string NameZh, string NameEn, Covers? Covers, bool Active)
{
    public string Name(Language language) => language == Language.Zh ? NameZh : NameEn;
}

/// <summary>What one use of a voucher makes free: one unit of these goods, or of goods in these categories.</summary>
public sealed record Covers(IReadOnlyList<ProductId> Products, IReadOnlyList<CategoryId> Categories)
{
    /// <summary>Whether a product, or one of the categories it is in, is named.</summary>
    public bool Hold(ProductId? product, IEnumerable<CategoryId> categories) =>
        (product is { } id && Products.Contains(id)) || categories.Any(Categories.Contains);

    internal static Covers? Read(string text) => text.Length == 0 ? null : Json.Parse<Covers>(text);

    internal static string Write(Covers? covers) => covers is null ? "" : Json.Text(covers);
}

/// <summary>What a shop sells as top-up. Amounts in fen, days inclusive.</summary>
/// <param name="Releases">1 = the bonus is there at once; n = in n monthly parts</param>
/// <param name="FirstOnly">only for a member's first top-up</param>
public sealed record TopUpPlan(
    TopUpPlanId Id,
    string Name,
    Money Pay,
    Money Bonus,
    Points Points,
    int Releases,
    TierId? TierId,
    bool FirstOnly,
    BusinessDay? ValidFrom,
    BusinessDay? ValidTo,
    bool Active,
    long Position,
    long Version
) : IVersioned
{
    public bool IsOnSale(BusinessDay day) => Active && !(ValidFrom > day) && !(ValidTo < day);

    /// <summary>What the ledger needs to know of it.</summary>
    public TopUpTerms Terms(OrderOfUse order = OrderOfUse.Proportional) =>
        new($"plan:{Id}:{Version}", Pay, Bonus, Points.Value, TierId, order, Releases);
}

/// <summary>A times card that can be sold (次卡).</summary>
public sealed record TimesCardOffer(TimesCardId Id, string Name, TimesTerms Terms, bool Active);

/// <summary>What earns a stamp.</summary>
public enum StampBy
{
    /// <summary>One stamp for each ticket that has one of the goods on it.</summary>
    Ticket,

    /// <summary>One for each whole piece of the goods.</summary>
    Unit,
}

/// <summary>A line as a punch card looks at it; free pieces earn no stamp, so they are left out.</summary>
public readonly record struct StampLine(ProductId? Product, IReadOnlyList<CategoryId> Categories, Quantity Paid);

/// <summary>A punch card (集点卡): every so many stamps become vouchers.</summary>
public sealed record PunchCard(
    PunchCardId Id,
    string Name,
    PunchRule Rule,
    StampBy StampBy,
    Covers? Covers,
    Money MinTicket,
    bool Active,
    long Version
) : IVersioned
{
    /// <summary>How many stamps a ticket earns.</summary>
    public long Stamps(Money payable, IReadOnlyList<StampLine> lines)
    {
        if (payable < MinTicket)
            return 0;
        var pieces = lines
            .Where(l => Covers is null || Covers.Hold(l.Product, l.Categories))
            // Half a kilo is one purchase of it.
            .Sum(l =>
                l.Paid.Milli <= 0 ? 0
                : l.Paid.IsWhole ? l.Paid.Milli / Quantity.One.Milli
                : 1
            );
        return StampBy == StampBy.Ticket ? Math.Min(pieces, 1) : pieces;
    }
}

/// <summary>Who, where, why of a posting; the rest of its header is filled in here.</summary>
/// <param name="Key">one intent, one posting; made from kind and document where nothing is given</param>
public sealed record PostingNote(
    string Kind,
    string DocumentKind,
    string DocumentId,
    BusinessDay Day,
    string Channel,
    StoreId? Store = null,
    StaffId? Staff = null,
    string Reason = "",
    PostingId? ReversalOf = null,
    string? Key = null
);

/// <summary>One day's movement of one asset under one counter, in the asset's unit.</summary>
/// <param name="WentOut">a positive number</param>
/// <param name="Largest">the largest single entry</param>
public sealed record DaySum(AssetId Asset, string Counter, BusinessDay Day, long CameIn, long WentOut, long Largest);

/// <summary>A member's movement of one asset over a stretch of days, in the asset's unit.</summary>
/// <param name="Gross">what came in alone</param>
/// <param name="Largest">the largest single entry</param>
/// <param name="Earned">earned by purchases, less what refunds took back</param>
public sealed record MemberSum(
    MemberId Member,
    AssetId Asset,
    long Net,
    long Gross,
    long Largest,
    long Earned,
    long EarnedGross
);

/// <summary>What a member holds of an asset.</summary>
public sealed record MemberBalance(MemberId Member, AssetId Asset, long Balance);

/// <summary>An entry with the asset its account holds.</summary>
public sealed record PostedEntry(AssetId Asset, Entry Entry);

/// <summary>The first wrong row of a ledger, named so that somebody can go and look at it.</summary>
/// <param name="Account">of the wrong row, if it belongs to one; likewise member and entry</param>
public sealed record WrongRow(string Says, AccountId? Account = null, MemberId? Member = null, EntryId? Entry = null);

/// <summary>A check of another module against the ledger, e.g. that payments equal their postings; null if it holds.</summary>
public delegate Task<WrongRow?> VerifyAgainstLedger(DbRead db);
