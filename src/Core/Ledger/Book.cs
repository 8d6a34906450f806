using System.Collections.Immutable;

namespace Shuke.Core.Ledger;

/// <summary>What the ledger must know about a member: whether value may move, and which card limit applies.</summary>
public sealed record Holder(MemberId Member, bool Frozen = false, bool Registered = true);

/// <summary>One member's holding of one asset, in the asset's unit, and the head of its hash chain (32 bytes).</summary>
public sealed record AccountState(
    AccountId Id,
    MemberId Member,
    AssetId Asset,
    long Balance,
    long Seq,
    byte[] Head,
    long TotalIn,
    long TotalOut
);

/// <summary>How principal and bonus of one top-up are used up; frozen in the lot when it is made.</summary>
public enum OrderOfUse
{
    /// <summary>In proportion, which makes refunds fair (按比例).</summary>
    Proportional,
    PrincipalFirst,
    BonusFirst,
}

/// <summary>
/// A part of an asset with dates of its own. Everything but Remaining and ExpiresOn is fixed when it is made and covered
/// by the hash of the entry that made it; those two follow from the lot moves of the entries.
/// </summary>
/// <param name="Id">negative while provisional, before the posting is sealed</param>
/// <param name="ActiveAt">from this moment it can be spent</param>
/// <param name="ExpiresOn">last business day on which it can be spent; null = never ends</param>
/// <param name="Pair">a bonus lot names the principal lot it was given for</param>
/// <param name="Origin">the lot it continues, after a merge of two members</param>
/// <param name="Paid">what was paid for it, if it was bought</param>
/// <param name="ListPrice">what its content costs without the deal; the law asks for it in refunds</param>
/// <param name="Rule">the plan or rule and version it came from, e.g. "plan:17"</param>
public sealed record LotState(
    LotId Id,
    AccountId Account,
    MemberId Member,
    AssetId Asset,
    long Granted,
    long Remaining,
    Instant ActiveAt,
    BusinessDay? ExpiresOn,
    LotId? Pair,
    LotId? Origin,
    EntryId CreatedBy,
    OrderOfUse Order,
    Money? Paid,
    Money? ListPrice,
    string Rule,
    Instant CreatedAt
)
{
    public bool IsExpired(BusinessDay day) => ExpiresOn is { } last && last < day;

    /// <summary>
    /// Made to be spent at once, it can be on every clock: another process whose clock is behind, or a request that began
    /// before this lot was made and waited for the book, must not be told that the money is not there yet.
    /// </summary>
    public bool IsActive(Instant at) => ActiveAt <= at || ActiveAt <= CreatedAt;

    public bool IsUsable(Instant at, BusinessDay day) => IsActive(at) && !IsExpired(day);
}

/// <summary>
/// A member's accounts and lots in memory (for a merge: two members'). Decisions read it; <see cref="Apply"/> answers
/// with the next one, so several commands in one batch see one another's result. Empty lots need not be loaded, unless
/// value is to go back to them.
/// </summary>
public sealed record Book(
    AssetSet Assets,
    ImmutableArray<Holder> Holders,
    ImmutableArray<AccountState> Accounts,
    ImmutableArray<LotState> Lots
)
{
    /// <summary>
    /// False: the lots of points that were there before are not in <see cref="Lots"/>, because what is decided on this book
    /// does not touch them; those made since are.
    /// </summary>
    public bool HasPointLots { get; init; } = true;

    /// <summary>The lots of an asset, whoever's of the holders. Asked for lots that were left out it breaks: a wrong answer would be worse.</summary>
    public IEnumerable<LotState> LotsOf(AssetId asset)
    {
        if (!HasPointLots && Assets[asset].Kind == AssetKind.Points)
            throw new InvalidOperationException("The lots of points are not loaded.");
        return Lots.Where(l => l.Asset == asset);
    }

    /// <summary>How many provisional lots were handed out; the next one is one below.</summary>
    public int Provisional { get; init; }

    public static Book Empty(AssetSet assets, Holder holder) => new(assets, [holder], [], []);

    /// <summary>The member a single-member decision is about.</summary>
    public Holder Holder => Holders[0];

    public MemberId Member => Holders[0].Member;

    public AccountState? Account(MemberId member, AssetId asset)
    {
        foreach (var account in Accounts)
            if (account.Asset == asset && account.Member == member)
                return account;
        return null;
    }

    /// <summary>In the asset's unit; zero if there is no account yet.</summary>
    public long Balance(AssetId asset) => Account(Member, asset)?.Balance ?? 0;

    public long Balance(MemberId member, AssetId asset) => Account(member, asset)?.Balance ?? 0;

    public LotState Lot(LotId id) => FindLot(id) ?? throw new InvalidOperationException($"Lot {id} is not loaded.");

    /// <summary>Whether a decision must see this lot: it holds something, or the other half of its top-up does.</summary>
    public bool IsLive(LotState lot)
    {
        if (lot.Remaining > 0)
            return true;
        foreach (var other in Lots)
            if (other.Remaining > 0 && (other.Id == lot.Pair || other.Pair == lot.Id))
                return true;
        return false;
    }

    public LotState? FindLot(LotId id)
    {
        foreach (var lot in Lots)
            if (lot.Id == id)
                return lot;
        return null;
    }

    /// <summary>Both members in one book, for postings that move value from one to the other.</summary>
    public Book Join(Book other) =>
        this with
        {
            Holders = [.. Holders, .. other.Holders],
            Accounts = [.. Accounts, .. other.Accounts],
            Lots = [.. Lots, .. other.Lots],
            HasPointLots = HasPointLots && other.HasPointLots,
        };

    /// <summary>The book after these moves; new lots and accounts stay provisional until a posting is sealed.</summary>
    public Book Apply(Moves moves)
    {
        var book = this;
        foreach (var move in moves.List)
            book = book.Apply(move);
        return book;
    }

    private Book Apply(Move move)
    {
        var old = Account(move.Member, move.Asset);
        var account = After(old ?? Opened(default, move), move.Amount);
        return this with
        {
            Accounts = Put(old, account),
            Lots = LotsAfter(move.NewLots, move.Lots),
            Provisional = Provisional + move.NewLots.Count,
        };
    }

    internal static AccountState Opened(AccountId id, Move move) =>
        new(id, move.Member, move.Asset, 0, 0, Chain.Genesis, 0, 0);

    /// <summary>A member's account below zero is a broken program, not a refusal: decisions look before they take.</summary>
    internal AccountState After(AccountState account, long amount)
    {
        var balance = account.Balance + amount;
        if (balance < 0 && amount < 0 && !Assets[account.Asset].MayGoNegative)
            throw new InvalidOperationException(
                $"{Assets[account.Asset].Code} of member {account.Member} would be below zero."
            );
        return account with
        {
            Balance = balance,
            TotalIn = account.TotalIn + Math.Max(amount, 0),
            TotalOut = account.TotalOut - Math.Min(amount, 0),
        };
    }

    internal ImmutableArray<AccountState> Put(AccountState? old, AccountState account) =>
        old is null ? Accounts.Add(account) : Accounts.Replace(old, account, ReferenceEqualityComparer.Instance);

    internal ImmutableArray<LotState> LotsAfter(IReadOnlyList<LotState> added, IReadOnlyList<LotMove> moves)
    {
        if (added.Count == 0 && moves.Count == 0)
            return Lots;
        var lots = Lots.ToBuilder();
        lots.AddRange(added);
        foreach (var move in moves)
        {
            var i = IndexOf(lots, move.Lot);
            var remaining = lots[i].Remaining + move.Amount;
            if (remaining < 0 || remaining > lots[i].Granted)
                throw new InvalidOperationException($"Lot {move.Lot} would hold {remaining} of {lots[i].Granted}.");
            lots[i] = lots[i] with { Remaining = remaining, ExpiresOn = move.Until ?? lots[i].ExpiresOn };
        }
        return lots.ToImmutable();
    }

    private static int IndexOf(ImmutableArray<LotState>.Builder lots, LotId id)
    {
        for (var i = 0; i < lots.Count; i++)
            if (lots[i].Id == id)
                return i;
        throw new InvalidOperationException($"Lot {id} is not loaded.");
    }
}
