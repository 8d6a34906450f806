namespace Shuke.Server.Modules.Sales;

/// <summary>GET /shifts/{id}: one shift with its report.</summary>
public static class ShowShift
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/shifts/{id}", Permission.TillShift, Handle).WithSummary("One shift with its report.");

    public static async Task<Outcome<ShiftView>> Handle(ShiftId id, DbRead db, Caller caller)
    {
        var row = await db.One<ShiftRow>("SELECT * FROM shift WHERE merchant_id = @m AND id = @id", new { id });
        return row is null || !caller.MayAt(row.StoreId)
            ? CommonReasons.NotFound.With(("what", "班次"))
            : await Shifts.View(db, row);
    }
}
