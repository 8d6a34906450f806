namespace Shuke.Server.Modules.Org;

/// <summary>POST /jobs/{id}/cancel: asks a job to stop; what it has committed so far stays.</summary>
public static class CancelJob
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Post("/jobs/{id}/cancel", Permission.SignedIn, Handle).WithSummary("Stop a job.");

    public static async Task<Outcome<JobReply>> Handle(JobId id, Tx tx, Caller caller)
    {
        if (await JobRows.Find(tx, caller, id) is not { } row)
            return CommonReasons.NotFound.With(("what", id));
        var asked = await tx.Execute(
            "UPDATE job SET cancel_asked = TRUE WHERE merchant_id = @m AND id = @id AND state IN ('waiting', 'running')",
            new { id }
        );
        if (asked == 0)
            return OrgReasons.JobEnded;
        tx.Audit(new(caller, "job.cancelled", "job", id.ToString(), After: new { row.Kind, row.Title }));
        return JobRows.Reply(row with { CancelAsked = true });
    }
}
