namespace Shuke.Server.Modules.Org;

/// <summary>PUT /roles/{id}: what a role allows; it counts for everybody who has it within a second.</summary>
public static class EditRole
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Put("/roles/{id}", Permission.RolesEdit, Handle).WithSummary("Change a role.");

    public static async Task<Outcome<RoleReply>> Handle(
        RoleId id,
        RoleForm request,
        Tx tx,
        Caller caller,
        IfMatch match
    )
    {
        if (
            await tx.One<RoleRow>("SELECT * FROM role WHERE merchant_id = @m AND id = @id", new { id })
            is not { } before
        )
            return CommonReasons.NotFound.With(("what", id));
        // Somebody who has less than the role allows now may not cut it down either.
        if (!Rights.Covers(caller, Rights.Sum(tx.Merchant, [before], caller.Stores ?? new HashSet<StoreId>())))
            return OrgReasons.BeyondYours;
        var row = Roles.Row(
            request,
            tx.Merchant,
            id,
            before.Name == request.Name.Trim() ? before.Code : null,
            match.Version + 1
        );
        if (await Roles.Fault(tx, caller, request, row, caller.Language) is { } fault)
            return fault;
        var changed = await tx.Execute(
            """
            UPDATE role SET code = @code, name = @name, permissions = @permissions, limits = @limits, all_stores = @allStores, version = version + 1
            WHERE merchant_id = @m AND id = @id AND version = @version
            """,
            new
            {
                id,
                row.Code,
                row.Name,
                row.Permissions,
                row.Limits,
                row.AllStores,
                version = match.Version,
            }
        );
        if (changed == 0)
            return CommonReasons.Stale;
        tx.Audit(new(caller, "role.changed", "role", id.ToString(), Roles.Form(before), Roles.Form(row)));
        SessionGate.Clear();
        var people = await tx.One<long>(
            "SELECT COUNT(*) FROM staff_role WHERE merchant_id = @m AND role_id = @id",
            new { id }
        );
        return Roles.Reply(row, caller, people);
    }
}
