namespace Shuke.Server.Modules.Catalog;

/// <summary>GET /categories: the whole tree in the order of the shop, with how many products are in each.</summary>
public static class ListCategories
{
    public sealed record Reply(IReadOnlyList<Item> Items);

    public sealed record Item(
        CategoryId Id,
        CategoryId? ParentId,
        string Name,
        TileColour Colour,
        long Position,
        long Products,
        long Version
    );

    private sealed record Count(CategoryId CategoryId, long Products);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/categories", Permission.GoodsView, Handle).WithSummary("All categories.");

    public static async Task<Outcome<Reply>> Handle(DbRead db)
    {
        var counts = (
            await db.All<Count>(
                "SELECT category_id, COUNT(*) AS products FROM product WHERE merchant_id = @m AND category_id IS NOT NULL AND active GROUP BY category_id ORDER BY category_id"
            )
        ).ToDictionary(c => c.CategoryId, c => c.Products);
        var all = await Categories.All(db);
        return new Reply(
            all.ConvertAll(c => new Item(
                c.Id,
                c.ParentId,
                c.Name,
                c.Colour,
                c.Position,
                counts.GetValueOrDefault(c.Id),
                c.Version
            ))
        );
    }
}
