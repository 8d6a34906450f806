namespace Shuke.Server.Modules.Org;

/// <summary>GET /jobs: imports, exports and other long work, the newest first.</summary>
public static class ListJobs
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/jobs", Permission.SignedIn, Handle).WithSummary("Long work and how far it is.");

    public static async Task<Outcome<Page<JobReply>>> Handle([AsParameters] PageQuery page, DbRead db, Caller caller)
    {
        var args = new
        {
            all = caller.IsOwner,
            staff = caller.Staff,
            before = Cursor.Read(page.After).Number,
            fetch = page.Fetch,
        };
        var rows = await db.All<JobRow>(
            $"SELECT * FROM job WHERE {JobRows.Mine} AND id < @before ORDER BY id DESC LIMIT @fetch",
            args
        );
        var total = await db.One<long>($"SELECT COUNT(*) FROM job WHERE {JobRows.Mine}", args);
        return Page<JobReply>.Of(page, rows.ConvertAll(JobRows.Reply), total, i => new("", i.Id.Value));
    }
}
