namespace Shuke.Core.Ledger;

/// <summary>What a new lot is given besides its amount.</summary>
public sealed record LotTerms(Instant ActiveAt, BusinessDay? Until, string Rule)
{
    public LotId? Pair { get; init; }
    public LotId? Origin { get; init; }
    public OrderOfUse Order { get; init; }
    public Money? Paid { get; init; }
    public Money? ListPrice { get; init; }
}

/// <summary>Collects the moves of one decision; each sees the book after those before it.</summary>
internal sealed class Draft(Book book, Instant at, BusinessDay day)
{
    private readonly List<Move> _moves = [];

    public Book Now { get; private set; } = book;

    public Moves Moves => new(_moves);

    /// <summary>A new lot for the member; a debt from points taken back earlier is paid from it first.</summary>
    public LotId Grant(AssetId asset, long amount, string counter, LotTerms terms)
    {
        var lot = NewLot(Now.Member, asset, amount, terms, 1);
        var moves = new List<LotMove> { new(lot.Id, amount, terms.Until) };
        PayDebt(Now.Balance(asset), amount, moves);
        Add(new(Now.Member, asset, amount, counter, moves, [lot]));
        return lot.Id;
    }

    public LotState NewLot(MemberId member, AssetId asset, long granted, LotTerms terms, int nth) =>
        new(
            new(-(Now.Provisional + nth)),
            default,
            member,
            asset,
            granted,
            0,
            terms.ActiveAt,
            null,
            terms.Pair,
            terms.Origin,
            default,
            terms.Order,
            terms.Paid,
            terms.ListPrice,
            terms.Rule,
            at
        );

    public void Add(AssetId asset, long amount, string counter, IReadOnlyList<LotMove> lots) =>
        Add(new(Now.Member, asset, amount, counter, lots, []));

    public void Add(Move move)
    {
        if (move.Amount == 0)
            return;
        var final = Renewed(move);
        _moves.Add(final);
        Now = Now.Apply(new Moves([final]));
    }

    /// <summary>
    /// While a balance is below zero all its lots are empty; what comes in pays the debt before it can be spent.
    /// </summary>
    public static void PayDebt(long balance, long incoming, List<LotMove> moves)
    {
        var debt = Math.Min(Math.Max(-balance, 0), incoming);
        var credits = moves.Count;
        for (var i = 0; i < credits && debt > 0; i++)
        {
            var part = Math.Min(moves[i].Amount, debt);
            if (part <= 0)
                continue;
            moves.Add(new(moves[i].Lot, -part));
            debt -= part;
        }
    }

    private Move Renewed(Move move)
    {
        var expiry = Now.Assets[move.Asset].Expiry;
        if (!expiry.IsRolling || move.Counter is not (Counters.Earn or Counters.Sale))
            return move;
        var until = expiry.LastDay(day);
        var renewals = Now.LotsOf(move.Asset)
            .Where(l => l.Member == move.Member && l.Remaining > 0)
            .Where(l => !l.IsExpired(day) && l.ExpiresOn < until)
            .Select(l => new LotMove(l.Id, 0, until));
        return move with { Lots = [.. move.Lots, .. renewals] };
    }
}
