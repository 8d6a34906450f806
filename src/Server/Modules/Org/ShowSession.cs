namespace Shuke.Server.Modules.Org;

/// <summary>GET /session: who I am, where, and what I may do.</summary>
public static class ShowSession
{
    public sealed record Reply(
        StaffId StaffId,
        string Name,
        bool IsOwner,
        Language Language,
        MerchantId MerchantId,
        string Merchant,
        StoreChoice? Store,
        IReadOnlyList<StoreChoice> Stores,
        IReadOnlyList<Permission> Permissions,
        IReadOnlyDictionary<Limit, long> Limits,
        bool ByPin,
        bool MustChangePassword,
        bool HasPin
    );

    public sealed record StoreChoice(StoreId Id, string Code, string Name, string TimeZone);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/session", Permission.SignedIn, Handle).WithSummary("The signed-in person, store and rights.");

    public static async Task<Outcome<Reply>> Handle(DbRead db, Caller caller) => await Describe(db, caller);

    internal static async Task<Reply> Describe(DbRead db, Caller caller)
    {
        var stores = (await OrgPublic.Stores(db))
            .Where(s => s.Active && caller.MayAt(s.Id))
            .Select(s => new StoreChoice(s.Id, s.Code, s.Name, s.Zone.Id))
            .ToList();
        var permissions = Enum.GetValues<Permission>().Where(p => p > Permission.Owner && caller.May(p)).ToList();
        return new(
            caller.Staff,
            caller.Name,
            caller.IsOwner,
            caller.Language,
            caller.MerchantId,
            await OrgPublic.MerchantName(db),
            stores.FirstOrDefault(s => s.Id == caller.StoreId),
            stores,
            permissions,
            caller.Limits,
            caller.ByPin,
            caller.MustChangePassword,
            await db.One<string>(
                "SELECT pin_hash FROM staff WHERE merchant_id = @m AND id = @id",
                new { id = caller.Staff }
            )
                is not null
        );
    }
}
