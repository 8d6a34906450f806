using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Shuke.Server.Modules.Catalog;

/// <summary>GET /goods/tiles: categories and favourite goods as the till's tiles; unchanged answers are 304.</summary>
public static class ShowTiles
{
    private const int TilesMax = 500;

    /// <param name="Version">a fingerprint of the content</param>
    public sealed record Reply(IReadOnlyList<Category> Categories, IReadOnlyList<Tile> Goods, long Version)
        : IVersioned;

    public sealed record Category(CategoryId Id, CategoryId? ParentId, string Name, TileColour Colour);

    public sealed record Tile(
        ProductId Id,
        CategoryId? CategoryId,
        string Name,
        string Unit,
        Money Price,
        Money? MemberPrice,
        bool ByWeight,
        bool Favourite
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/goods/tiles", Permission.GoodsView, Handle).WithSummary("Tiles of the till.");

    public static async Task<Outcome<Reply>> Handle(DbRead db)
    {
        var categories = (await Modules.Catalog.Categories.All(db)).ConvertAll(c => new Category(
            c.Id,
            c.ParentId,
            c.Name,
            c.Colour
        ));
        // Favourites first; a small shop has room for all its goods, a large one scans the others.
        var goods = await db.All<Tile>(
            """
            SELECT id, category_id, name, unit, price, member_price, by_weight, favourite FROM product
            WHERE merchant_id = @m AND active ORDER BY favourite DESC, id LIMIT @limit
            """,
            new { limit = TilesMax }
        );
        var content = SHA256.HashData(Json.Bytes(new Reply(categories, goods, 0), typeof(Reply)));
        return new Reply(categories, goods, BinaryPrimitives.ReadInt64BigEndian(content) & (long.MaxValue >> 11));
    }
}
