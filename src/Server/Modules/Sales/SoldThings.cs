using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Sales;

/// <summary>What is sold beside goods and top-ups.</summary>
public enum SoldKind
{
    Membership,
    TimesCard,
    GiftCard,
}

/// <summary>How something that is no ticket is paid: whole, in one way.</summary>
public sealed record OnePayment(
    Tender Tender,
    Money? Tendered = null,
    [StringLength(20)] string? Method = null,
    [StringLength(60)] string? Reference = null
);

/// <summary>Takes and gives back the money for memberships, times cards and gift cards; the shift's report counts it.</summary>
internal static class SoldThings
{
    /// <summary>The moves that pay it from stored value, none for money; refused when the tender does not fit or is too little.</summary>
    public static Outcome<Moves> Pay(Book? book, OnePayment payment, Money amount, Instant now, BusinessDay day)
    {
        if (payment.Tender == Tender.Points || (payment.Tender == Tender.StoredValue && book is null))
            return TillReasons.SoldTender;
        if (payment.Tender == Tender.StoredValue)
            return Core
                .Ledger.SpendStoredValue.Decide(book!, new(amount, null, now, day))
                .No(out var spent, out var refusal)
                ? refusal
                : spent.Moves.Against(Counters.Plan);
        return payment is { Tender: Tender.Cash, Tendered: { } given } && given < amount
            ? SalesReasons.PaymentMismatch.With(
                ("due", amount.Fen),
                ("paid", given.Fen),
                ("short", (amount - given).Fen)
            )
            : Moves.None;
    }

    /// <summary>Writes what was taken; answers the change.</summary>
    public static async Task<Money> Take(
        Tx tx,
        SoldKind kind,
        long document,
        OnePayment payment,
        Money amount,
        PostingId? posting,
        ShiftId? shift,
        StoreId store,
        BusinessDay day
    )
    {
        var tendered = payment.Tender == Tender.Cash ? payment.Tendered ?? amount : amount;
        await tx.Insert(
            new SoldPaymentRow(
                tx.Merchant,
                tx.NewId<Core.Kinds.Payment>(),
                kind,
                document,
                false,
                payment.Tender,
                payment.Tender == Tender.Recorded ? payment.Method : null,
                amount,
                tendered,
                tendered - amount,
                payment.Reference,
                posting,
                shift,
                store,
                day,
                tx.Now
            )
        );
        return tendered - amount;
    }

    public static Task<SoldPaymentRow?> Taken(DbRead db, SoldKind kind, long document) =>
        db.One<SoldPaymentRow>(
            """
            SELECT * FROM sold_payment
            WHERE merchant_id = @m AND document_kind = @kind AND document_id = @document AND NOT given_back
            """,
            new { kind, document }
        );

    /// <summary>
    /// The moves that put a part of what was paid back onto the card it came from (regulation: same card, never cash); none
    /// when money was paid.
    /// </summary>
    public static async Task<Outcome<(Moves Moves, Book Book)>> GiveBack(
        DbRead db,
        SoldPaymentRow paid,
        Book book,
        Money amount,
        BusinessDay day
    )
    {
        if (paid.Tender != Tender.StoredValue || amount.IsZero)
            return (Moves.None, book);
        var (original, reversals) = await LedgerPublic.EntriesOf(db, paid.PostingId!.Value);
        bool IsStored(PostedEntry e) => book.Assets[e.Asset].IsStoredValue;
        var lots = original
            .Where(e => IsStored(e) && e.Entry.Amount < 0)
            .SelectMany(e => LotText.Read(e.Entry.Lots))
            .Select(m => m.Lot);
        book = await LedgerPublic.WithLots(db, book, lots);
        var taken = Core.Ledger.Taken.Of(
            book,
            original.Where(e => IsStored(e) && e.Entry.Amount < 0).Select(e => e.Entry),
            reversals.Where(IsStored).Select(e => e.Entry)
        );
        var command = new ReverseSpendCommand(taken, amount.Fen, RevivePolicy.Default, CardLimits.Shipped, db.Now, day);
        return ReverseSpend.Decide(book, command).No(out var back, out var refusal) ? refusal : (back.Moves, book);
    }

    public static Task WriteBack(
        Tx tx,
        SoldPaymentRow paid,
        Money amount,
        PostingId? posting,
        ShiftId shift,
        StoreId store,
        BusinessDay day
    ) =>
        tx.Insert(
            paid with
            {
                Id = tx.NewId<Core.Kinds.Payment>(),
                GivenBack = true,
                Amount = amount,
                Tendered = amount,
                Change = Money.Zero,
                PostingId = posting,
                ShiftId = shift,
                StoreId = store,
                Day = day,
                At = tx.Now,
            }
        );
}

[Table("sold_payment")]
internal sealed record SoldPaymentRow(
    MerchantId MerchantId,
    PaymentId Id,
    SoldKind DocumentKind,
    long DocumentId,
    bool GivenBack,
    Tender Tender,
    string? Method,
    Money Amount,
    Money Tendered,
    Money Change,
    string? Reference,
    PostingId? PostingId,
    ShiftId? ShiftId,
    StoreId StoreId,
    BusinessDay Day,
    Instant At
);
