using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Sales;

/// <summary>POST /shifts/{id}/cash: cash is put into or taken out of the drawer, with a reason.</summary>
public static class MoveCash
{
    public sealed record Request(Money Amount, [StringLength(100, MinimumLength = 1)] string Reason);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/shifts/{id}/cash", Permission.TillDrawer, Handle)
            .WithSummary("Put cash in (positive) or take it out (negative).");

    public static async Task<Outcome<ShiftView>> Handle(ShiftId id, Request request, Tx tx, Caller caller)
    {
        if ((await Shifts.Hold(tx, caller, id)).No(out var shift, out var refusal))
            return refusal;
        if (request.Amount.IsZero)
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        var report = await Shifts.Report(tx, shift, null);
        if (report.ExpectedCash + request.Amount is { IsNegative: true })
            return TillReasons.DrawerTooLow.With(("drawer", report.ExpectedCash.Fen));

        await tx.Insert(
            new ShiftCashRow(
                tx.Merchant,
                tx.NewId<Core.Kinds.CashMove>(),
                id,
                request.Amount,
                request.Reason,
                caller.Staff,
                tx.Now
            )
        );
        tx.Audit(
            new(
                caller,
                "shift.cash_moved",
                "shift",
                id.ToString(),
                After: new { request.Amount },
                Reason: request.Reason
            )
        );
        return await Shifts.View(tx, shift);
    }
}
