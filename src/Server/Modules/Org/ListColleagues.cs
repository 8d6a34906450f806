namespace Shuke.Server.Modules.Org;

/// <summary>GET /session/colleagues: who works at this store and may take the till over.</summary>
public static class ListColleagues
{
    public sealed record Reply(StaffId StaffId, string Number, string Name, bool HasPin, bool MayApprove);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/session/colleagues", Permission.SignedIn, Handle).WithSummary("Who may take the till over.");

    public static async Task<IReadOnlyList<Reply>> Handle(DbRead db, Caller caller)
    {
        var list = new List<Reply>();
        foreach (
            var staff in await db.All<StaffRow>(
                "SELECT * FROM staff WHERE merchant_id = @m AND state = 'active' ORDER BY number"
            )
        )
        {
            var rights = await Rights.Of(db, staff.Id, staff.IsOwner);
            if (rights.MayAt(caller.Store))
                list.Add(
                    new(
                        staff.Id,
                        staff.Number,
                        staff.Name,
                        staff.PinHash is not null,
                        rights.May(Permission.ApprovalsGive)
                    )
                );
        }
        return list;
    }
}
