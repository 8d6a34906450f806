namespace Shuke.Server.Modules.Org;

/// <summary>GET and PUT /settings/pin: switching people at the till; a store may have its own rule.</summary>
public static class PinPolicies
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/settings/pin", Permission.SignedIn, Show).WithSummary("The rules for PINs.");
        routes.Put("/settings/pin", Permission.SettingsEdit, Save).WithSummary("Change the rules for PINs.");
    }

    public static Task<Outcome<PolicyReply<PinPolicy>>> Show(DbRead db, Caller caller, StoreId? storeId) =>
        Policies.Show<PinPolicy>(db, caller, storeId);

    public static Task<Outcome<PolicyReply<PinPolicy>>> Save(
        PinPolicy request,
        Tx tx,
        Caller caller,
        IfMatch match,
        StoreId? storeId
    ) => Policies.Save(tx, caller, request, match, storeId);
}
