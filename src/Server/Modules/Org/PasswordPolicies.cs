namespace Shuke.Server.Modules.Org;

/// <summary>GET and PUT /settings/password: how long a password is at least, how long an initial one is good.</summary>
public static class PasswordPolicies
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/settings/password", Permission.SignedIn, Show).WithSummary("The rules for passwords.");
        routes.Put("/settings/password", Permission.SettingsEdit, Save).WithSummary("Change the rules for passwords.");
    }

    public static Task<Outcome<PolicyReply<PasswordPolicy>>> Show(DbRead db, Caller caller) =>
        Policies.Show<PasswordPolicy>(db, caller, null);

    public static Task<Outcome<PolicyReply<PasswordPolicy>>> Save(
        PasswordPolicy request,
        Tx tx,
        Caller caller,
        IfMatch match
    ) => Policies.Save(tx, caller, request, match, null);
}
