namespace Shuke.Server.Modules.Sales;

/// <summary>Tells the catalogue which goods were ever sold: an import they came with cannot be undone any more.</summary>
internal static class SoldProducts
{
    /// <summary>Ids rise with time, so only tickets younger than the oldest of the goods are looked through.</summary>
    public static async Task<IReadOnlyList<ProductId>> Among(DbRead db, IReadOnlyList<ProductId> products) =>
        products.Count == 0
            ? []
            : await db.All<ProductId>(
                """
                SELECT DISTINCT product_id FROM order_line
                WHERE merchant_id = @m AND order_id > @oldest AND product_id IN @products
                """,
                new { products, oldest = products.Min() }
            );
}
