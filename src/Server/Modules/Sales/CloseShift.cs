using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Sales;

/// <summary>POST /shifts/{id}/close: the drawer is counted, the difference and the report are written for good.</summary>
public static class CloseShift
{
    public sealed record Request(Money Counted, [StringLength(200)] string Note = "");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/shifts/{id}/close", Permission.TillShift, Handle)
            .WithSummary("Close a shift with the counted cash.");

    public static async Task<Outcome<ShiftView>> Handle(ShiftId id, Request request, Tx tx, Caller caller)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        if (request.Counted.IsNegative)
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        // The row is taken for update before anything is added up: a ticket either is in the report or finds the shift closed.
        var row = await tx.One<ShiftRow>(
            "UPDATE shift SET version = version + 1 WHERE merchant_id = @m AND id = @id AND store_id = @store RETURNING *",
            new { id, store = caller.Store }
        );
        if (row is null)
            return CommonReasons.NotFound.With(("what", "班次"));
        if (row.State == ShiftState.Closed)
            return TillReasons.ShiftNotOpen;

        var report = await Shifts.Report(tx, row, request.Counted);
        var closed = await tx.One<ShiftRow>(
            """
            UPDATE shift SET state = 'closed', closed_by = @staff, closed_at = @now, counted = @counted, expected = @expected, report = @report, note = @note
            WHERE merchant_id = @m AND id = @id RETURNING *
            """,
            new
            {
                id,
                staff = caller.Staff,
                now = tx.Now,
                counted = request.Counted,
                expected = report.ExpectedCash,
                report = Json.Text(report),
                note = request.Note,
            }
        );
        tx.Audit(
            new(
                caller,
                "shift.closed",
                "shift",
                id.ToString(),
                After: new
                {
                    row.Number,
                    report.ExpectedCash,
                    request.Counted,
                    report.Difference,
                },
                Reason: request.Note
            )
        );
        tx.Tell(
            new ShiftClosed(tx.Merchant, row.StoreId, id, caller.Staff, report.ExpectedCash, request.Counted, tx.Now)
        );
        return await Shifts.View(tx, closed!);
    }
}
