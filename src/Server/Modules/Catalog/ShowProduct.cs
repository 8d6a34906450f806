namespace Shuke.Server.Modules.Catalog;

/// <summary>GET /goods/{id}: one product with its barcodes.</summary>
public static class ShowProduct
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/goods/{id}", Permission.GoodsView, Handle).WithSummary("One product.");

    public static async Task<Outcome<ProductReply>> Handle(ProductId id, DbRead db, Caller caller) =>
        await ProductReply.Load(db, id, caller) is { } reply ? reply : CommonReasons.NotFound.With(("what", "商品"));
}
