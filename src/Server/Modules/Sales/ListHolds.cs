namespace Shuke.Server.Modules.Sales;

/// <summary>GET /holds: the parked carts of the store, oldest first.</summary>
public static class ListHolds
{
    public sealed record Reply(IReadOnlyList<Item> Items);

    public sealed record Item(HoldId Id, string Title, Instant At, string Staff, int Lines, CartRequest Cart);

    private sealed record Row(HoldId Id, string Title, Instant At, string Staff, string Cart);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/holds", Permission.TillSell, Handle).WithSummary("Parked carts of the store.");

    public static async Task<Outcome<Reply>> Handle(DbRead db, Caller caller)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        var rows = await db.All<Row>(
            """
            SELECT h.id, h.title, h.at, t.name AS staff, h.cart FROM hold h
            JOIN staff t ON t.merchant_id = h.merchant_id AND t.id = h.staff_id
            WHERE h.merchant_id = @m AND h.store_id = @store ORDER BY h.id
            """,
            new { store = caller.Store }
        );
        return new Reply(
            rows.ConvertAll(r =>
            {
                var cart = Json.Parse<CartRequest>(r.Cart);
                return new Item(r.Id, r.Title, r.At, r.Staff, cart.Lines.Count, cart);
            })
        );
    }
}
