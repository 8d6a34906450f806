namespace Shuke.Server.Modules.Sales;

/// <summary>POST /holds/{id}/resume: one till takes a parked cart back; it is gone from the list for all others.</summary>
public static class ResumeHold
{
    public sealed record Reply(string Title, CartRequest Cart);

    private sealed record Row(string Title, string Cart);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Post("/holds/{id}/resume", Permission.TillSell, Handle).WithSummary("Take a parked cart back.");

    public static async Task<Outcome<Reply>> Handle(HoldId id, Tx tx, Caller caller)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        var row = await tx.One<Row>(
            "DELETE FROM hold WHERE merchant_id = @m AND id = @id AND store_id = @store RETURNING title, cart",
            new { id, store = caller.Store }
        );
        return row is null ? TillReasons.HoldGone : new Reply(row.Title, Json.Parse<CartRequest>(row.Cart));
    }
}
