using System.ComponentModel.DataAnnotations;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Pricing;

namespace Shuke.Server.Modules.Sales;

/// <summary>POST /orders/{id}/refunds: goods come back, or a ticket of this shift is voided; money, value and points follow.</summary>
public static class RefundOrder
{
    /// <param name="Lines">null: everything that has not come back yet</param>
    public sealed record Request(
        ShiftId ShiftId,
        [MaxLength(200)] IReadOnlyList<LineWish>? Lines = null,
        bool IsVoid = false,
        [StringLength(100)] string Reason = ""
    );

    public sealed record LineWish([Range(1, 100_000)] int LineNo, Quantity Quantity);

    /// <param name="Kept">not paid out, because points this order earned are already spent</param>
    public sealed record Reply(
        RefundId RefundId,
        string Number,
        OrderState State,
        Money Amount,
        Money Kept,
        Points PointsTaken,
        IReadOnlyList<TenderReturn> Tenders,
        IReadOnlyList<LineReturn> Lines,
        Points? Points,
        Money? StoredValue,
        IReadOnlyList<CouponBack> CouponsBack
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/orders/{id}/refunds", Permission.TillRefund, Handle)
            .WithSummary("Refund lines of a ticket, or void it.");

    public static async Task<Outcome<Reply>> Handle(OrderId id, Request request, Tx tx, Caller caller)
    {
        if ((await Shifts.Hold(tx, caller, request.ShiftId)).No(out var shift, out var refusal))
            return refusal;
        if (request.IsVoid && !caller.May(Permission.OrdersVoid) && caller.ApprovedBy is null)
            return HttpReasons.ApprovalRequired.With(
                ("limit", PermissionWords.Of(Permission.OrdersVoid).In(caller.Language))
            );
        if ((await RefundDraft.Load(tx, caller, id, shift, request, forUpdate: true)).No(out var draft, out refusal))
            return refusal;
        if (!request.IsVoid && draft.Plan.Amount.Fen > caller.LimitOf(Limit.RefundFen))
            return HttpReasons.ApprovalRequired.With(
                ("limit", $"{new Money(Math.Min(caller.LimitOf(Limit.RefundFen), Money.FenMax))} 元")
            );

        var refundId = tx.NewId<Core.Kinds.Refund>();
        var number = await Numbers.Refund(tx, caller.Store, draft.Day);
        var posting = await draft.Post(tx, caller, refundId, number);
        await draft.Write(tx, caller, refundId, number, request, posting?.Header.Id);
        tx.Audit(
            new(
                caller,
                request.IsVoid ? "order.voided" : "order.refunded",
                "order",
                id.ToString(),
                After: new { number, draft.Plan.Amount },
                Reason: request.Reason
            )
        );
        tx.Tell(
            new OrderRefunded(
                tx.Merchant,
                caller.Store,
                id,
                refundId,
                draft.Order.MemberId,
                draft.Plan.Amount,
                draft.Day,
                tx.Now,
                Lines(draft)
            )
        );
        var after = posting?.After ?? draft.Book;
        return new Reply(
            refundId,
            number,
            draft.Plan.State,
            draft.Plan.Amount,
            draft.Plan.Kept,
            draft.PointsTaken,
            draft.Plan.Tenders,
            draft.Plan.Lines,
            after is null ? null : new Points(after.Balance(after.Assets.Points.Id)),
            after is null
                ? null
                : new Money(after.Balance(after.Assets.Principal.Id) + after.Balance(after.Assets.Bonus.Id)),
            draft.CouponsBack
        );
    }

    private static IReadOnlyList<RefundedLine> Lines(RefundDraft draft) =>
        [
            .. draft.Plan.Lines.Select(l => new RefundedLine(
                l.LineNo,
                draft.Lines.First(sold => sold.LineNo == l.LineNo).ProductId,
                l.Quantity,
                l.Amount
            )),
        ];
}
