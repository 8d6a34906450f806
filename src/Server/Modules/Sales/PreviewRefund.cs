using Shuke.Core.Sales;
using Shuke.Server.Modules.Pricing;

namespace Shuke.Server.Modules.Sales;

/// <summary>POST /orders/{id}/refunds/preview: what a refund would give back, and to where. Writes nothing.</summary>
public static class PreviewRefund
{
    public sealed record Reply(
        Money Amount,
        Money Kept,
        Points PointsTaken,
        IReadOnlyList<TenderReturn> Tenders,
        IReadOnlyList<LineReturn> Lines,
        IReadOnlyList<CouponBack> CouponsBack
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Ask("/orders/{id}/refunds/preview", Permission.TillRefund, Handle)
            .WithSummary("What a refund would give back.");

    public static async Task<Outcome<Reply>> Handle(OrderId id, RefundOrder.Request request, DbRead db, Caller caller)
    {
        var shift = await db.One<ShiftRow>(
            "SELECT * FROM shift WHERE merchant_id = @m AND id = @id",
            new { id = request.ShiftId }
        );
        if (shift is null || shift.StoreId != caller.StoreId)
            return CommonReasons.NotFound.With(("what", "班次"));
        return (await RefundDraft.Load(db, caller, id, shift, request, forUpdate: false)).No(
            out var draft,
            out var refusal
        )
            ? refusal
            : new Reply(
                draft.Plan.Amount,
                draft.Plan.Kept,
                draft.PointsTaken,
                draft.Plan.Tenders,
                draft.Plan.Lines,
                draft.CouponsBack
            );
    }
}
