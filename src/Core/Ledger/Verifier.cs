using System.Runtime.InteropServices;

namespace Shuke.Core.Ledger;

/// <summary>What is wrong with the first wrong row.</summary>
public enum BreakKind
{
    /// <summary>The entry names another posting, account or day than it is filed under.</summary>
    Misplaced,

    /// <summary>A number is missing, doubled or out of order.</summary>
    Sequence,

    /// <summary>Balance before plus amount is not the balance after, or the amount is zero.</summary>
    Balance,

    /// <summary>A byte of the entry, its posting or a lot it made is not what was hashed.</summary>
    Hash,

    /// <summary>The hashed form is of a version this program does not know.</summary>
    Format,

    /// <summary>An entry moves a lot that is not there, or beyond what it holds.</summary>
    LotMove,

    /// <summary>The stored lot differs from its entries, or no entry made it.</summary>
    LotRow,

    /// <summary>The lots do not add up to the balance.</summary>
    LotSum,

    /// <summary>The stored account differs from its entries.</summary>
    AccountRow,
}

/// <summary>The first row of an account that does not hold; Entry and Seq are of the entry, or of the last one read.</summary>
public sealed record Break(AccountId Account, EntryId Entry, long Seq, BreakKind Kind, string Detail);

/// <summary>
/// Recomputes one account from its entries: numbers, balances, hashes and lots, and compares with what is stored. One
/// verifier is reused for many accounts, so a million entries leave no garbage. Begin, then every entry by number, then End.
/// </summary>
public sealed class Verifier
{
    private readonly List<LotState> _lots = [];
    private readonly Dictionary<LotId, int> _lotIndex = [];
    private readonly Dictionary<EntryId, (int Start, int Count)> _madeBy = [];
    private readonly List<(long Remaining, BusinessDay? Until)> _state = [];
    private readonly byte[] _head = new byte[Chain.Size];
    private AccountState _account = null!;
    private Asset _asset = null!;
    private long _seq;
    private long _balance;
    private long _in;
    private long _out;
    private int _lotsMade;
    private EntryId _last;

    /// <summary>Verifies an account whose entries are all in memory; null if every row holds.</summary>
    public static Break? Check(
        AccountState account,
        Asset asset,
        IEnumerable<LotState> lots,
        IEnumerable<(PostingHeader Header, Entry Entry)> entries
    )
    {
        var verifier = new Verifier();
        verifier.Begin(account, asset, lots);
        foreach (var (header, entry) in entries)
            if (verifier.Next(header, entry) is { } broken)
                return broken;
        return verifier.End();
    }

    /// <param name="account">the stored row</param>
    /// <param name="lots">all stored lots of the account, emptied ones too</param>
    public void Begin(AccountState account, Asset asset, IEnumerable<LotState> lots)
    {
        (_account, _asset) = (account, asset);
        (_seq, _balance, _in, _out, _lotsMade, _last) = (0, 0, 0, 0, 0, default);
        _head.AsSpan().Clear();
        _lots.Clear();
        _lotIndex.Clear();
        _madeBy.Clear();
        _state.Clear();
        _lots.AddRange(lots);
        _lots.Sort(ByMaker);
        for (var i = 0; i < _lots.Count; i++)
        {
            _lotIndex[_lots[i].Id] = i;
            _state.Add((0, null));
            var made = _madeBy.GetValueOrDefault(_lots[i].CreatedBy, (Start: i, Count: 0));
            _madeBy[_lots[i].CreatedBy] = (made.Start, made.Count + 1);
        }
    }

    /// <summary>The next entry in order of number; null if it holds.</summary>
    public Break? Next(PostingHeader header, Entry entry)
    {
        _last = entry.Id;
        if (header.Id != entry.Posting || entry.Account != _account.Id || header.Day != entry.Day)
            return Wrong(BreakKind.Misplaced, "filed under another posting, account or day");
        if (entry.Seq != _seq + 1)
            return Wrong(BreakKind.Sequence, $"number {entry.Seq} follows {_seq}");
        _seq = entry.Seq;
        // A forged amount may be as large as it likes; the sum wraps and is then found to differ.
        if (entry.Amount == 0 || unchecked(_balance + entry.Amount) != entry.BalanceAfter)
            return Wrong(BreakKind.Balance, $"{_balance} and {entry.Amount} do not make {entry.BalanceAfter}");
        if (header.Format is < 1 or > Chain.Format)
            return Wrong(BreakKind.Format, $"format {header.Format}");

        var made = _madeBy.GetValueOrDefault(entry.Id);
        var newLots = CollectionsMarshal.AsSpan(_lots).Slice(made.Start, made.Count);
        Span<byte> hash = stackalloc byte[Chain.Size];
        Chain.Hash(_head, _account, header, entry, newLots, hash);
        if (entry.Hash.Length > 0 && !hash.SequenceEqual(entry.Hash))
            return Wrong(BreakKind.Hash, "the hash does not follow from the row");

        hash.CopyTo(_head);
        _balance = entry.BalanceAfter;
        _in += Math.Max(entry.Amount, 0);
        _out -= Math.Min(entry.Amount, 0);
        _lotsMade += made.Count;
        return MoveLots(entry);
    }

    /// <summary>The hash of the entry that was looked at last, as it follows from the account's entries so far.</summary>
    public ReadOnlySpan<byte> Head => _head;

    /// <summary>After the last entry: the stored account and lots must be what the entries make of them.</summary>
    public Break? End()
    {
        if (_account.Seq != _seq || _account.Balance != _balance || !_head.AsSpan().SequenceEqual(_account.Head))
            return Wrong(
                BreakKind.AccountRow,
                $"the account says {_account.Balance} at {_account.Seq}, its entries {_balance} at {_seq}"
            );
        if (_account.TotalIn != _in || _account.TotalOut != _out)
            return Wrong(BreakKind.AccountRow, "the totals in and out differ from the entries");
        if (_lotsMade != _lots.Count)
            return Wrong(BreakKind.LotRow, "a lot was made by no entry");
        Int128 sum = 0;
        for (var i = 0; i < _lots.Count; i++)
        {
            if (_lots[i].Remaining != _state[i].Remaining || _lots[i].ExpiresOn != _state[i].Until)
                return Wrong(
                    BreakKind.LotRow,
                    $"lot {_lots[i].Id} says {_lots[i].Remaining}, its entries {_state[i].Remaining}"
                );
            sum += _lots[i].Remaining;
        }
        return _asset.HasLots && sum != Math.Max(_balance, 0)
            ? Wrong(BreakKind.LotSum, $"the lots hold {sum}, the account {_balance}")
            : null;
    }

    private Break? MoveLots(Entry entry)
    {
        var rest = entry.Lots.AsSpan();
        while (LotText.Next(ref rest, out var move))
        {
            if (!_lotIndex.TryGetValue(move.Lot, out var i))
                return Wrong(BreakKind.LotMove, $"lot {move.Lot} is not there");
            var remaining = _state[i].Remaining + move.Amount;
            if (remaining < 0 || remaining > _lots[i].Granted)
                return Wrong(BreakKind.LotMove, $"lot {move.Lot} would hold {remaining} of {_lots[i].Granted}");
            _state[i] = (remaining, move.Until ?? _state[i].Until);
        }
        return null;
    }

    private Break Wrong(BreakKind kind, string detail) => new(_account.Id, _last, _seq, kind, detail);

    private static int ByMaker(LotState a, LotState b)
    {
        var byMaker = a.CreatedBy.CompareTo(b.CreatedBy);
        return byMaker != 0 ? byMaker : a.Id.CompareTo(b.Id);
    }
}

/// <summary>Makes the account and lot rows anew from the entries, which are the truth; verify afterwards.</summary>
public static class Rebuild
{
    /// <param name="account">only its id, member and asset are read</param>
    /// <param name="lots">only their fixed attributes are read</param>
    public static (AccountState Account, IReadOnlyList<LotState> Lots) Of(
        AccountState account,
        IEnumerable<LotState> lots,
        IEnumerable<(PostingHeader Header, Entry Entry)> entriesInOrder
    )
    {
        var byId = lots.ToDictionary(l => l.Id, l => l with { Remaining = 0, ExpiresOn = null });
        var madeBy = byId.Values.OrderBy(l => l.Id).ToLookup(l => l.CreatedBy);
        var now = account with { Balance = 0, Seq = 0, Head = Chain.Genesis, TotalIn = 0, TotalOut = 0 };
        foreach (var (header, entry) in entriesInOrder)
        {
            now = now with
            {
                Balance = now.Balance + entry.Amount,
                Seq = entry.Seq,
                Head = entry.Hash.Length > 0 ? entry.Hash : Chain.Hash(now, header, entry, [.. madeBy[entry.Id]]),
                TotalIn = now.TotalIn + Math.Max(entry.Amount, 0),
                TotalOut = now.TotalOut - Math.Min(entry.Amount, 0),
            };
            foreach (var move in LotText.Read(entry.Lots))
                byId[move.Lot] = byId[move.Lot] with
                {
                    Remaining = byId[move.Lot].Remaining + move.Amount,
                    ExpiresOn = move.Until ?? byId[move.Lot].ExpiresOn,
                };
        }
        return (now, byId.Values.OrderBy(l => l.Id).ToList());
    }
}
