namespace Shuke.Server.Modules.Org;

/// <summary>POST /session/store: works at another store from now on.</summary>
public static class SwitchStore
{
    public sealed record Request(StoreId StoreId);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Session("POST", "/session/store", Permission.SignedIn, Handle).WithSummary("Work at another store.");

    public static async Task<Outcome<ShowSession.Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        // A store of another merchant is as foreign as one where the person does not work: the answer does not tell which.
        if (await OrgPublic.Store(tx, request.StoreId) is not { Active: true } store || !caller.MayAt(store.Id))
            return HttpReasons.ForeignStore;
        await tx.Execute(
            "UPDATE session SET store_id = @store WHERE merchant_id = @m AND id = @id",
            new { store = store.Id, id = caller.SessionId }
        );
        tx.Audit(new(caller with { StoreId = store.Id }, "session.store_switched", "store", store.Id.ToString()));
        SessionGate.Clear();
        return await ShowSession.Describe(tx, caller with { StoreId = store.Id });
    }
}
