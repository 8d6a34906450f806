namespace Shuke.Server.Modules.Org;

/// <summary>POST /roles: a role of the merchant's own; nobody gives it more than they have.</summary>
public static class CreateRole
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Post("/roles", Permission.RolesEdit, Handle).WithSummary("Add a role.");

    public static async Task<Outcome<RoleReply>> Handle(RoleForm request, Tx tx, Caller caller)
    {
        var row = Roles.Row(request, tx.Merchant, tx.NewId<Core.Kinds.Role>(), null, 1);
        if (await Roles.Fault(tx, caller, request, row, caller.Language) is { } fault)
            return fault;
        await tx.Insert(row);
        tx.Audit(new(caller, "role.created", "role", row.Id.ToString(), After: Roles.Form(row)));
        return Roles.Reply(row, caller, 0);
    }
}
