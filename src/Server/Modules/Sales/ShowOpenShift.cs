namespace Shuke.Server.Modules.Sales;

/// <summary>GET /shifts/open: the open shift of a till at the caller's store, or none.</summary>
public static class ShowOpenShift
{
    public sealed record Reply(ShiftView? Shift);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/shifts/open", Permission.TillSell, Handle).WithSummary("The open shift of a till.");

    public static async Task<Outcome<Reply>> Handle(DbRead db, Caller caller, string till = "1")
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        var row = await Shifts.OpenAt(db, caller.Store, till);
        return new Reply(row is null ? null : await Shifts.View(db, row));
    }
}
