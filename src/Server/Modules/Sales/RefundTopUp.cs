using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Pricing;

namespace Shuke.Server.Modules.Sales;

/// <summary>POST /topups/{id}/refund: an unspent top-up is undone; the money goes back the way it came.</summary>
public static class RefundTopUp
{
    public sealed record Request(ShiftId ShiftId, [StringLength(100, MinimumLength = 1)] string Reason);

    public sealed record Reply(TopUpId TopUpId, Money Amount, Tender Tender, string? Method, Money StoredValue);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/topups/{id}/refund", Permission.TillTopUp, Handle)
            .WithSummary("Undo a top-up nothing of which was spent.");

    public static async Task<Outcome<Reply>> Handle(TopUpId id, Request request, Tx tx, Caller caller)
    {
        if ((await Shifts.Hold(tx, caller, request.ShiftId)).No(out var shift, out var refusal))
            return refusal;
        var topUp = await tx.One<TopUpRow>("SELECT * FROM topup WHERE merchant_id = @m AND id = @id", new { id });
        if (topUp is null || topUp.StoreId != caller.StoreId)
            return CommonReasons.NotFound.With(("what", "充值"));
        if (topUp.Pay.Fen > caller.LimitOf(Limit.RefundFen))
            return HttpReasons.ApprovalRequired.With(
                ("limit", $"{new Money(Math.Min(caller.LimitOf(Limit.RefundFen), Money.FenMax))} 元")
            );
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), topUp.MemberId);
        // Under the book's lock: two tills that undo the same top-up see each other's result here.
        if (
            await tx.Execute(
                "UPDATE topup SET state = 'refunded' WHERE merchant_id = @m AND id = @id AND state = 'paid'",
                new { id }
            ) == 0
        )
            return TillReasons.TopUpRefunded;

        var day = (await OrgPublic.Store(tx, caller.Store))!.DayOf(tx.Now);
        if ((await Decide(tx, topUp, book, day)).No(out var decided, out refusal))
            return refusal;
        var posting = await LedgerPublic.Post(
            tx,
            decided.Book,
            new PostingNote(
                "topup_refund",
                "topup",
                id.ToString(),
                day,
                "till",
                caller.Store,
                caller.Staff,
                request.Reason,
                topUp.PostingId
            ),
            decided.Moves
        );
        var paid = (
            await tx.One<OtherPaymentRow>(
                "SELECT * FROM other_payment WHERE merchant_id = @m AND document_kind = 'topup' AND document_id = @id",
                new { id = id.Value }
            )
        )!;
        await tx.Insert(
            paid with
            {
                Id = tx.NewId<Core.Kinds.Payment>(),
                DocumentKind = PaymentDocument.TopupRefund,
                Tendered = paid.Amount,
                Change = Money.Zero,
                ShiftId = shift.Id,
                StoreId = caller.Store,
                Day = day,
                At = tx.Now,
            }
        );
        tx.Audit(
            new(
                caller,
                "topup.refunded",
                "topup",
                id.ToString(),
                After: new { topUp.Number, topUp.Pay },
                Reason: request.Reason
            )
        );
        tx.Tell(new TopUpRefunded(tx.Merchant, caller.Store, id, topUp.MemberId, topUp.Pay, topUp.Bonus, day, tx.Now));
        var after = posting.After;
        var left = new Money(after.Balance(after.Assets.Principal.Id) + after.Balance(after.Assets.Bonus.Id));
        return new Reply(id, topUp.Pay, paid.Tender, paid.Method, left);
    }

    /// <summary>Principal and bonus leave whole or not at all; the plan's points are taken back, and the running total.</summary>
    private static async Task<Outcome<(Moves Moves, Book Book)>> Decide(
        DbRead db,
        TopUpRow topUp,
        Book book,
        BusinessDay day
    )
    {
        var (original, _) = await LedgerPublic.EntriesOf(db, topUp.PostingId);
        var made = original.SelectMany(e => LotText.Read(e.Entry.Lots).Select(m => (e.Asset, m.Lot))).ToList();
        book = await LedgerPublic.WithLots(db, book, made.Select(l => l.Lot));
        var stored = made.Where(l => book.Assets[l.Asset].IsStoredValue).Select(l => l.Lot).ToList();
        if (ReverseTopUp.Decide(book, new(stored, db.Now, day)).No(out var moves, out var refusal))
            return refusal;
        var at = book.Apply(moves);
        var settings = await OrgPublic.Setting<PricingSettings>(db);
        var points = book.Assets.Points.Id;
        var gift = new TakeBackCommand(
            points,
            topUp.Points.Value,
            [.. made.Where(l => l.Asset == points).Select(l => l.Lot)],
            settings.TakeBack,
            Money.Zero,
            db.Now,
            day
        );
        if (TakeBack.Decide(at, gift).No(out var taken, out refusal))
            return refusal;
        at = at.Apply(taken.Moves);
        var total = Core.Ledger.Earn.Undo(at, book.Assets[AssetCodes.ToppedUp].Id, topUp.Pay.Fen, db.Now, day);
        return (moves + taken.Moves + total, book);
    }
}
