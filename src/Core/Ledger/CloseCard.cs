namespace Shuke.Core.Ledger;

/// <summary>By which formula a card is paid out (法释〔2025〕4号).</summary>
public enum RefundBasis
{
    /// <summary>Not the consumer's fault, article 18: used value counts at paid / (paid + bonus). The default.</summary>
    PaidShare,

    /// <summary>The consumer's own reason, article 19: used value counts in full, bonus or not.</summary>
    ListPrice,
}

/// <summary>
/// What the member gets, and what the card held. The book must hold every stored-value lot, emptied ones too, because
/// the formula looks at what was used of each top-up.
/// </summary>
/// <param name="Refund">money to pay out; never negative (article 20)</param>
/// <param name="PrincipalForfeited">principal that the formula keeps for use at list price</param>
/// <param name="BonusForfeited">bonus that falls away</param>
public sealed record CardClosed(Moves Moves, Money Refund, Money PrincipalForfeited, Money BonusForfeited);

/// <summary>Refund on demand: principal is paid out, bonus falls away, the card is empty. Frozen cards can be closed.</summary>
public static class CloseCard
{
    public static Outcome<CardClosed> Decide(Book book, RefundBasis basis, Instant at, BusinessDay day)
    {
        var (principal, bonus) = (book.Assets.Principal.Id, book.Assets.Bonus.Id);
        var held = (Principal: book.Balance(principal), Bonus: book.Balance(bonus));
        if (held.Principal + held.Bonus == 0)
            return LedgerReasons.NothingToRefund;

        var owed = book
            .Lots.Where(l => l.Asset == principal && l.Member == book.Member)
            .Sum(l => Owed(l, BonusOf(book, l, day), basis));
        // More than the card holds would be money twice: what is gone from it was paid out or forfeited before.
        var refund = Math.Min(owed, held.Principal + held.Bonus);
        var draft = new Draft(book, at, day);
        var fromPrincipal = Empty(draft, principal, refund);
        var fromBonus = Empty(draft, bonus, refund - fromPrincipal);
        return new CardClosed(
            draft.Moves,
            new(fromPrincipal + fromBonus),
            new(held.Principal - fromPrincipal),
            new(held.Bonus - fromBonus)
        );
    }

    /// <summary>Bonus that has expired counts neither as given nor as used, which is the reading kinder to the member.</summary>
    private static List<LotState> BonusOf(Book book, LotState principal, BusinessDay day) =>
        book.Lots.Where(l => l.Pair == principal.Id && l.Member == book.Member && !l.IsExpired(day)).ToList();

    private static long Owed(LotState principal, List<LotState> bonus, RefundBasis basis)
    {
        var paid = principal.Granted;
        var given = bonus.Sum(l => l.Granted);
        var used = paid - principal.Remaining + given - bonus.Sum(l => l.Remaining);
        return basis switch
        {
            // Rounded up, like the principal's share in a payment in proportion: the formula then agrees with the lots.
            RefundBasis.PaidShare => paid - Divide.Exact((Int128)used * paid, paid + given, Rounding.Up),
            RefundBasis.ListPrice => Math.Max(paid - used, 0),
        };
    }

    /// <summary>Empties the asset: at most this much is paid out, the rest is forfeited. Answers what was paid out.</summary>
    private static long Empty(Draft draft, AssetId asset, long payOut)
    {
        var book = draft.Now;
        var paid = Math.Min(payOut, book.Balance(asset));
        draft.Add(asset, -paid, Counters.Refund, Lots.Take(Lots.Open(book, book.Member, asset), paid)!);
        book = draft.Now;
        var rest = book.Balance(asset);
        draft.Add(asset, -rest, Counters.Forfeit, Lots.Take(Lots.Open(book, book.Member, asset), rest)!);
        return paid;
    }
}
