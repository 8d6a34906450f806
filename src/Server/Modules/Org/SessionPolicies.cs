namespace Shuke.Server.Modules.Org;

/// <summary>GET and PUT /settings/session: how long a login lasts.</summary>
public static class SessionPolicies
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/settings/session", Permission.SettingsEdit, Show).WithSummary("How long a login lasts.");
        routes.Put("/settings/session", Permission.SettingsEdit, Save).WithSummary("Change how long a login lasts.");
    }

    public static Task<Outcome<PolicyReply<SessionPolicy>>> Show(DbRead db, Caller caller) =>
        Policies.Show<SessionPolicy>(db, caller, null);

    public static Task<Outcome<PolicyReply<SessionPolicy>>> Save(
        SessionPolicy request,
        Tx tx,
        Caller caller,
        IfMatch match
    ) => Policies.Save(tx, caller, request, match, null);
}
