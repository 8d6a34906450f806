namespace Shuke.Server.Modules.Org;

/// <summary>GET /jobs/{id}: one job; asked again and again while it runs.</summary>
public static class ShowJob
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/jobs/{id}", Permission.SignedIn, Handle).WithSummary("One job and how far it is.");

    public static async Task<Outcome<JobReply>> Handle(JobId id, DbRead db, Caller caller) =>
        await JobRows.Find(db, caller, id) is { } row ? JobRows.Reply(row) : CommonReasons.NotFound.With(("what", id));
}
