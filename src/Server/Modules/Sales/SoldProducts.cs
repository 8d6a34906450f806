namespace Shuke.Server.Modules.Sales;

/// <summary>Tells the catalogue which goods were ever sold: an import they came with cannot be undone any more.</summary>
internal static class SoldProducts
{
    public static async Task<IReadOnlyList<ProductId>> Among(DbRead db, IReadOnlyList<ProductId> products) =>
        await db.All<ProductId>(
            "SELECT DISTINCT product_id FROM order_line WHERE merchant_id = @m AND product_id IN @products",
            new { products }
        );
}
