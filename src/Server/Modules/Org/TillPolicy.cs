namespace Shuke.Server.Modules.Org;

/// <summary>GET and PUT /settings/till: how the amount due is rounded; a store may have its own rule.</summary>
public static class TillPolicy
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/settings/till", Permission.SignedIn, Show).WithSummary("The rule for rounding at the till.");
        routes.Put("/settings/till", Permission.SettingsEdit, Save).WithSummary("Change the rounding at the till.");
    }

    public static Task<Outcome<PolicyReply<TillSettings>>> Show(DbRead db, Caller caller, StoreId? storeId) =>
        Policies.Show<TillSettings>(db, caller, storeId);

    public static Task<Outcome<PolicyReply<TillSettings>>> Save(
        TillSettings request,
        Tx tx,
        Caller caller,
        IfMatch match,
        StoreId? storeId
    ) => Policies.Save(tx, caller, request, match, storeId);
}
