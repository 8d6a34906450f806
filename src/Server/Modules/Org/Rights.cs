namespace Shuke.Server.Modules.Org;

/// <summary>What the roles of a person add up to: all permissions, the highest limits, the stores.</summary>
internal static class Rights
{
    /// <summary>What no PIN opens, because four digits over a shoulder must not lead into the back office.</summary>
    private static readonly HashSet<Permission> PasswordOnly =
    [
        Permission.StoresEdit,
        Permission.StaffEdit,
        Permission.RolesEdit,
        Permission.SettingsEdit,
        Permission.AuditView,
        Permission.MembersExport,
        Permission.GoodsExport,
        Permission.LedgerAdjust,
        Permission.LedgerCloseCard,
    ];

    public static async Task<Caller> Of(DbRead db, StaffId staff, bool isOwner)
    {
        var roles = await db.All<RoleRow>(
            "SELECT r.* FROM role r JOIN staff_role x ON x.merchant_id = r.merchant_id AND x.role_id = r.id WHERE r.merchant_id = @m AND x.staff_id = @staff",
            new { staff }
        );
        var stores = await db.All<StoreId>(
            "SELECT store_id FROM staff_store WHERE merchant_id = @m AND staff_id = @staff",
            new { staff }
        );
        return Sum(db.Merchant, roles, stores) with { StaffId = staff, IsOwner = isOwner };
    }

    public static Caller Sum(MerchantId merchant, IReadOnlyCollection<RoleRow> roles, IEnumerable<StoreId> stores)
    {
        var permissions = new HashSet<Permission>();
        var limits = new Dictionary<Limit, long>();
        foreach (var role in roles)
        {
            permissions.UnionWith(Json.Parse<Permission[]>(role.Permissions));
            foreach (var (limit, value) in Json.Parse<Dictionary<Limit, long>>(role.Limits))
                limits[limit] = Math.Max(value, limits.GetValueOrDefault(limit));
        }
        return new Caller
        {
            MerchantId = merchant,
            Permissions = permissions,
            Limits = limits,
            Stores = roles.Any(r => r.AllStores) ? null : stores.ToHashSet(),
        };
    }

    /// <summary>Whether somebody may hand out these rights, or act on a person who has them: nobody beyond their own.</summary>
    public static bool Covers(Caller giver, Caller holder) =>
        giver.IsOwner
        || !holder.IsOwner
            && holder.Permissions.All(giver.May)
            && holder.Limits.All(l => l.Value <= giver.LimitOf(l.Key))
            && (giver.Stores is null || holder.Stores is not null && holder.Stores.All(giver.Stores.Contains));

    /// <summary>The same person, brought to the till by a PIN: all rights of the shop floor, none of the back office.</summary>
    public static Caller ByPin(Caller caller)
    {
        var permissions = Enum.GetValues<Permission>()
            .Where(p => p > Permission.Owner && caller.May(p) && !PasswordOnly.Contains(p))
            .ToHashSet();
        var limits = Enum.GetValues<Limit>().ToDictionary(l => l, caller.LimitOf);
        return caller with
        {
            IsOwner = false,
            ByPin = true,
            Permissions = permissions,
            Limits = limits,
            Stores = caller.IsOwner ? null : caller.Stores,
        };
    }

    /// <summary>Signed in with an initial secret: no right but to choose a password.</summary>
    public static Caller Fresh(Caller caller) =>
        caller with
        {
            IsOwner = false,
            MustChangePassword = true,
            Permissions = new HashSet<Permission>(),
            Limits = new Dictionary<Limit, long>(),
        };
}
