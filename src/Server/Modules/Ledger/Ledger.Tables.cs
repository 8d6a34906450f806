using System.Collections.Immutable;
using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

[Table("asset")]
internal sealed record AssetRow(
    MerchantId MerchantId,
    AssetId Id,
    string Code,
    AssetKind Kind,
    AssetUnit Unit,
    string NameZh,
    string NameEn,
    bool Spendable,
    bool MayGoNegative,
    string Expiry,
    string Covers,
    bool Active,
    long Position,
    long Version
)
{
    public Asset ToAsset() =>
        new(
            Id,
            Code,
            Kind,
            Unit,
            Spendable,
            MayGoNegative,
            Core.Ledger.Expiry.Parse(Expiry) ?? throw new FormatException($"Asset {Code} has no readable expiry.")
        );
}

/// <param name="Accounts">which accounts the member has; with what they hold and their heads: <see cref="AccountText"/></param>
/// <param name="Entries">how many entries they have together, which tells whether a book is still as it was read</param>
/// <param name="Stored">principal and bonus together, in fen, for sums over all members</param>
[Table("book")]
internal sealed record BookRow(
    MerchantId MerchantId,
    MemberId MemberId,
    bool Frozen,
    bool Registered,
    Instant OpenedAt,
    string Accounts,
    long Entries,
    long Stored,
    string Balances,
    byte[] Heads
)
{
    public static BookRow New(MerchantId merchant, MemberId member, bool registered, Instant at) =>
        new(merchant, member, Frozen: false, registered, at, "[]", 0, 0, "[]", []);

    /// <summary>In the order of their ids.</summary>
    /// <exception cref="FormatException">they are not as they were written</exception>
    public ImmutableArray<AccountState> ToAccounts() => AccountText.Read(MemberId, Accounts, Balances, Heads);
}

/// <summary>What a posting, or several in a row, make of a book; written where the book still has as many entries as were read.</summary>
internal sealed record BookUpdate(
    MerchantId MerchantId,
    MemberId MemberId,
    long EntriesBefore,
    string Accounts,
    long Entries,
    long Stored,
    string Balances,
    byte[] Heads
)
{
    public static readonly RowUpdate<BookUpdate> Kind = new(
        "book",
        keys: ["merchant_id", "member_id"],
        sets: ["accounts", "entries", "stored", "balances", "heads"],
        guard: "t.entries = u.entries_before"
    );

    /// <param name="accounts">all of the member</param>
    /// <param name="fresh">how many of their entries the row does not know yet</param>
    public static BookUpdate Of(
        MerchantId merchant,
        MemberId member,
        IEnumerable<AccountState> accounts,
        AssetSet assets,
        long fresh
    )
    {
        var list = accounts.OrderBy(a => a.Id).ToList();
        var entries = list.Sum(a => a.Seq);
        return new(
            merchant,
            member,
            entries - fresh,
            AccountText.Names(list),
            entries,
            StoredOf(list, assets),
            AccountText.Balances(list, assets),
            AccountText.Heads(list)
        );
    }

    /// <summary>Principal and bonus together, in fen.</summary>
    public static long StoredOf(IEnumerable<AccountState> accounts, AssetSet assets) =>
        accounts.Where(a => assets[a.Asset].IsStoredValue).Sum(a => a.Balance);
}

/// <param name="MemberId">whose value it moves; the other one is there only where a membership was merged into another, and is
/// the greater of the two</param>
/// <param name="Key">null: the sale of the order it names, which is written with it under an id of its own</param>
/// <param name="Entries">text of <see cref="EntryText"/></param>
/// <param name="Hashes">32 bytes for each of the members, <see cref="EntryText.Seal"/>; in format 1 of each entry</param>
[Table("posting")]
internal sealed record PostingRow(
    MerchantId MerchantId,
    PostingId Id,
    string Kind,
    string DocumentKind,
    string DocumentId,
    StoreId? StoreId,
    StaffId? StaffId,
    string Channel,
    Instant At,
    BusinessDay Day,
    string Reason,
    PostingId? ReversalOf,
    long Format,
    string? Key,
    MemberId MemberId,
    MemberId? OtherMemberId,
    string Entries,
    byte[] Hashes
)
{
    public PostingHeader ToHeader() =>
        new(
            MerchantId,
            Id,
            Kind,
            DocumentKind,
            DocumentId,
            StoreId,
            StaffId,
            Channel,
            At,
            Day,
            Reason,
            ReversalOf,
            (int)Format,
            Key ?? KeyOf(Kind, DocumentKind, DocumentId)
        );

    /// <summary>The key of a posting that is the only one of its kind for its document.</summary>
    public static string KeyOf(string kind, string documentKind, string documentId) =>
        $"{kind}:{documentKind}:{documentId}";

    /// <exception cref="FormatException">they are not as they were written</exception>
    public List<Entry> ToEntries() => EntryText.Read(Id, Day, Entries, Hashes, Format);

    public static PostingRow Of(PostingPlan plan)
    {
        var (h, (member, other)) = (plan.Header, MembersOf(plan));
        return new(
            h.Merchant,
            h.Id,
            h.Kind,
            h.DocumentKind,
            h.DocumentId,
            h.Store,
            h.Staff,
            h.Channel,
            h.At,
            h.Day,
            h.Reason,
            h.ReversalOf,
            h.Format,
            h.Kind == "sale" && h.Key == KeyOf(h.Kind, h.DocumentKind, h.DocumentId) ? null : h.Key,
            member,
            other,
            EntryText.Write(plan.Entries),
            other is { } second ? [.. SealOf(plan, member), .. SealOf(plan, second)] : SealOf(plan, member)
        );
    }

    private static byte[] SealOf(PostingPlan plan, MemberId member) =>
        EntryText.Seal(
            plan.Entries.Where(e => plan.Accounts.First(a => a.After.Id == e.Account).After.Member == member)
                .Select(e => e.Hash)
        );

    private static (MemberId Member, MemberId? Other) MembersOf(PostingPlan plan)
    {
        var member = plan.Accounts[0].After.Member;
        MemberId? other = null;
        foreach (var account in plan.Accounts)
            if (account.After.Member is var next && next != member && next != other)
                (member, other) = other is null
                    ? (member.Value < next.Value ? member : next, member.Value < next.Value ? next : member)
                    : throw new InvalidOperationException("A posting moves the value of at most two members.");
        return (member, other);
    }
}

[Table("lot")]
internal sealed record LotRow(
    MerchantId MerchantId,
    LotId Id,
    AccountId AccountId,
    MemberId MemberId,
    AssetId AssetId,
    long Granted,
    long Remaining,
    Instant ActiveAt,
    BusinessDay? ExpiresOn,
    LotId? Pair,
    LotId? Origin,
    EntryId CreatedBy,
    OrderOfUse OrderOfUse,
    Money? Paid,
    Money? ListPrice,
    string Rule,
    Instant CreatedAt,
    bool Live,
    bool Points
)
{
    public LotState ToState() =>
        new(
            Id,
            AccountId,
            MemberId,
            AssetId,
            Granted,
            Remaining,
            ActiveAt,
            ExpiresOn,
            Pair,
            Origin,
            CreatedBy,
            OrderOfUse,
            Paid,
            ListPrice,
            Rule,
            CreatedAt
        );

    /// <param name="live">the lot or the other half of its top-up still holds something: then a decision must see it</param>
    /// <param name="points">copied from its asset: lots of points are read apart</param>
    public static LotRow Of(MerchantId merchant, LotState l, bool live, bool points) =>
        new(
            merchant,
            l.Id,
            l.Account,
            l.Member,
            l.Asset,
            l.Granted,
            l.Remaining,
            l.ActiveAt,
            l.ExpiresOn,
            l.Pair,
            l.Origin,
            l.CreatedBy,
            l.Order,
            l.Paid,
            l.ListPrice,
            l.Rule,
            l.CreatedAt,
            live,
            points
        );
}

/// <param name="Entries">leaves of the tree: postings, and entries of postings of format 1</param>
[Table("day_root")]
internal sealed record DayRootRow(MerchantId MerchantId, BusinessDay Day, long Entries, byte[] Root, Instant SealedAt);

[Table("topup_plan")]
internal sealed record TopUpPlanRow(
    MerchantId MerchantId,
    TopUpPlanId Id,
    string Name,
    Money Pay,
    Money Bonus,
    Points Points,
    long Releases,
    TierId? TierId,
    bool FirstOnly,
    BusinessDay? ValidFrom,
    BusinessDay? ValidTo,
    bool Active,
    long Position,
    long Version
);

[Table("ledger_check")]
internal sealed record LedgerCheckRow(
    MerchantId MerchantId,
    long Id,
    Instant StartedAt,
    Instant EndedAt,
    long Entries,
    long Accounts,
    long Days,
    string? Wrong
);

[Table("punch_card")]
internal sealed record PunchCardRow(
    MerchantId MerchantId,
    PunchCardId Id,
    string Name,
    AssetId Stamps,
    long Every,
    AssetId Reward,
    long RewardCount,
    string Validity,
    StampBy StampBy,
    string Covers,
    Money MinTicket,
    bool Active,
    long Version
);
