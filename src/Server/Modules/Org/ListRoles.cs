namespace Shuke.Server.Modules.Org;

/// <summary>GET /roles: every role with its rights and how many people have it.</summary>
public static class ListRoles
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/roles", Permission.SignedIn, Handle).WithSummary("The roles.");

    public static async Task<IReadOnlyList<RoleReply>> Handle(DbRead db, Caller caller)
    {
        var people = (
            await db.All<(RoleId Role, long Count)>(
                """
                SELECT x.role_id, COUNT(*) FROM staff_role x JOIN staff s ON s.merchant_id = x.merchant_id AND s.id = x.staff_id
                WHERE x.merchant_id = @m AND s.state = 'active' GROUP BY x.role_id
                """
            )
        ).ToDictionary(p => p.Role, p => p.Count);
        var rows = await db.All<RoleRow>("SELECT * FROM role WHERE merchant_id = @m ORDER BY id");
        return rows.ConvertAll(r => Roles.Reply(r, caller, people.GetValueOrDefault(r.Id)));
    }
}
