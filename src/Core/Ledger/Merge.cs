namespace Shuke.Core.Ledger;

/// <summary>
/// Two memberships of one person become one: every balance of one moves to the other, in one posting, lot by lot with
/// its dates and terms. Sums before = sums after (invariant I36).
/// </summary>
public static class Merge
{
    /// <returns>moves to be sealed on <c>into.Join(from)</c></returns>
    public static Outcome<Moves> Decide(Book into, Book from, Instant at, BusinessDay day)
    {
        if (into.Member == from.Member)
            return LedgerReasons.SameMember;
        if (into.Holder.Frozen || from.Holder.Frozen)
            return LedgerReasons.Frozen;

        var draft = new Draft(into.Join(from), at, day);
        var moved = new Dictionary<LotId, LotId>();
        // Principal first, so that bonus lots can name the lot their pair has become.
        foreach (var account in from.Accounts.Where(a => a.Balance != 0).OrderBy(a => into.Assets[a.Asset].Kind))
            if (account.Balance > 0)
                MoveValue(draft, account, moved);
            else
                MoveDebt(draft, account);
        return draft.Moves;
    }

    private static void MoveValue(Draft draft, AccountState account, Dictionary<LotId, LotId> moved)
    {
        var lots = Lots.Open(draft.Now, account.Member, account.Asset);
        var (credits, added) = (new List<LotMove>(), new List<LotState>());
        foreach (var lot in lots)
        {
            var terms = ReverseSpend.Continued(lot);
            if (lot.Pair is { } pair && moved.TryGetValue(pair, out var newPair))
                terms = terms with { Pair = newPair };
            var next = draft.NewLot(draft.Now.Member, lot.Asset, lot.Granted, terms, added.Count + 1) with
            {
                CreatedAt = lot.CreatedAt,
            };
            moved[lot.Id] = next.Id;
            added.Add(next);
            credits.Add(new(next.Id, lot.Remaining, lot.ExpiresOn));
        }
        Draft.PayDebt(draft.Now.Balance(account.Asset), account.Balance, credits);
        var debits = lots.ConvertAll(l => new LotMove(l.Id, -l.Remaining));
        draft.Add(new(account.Member, account.Asset, -account.Balance, Counters.Merge, debits, []));
        draft.Add(new(draft.Now.Member, account.Asset, account.Balance, Counters.Merge, credits, added));
    }

    private static void MoveDebt(Draft draft, AccountState account)
    {
        var lots = Lots.Open(draft.Now, draft.Now.Member, account.Asset);
        var fromLots = Math.Min(lots.Sum(l => l.Remaining), -account.Balance);
        draft.Add(new(account.Member, account.Asset, -account.Balance, Counters.Merge, [], []));
        draft.Add(account.Asset, account.Balance, Counters.Merge, Lots.Take(lots, fromLots)!);
    }
}
