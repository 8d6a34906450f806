namespace Shuke.Server.Modules.Org;

/// <summary>GET /stores: the stores somebody may act at.</summary>
public static class ListStores
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/stores", Permission.SignedIn, Handle).WithSummary("The stores.");

    public static async Task<IReadOnlyList<StoreReply>> Handle(DbRead db, Caller caller)
    {
        var rows = await db.All<StoreRow>("SELECT * FROM store WHERE merchant_id = @m ORDER BY code");
        return [.. rows.Where(r => caller.MayAt(r.Id)).Select(Stores.Reply)];
    }
}
