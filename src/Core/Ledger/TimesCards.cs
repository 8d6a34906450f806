namespace Shuke.Core.Ledger;

/// <summary>A times card as it is sold (次卡): so many uses of a service for one price.</summary>
/// <param name="Asset">a times asset</param>
/// <param name="ListPrice">what all the uses cost one by one; the law asks for it in refunds</param>
/// <param name="Rule">card and version, kept in the lot</param>
public sealed record TimesTerms(AssetId Asset, int Uses, Money Pay, Money ListPrice, Expiry Validity, string Rule);

public static class SellTimes
{
    public static Outcome<Moves> Decide(Book book, TimesTerms terms, Instant at, BusinessDay day)
    {
        if (!terms.Pay.IsPositive || terms.Pay.Fen > Money.FenMax)
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        if (terms.Uses is < 1 or > 10_000)
            return LedgerReasons.CountOutOfRange.With(("max", 10_000));
        if (book.Holder.Frozen)
            return LedgerReasons.Frozen;

        var draft = new Draft(book, at, day);
        draft.Grant(
            terms.Asset,
            terms.Uses,
            Counters.Plan,
            new(at, terms.Validity.LastDay(day), terms.Rule) { Paid = terms.Pay, ListPrice = terms.ListPrice }
        );
        return draft.Moves;
    }
}

/// <summary>One page for both sides: what was paid, what was used, what comes back and by which formula.</summary>
public sealed record TimesRefund(
    Moves Moves,
    Money Paid,
    long Uses,
    long Used,
    Money UsedValue,
    Money Refund,
    RefundBasis Basis
);

/// <summary>
/// Gives a times card back (法释〔2025〕4号): not the consumer's fault, or within seven days: what was used counts at the
/// card's own price (articles 14, 18); the consumer's own reason later: at the list price (article 19), and never below
/// zero (article 20). A card past its last day, whose uses have been booked out, has nothing left to give back.
/// </summary>
public static class RefundTimes
{
    public const int CoolingOffDays = 7;

    /// <param name="boughtOn">business day of the sale; day 7 after it is still within the seven days</param>
    public static Outcome<TimesRefund> Decide(
        Book book,
        LotId id,
        RefundBasis wanted,
        BusinessDay boughtOn,
        Instant at,
        BusinessDay day
    )
    {
        if (book.FindLot(id) is not { Paid: { } paid } lot || lot.Member != book.Member)
            return LedgerReasons.NothingToRefund;
        if (lot.Remaining == 0 || lot.IsExpired(day))
            return LedgerReasons.NothingToRefund;

        var basis = day <= boughtOn.AddDays(CoolingOffDays) ? RefundBasis.PaidShare : wanted;
        var used = lot.Granted - lot.Remaining;
        var whole = basis == RefundBasis.PaidShare ? paid : Money.Max(lot.ListPrice ?? paid, paid);
        // Rounded up like the value used of a card with bonus, so that both formulas treat the last fen alike.
        var usedValue = new Money(Divide.Exact((Int128)used * whole.Fen, lot.Granted, Rounding.Up));
        var refund = Money.Max(paid - usedValue, Money.Zero);

        var draft = new Draft(book, at, day);
        draft.Add(lot.Asset, -lot.Remaining, Counters.Refund, [new(lot.Id, -lot.Remaining)]);
        return new TimesRefund(draft.Moves, paid, lot.Granted, used, usedValue, refund, basis);
    }
}
