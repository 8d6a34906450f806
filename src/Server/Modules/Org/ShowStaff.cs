namespace Shuke.Server.Modules.Org;

/// <summary>GET /staff/{id}: one person with the full phone number.</summary>
public static class ShowStaff
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/staff/{id}", Permission.StaffEdit, Handle).WithSummary("One person of the staff.");

    public static async Task<Outcome<StaffReply>> Handle(StaffId id, DbRead db, Caller caller, Vault vault) =>
        await StaffRows.Find(db, id) is { } row
            ? await StaffRows.Reply(db, vault, caller, row)
            : CommonReasons.NotFound.With(("what", id));
}
