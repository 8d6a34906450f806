namespace Shuke.Server.Modules.Org;

/// <summary>POST /stores: a new place of sale.</summary>
public static class CreateStore
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Post("/stores", Permission.StoresEdit, Handle).WithSummary("Open a store.");

    public static async Task<Outcome<StoreReply>> Handle(StoreForm request, Tx tx, Caller caller)
    {
        if (await Stores.Fault(tx, request, default) is { } fault)
            return fault;
        var row = Stores.Row(request, tx.Merchant, tx.NewId<Core.Kinds.Store>(), 1, tx.Now);
        await tx.Insert(row);
        tx.Audit(new(caller, "store.created", "store", row.Id.ToString(), After: request));
        return Stores.Reply(row);
    }
}
