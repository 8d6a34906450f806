using System.ComponentModel.DataAnnotations;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Sales;

/// <summary>POST /shifts: a cashier opens a shift at a till with the float in its drawer.</summary>
public static class OpenShift
{
    public sealed record Request(Money Float, [StringLength(10, MinimumLength = 1)] string Till = "1");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Post("/shifts", Permission.TillShift, Handle).WithSummary("Open a shift with a float.");

    public static async Task<Outcome<ShiftView>> Handle(Request request, Tx tx, Caller caller)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        if (request.Float.IsNegative)
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        // The store's row is the lock: two tills that open at once must not take the same number.
        await tx.Execute(
            "UPDATE store SET version = version WHERE merchant_id = @m AND id = @store",
            new { store = caller.Store }
        );
        if (await Shifts.OpenAt(tx, caller.Store, request.Till) is { } open)
            return TillReasons.ShiftAlreadyOpen.With(("till", open.Till), ("number", open.Number));

        var store = await OrgPublic.Store(tx, caller.Store);
        var last = await tx.One<long?>(
            "SELECT MAX(number) FROM shift WHERE merchant_id = @m AND store_id = @store",
            new { store = caller.Store }
        );
        var row = new ShiftRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Shift>(),
            caller.Store,
            request.Till.Trim(),
            (last ?? 0) + 1,
            ShiftState.Open,
            caller.Staff,
            tx.Now,
            store!.DayOf(tx.Now),
            request.Float,
            null,
            null,
            null,
            null,
            null,
            "",
            1
        );
        await tx.Insert(row);
        tx.Audit(
            new(
                caller,
                "shift.opened",
                "shift",
                row.Id.ToString(),
                After: new
                {
                    row.Number,
                    row.Till,
                    row.Float,
                }
            )
        );
        return await Shifts.View(tx, row);
    }
}
