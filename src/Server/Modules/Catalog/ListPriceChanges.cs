namespace Shuke.Server.Modules.Catalog;

/// <summary>GET /goods/{id}/prices: who changed which price of a product, newest first.</summary>
public static class ListPriceChanges
{
    public sealed record Reply(IReadOnlyList<Item> Items);

    public sealed record Item(PriceKind PriceKind, Money? Before, Money? After, string Who, Instant At);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/goods/{id}/prices", Permission.GoodsView, Handle).WithSummary("Price history of a product.");

    public static async Task<Outcome<Reply>> Handle(ProductId id, DbRead db, Caller caller)
    {
        var rows = await db.All<Item>(
            """
            SELECT price_kind, before, after, who, at FROM price_change
            WHERE merchant_id = @m AND product_id = @id AND (@cost OR price_kind <> 'cost') ORDER BY id DESC LIMIT 100
            """,
            new { id, cost = caller.May(Permission.GoodsCost) }
        );
        return new Reply(rows);
    }
}
