namespace Shuke.Server.Modules.Org;

/// <summary>DELETE /session: whoever is signed in leaves; the session is over on every node within a second.</summary>
public static class SignOut
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Session("DELETE", "/session", Permission.SignedIn, Handle).WithSummary("Sign out.");

    public static async Task<Outcome<Done>> Handle(Tx tx, Caller caller, HttpContext http)
    {
        await tx.Execute(
            "UPDATE session SET ended_at = @now WHERE merchant_id = @m AND id = @id",
            new { now = tx.Now, id = caller.SessionId }
        );
        tx.Audit(new(caller, "session.closed", "staff", caller.Staff.ToString()));
        Sessions.Forget(http);
        SessionGate.Clear();
        return Done.Ok;
    }
}
