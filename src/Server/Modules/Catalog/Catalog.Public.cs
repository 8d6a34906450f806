using System.Collections.Concurrent;
using Shuke.Core.Catalog;

namespace Shuke.Server.Modules.Catalog;

/// <summary>What other modules may ask of the catalogue.</summary>
public static class CatalogPublic
{
    /// <summary>The facts about products that pricing needs; unknown ids are left out.</summary>
    public static async Task<IReadOnlyDictionary<ProductId, ProductFacts>> ForPricing(
        DbRead db,
        IReadOnlyCollection<ProductId> ids
    )
    {
        var found = new Dictionary<ProductId, ProductFacts>(ids.Count);
        if (ids.Count == 0)
            return found;
        var kept = await db.Kept("", static _ => Task.FromResult(new ConcurrentDictionary<ProductId, ProductFacts>()));
        List<ProductId>? missing = null;
        foreach (var id in ids)
            if (kept.TryGetValue(id, out var known))
                found[id] = known;
            else
                (missing ??= []).Add(id);
        if (missing is null)
            return found;
        var rows = await db.All<ProductRow>(
            "SELECT * FROM product WHERE merchant_id = @m AND id IN @ids",
            new { ids = missing }
        );
        var categories = (await Categories.All(db)).ToDictionary(c => c.Id);
        if (kept.Count > GoodsKeptMax)
            kept.Clear();
        foreach (var row in rows)
            found[row.Id] = kept[row.Id] = Facts(row, categories);
        return found;
    }

    /// <summary>How many products a process keeps in memory for one merchant, about 400 bytes each.</summary>
    private const int GoodsKeptMax = 50_000;

    /// <summary>The products on sale that carry this barcode; several when the owner lets them share it.</summary>
    public static async Task<IReadOnlyList<ProductId>> FindByBarcode(DbRead db, string barcode) =>
        await db.All<ProductId>(
            """
            SELECT p.id FROM barcode b JOIN product p ON p.merchant_id = b.merchant_id AND p.id = b.product_id
            WHERE b.merchant_id = @m AND b.barcode = @barcode AND p.active ORDER BY p.id
            """,
            new { barcode = Barcode.Clean(barcode) }
        );

    /// <summary>All categories with their names, in the order of the shop.</summary>
    public static async Task<IReadOnlyList<(CategoryId Id, CategoryId? ParentId, string Name)>> AllCategories(
        DbRead db
    ) => (await Categories.All(db)).ConvertAll(c => (c.Id, c.ParentId, c.Name));

    /// <summary>
    /// What a store asks for these products, and what tiers pay there, where it differs from the products' own prices. A
    /// tier's price at the store goes before its price everywhere. Kept in memory; a shop that has no such prices is asked
    /// once.
    /// </summary>
    public static async Task<IReadOnlyDictionary<ProductId, PricesAt>> PricesAt(
        DbRead db,
        IReadOnlyCollection<ProductId> ids,
        StoreId store
    )
    {
        var kept = await db.Kept("", KeepPrices);
        if (kept.IsNone || ids.Count == 0)
            return KeptPrices.None;
        var missing = ids.Where(id => !kept.Known.ContainsKey((id, store))).ToList();
        if (missing.Count > 0)
        {
            if (kept.Known.Count > GoodsKeptMax)
                kept.Known.Clear();
            var read = await ReadPrices(db, missing, store);
            foreach (var id in missing)
                kept.Known[(id, store)] = read.GetValueOrDefault(id);
        }
        var found = new Dictionary<ProductId, PricesAt>();
        foreach (var id in ids)
            if (kept.Known.TryGetValue((id, store), out var prices) && prices is not null)
                found[id] = prices;
        return found;
    }

    private sealed record KeptPrices(bool IsNone, ConcurrentDictionary<(ProductId, StoreId), PricesAt?> Known)
    {
        public static readonly IReadOnlyDictionary<ProductId, PricesAt> None = new Dictionary<ProductId, PricesAt>();
    }

    private static async Task<KeptPrices> KeepPrices(DbRead db) =>
        new(
            (await db.All<ProductId>("SELECT product_id FROM product_price WHERE merchant_id = @m LIMIT 1")).Count == 0,
            new()
        );

    private static async Task<Dictionary<ProductId, PricesAt>> ReadPrices(
        DbRead db,
        IReadOnlyList<ProductId> ids,
        StoreId store
    )
    {
        var rows = await db.All<ProductPriceRow>(
            "SELECT * FROM product_price WHERE merchant_id = @m AND product_id IN @ids AND store_id IN (0, @store) ORDER BY store_id",
            new { ids, store }
        );
        return rows.GroupBy(r => r.ProductId)
            .ToDictionary(
                g => g.Key,
                g =>
                {
                    var byTier = new Dictionary<TierId, Money>();
                    foreach (var row in g.Where(r => !r.TierId.IsNone))
                        byTier[row.TierId] = row.Price;
                    return new PricesAt(g.FirstOrDefault(r => r.TierId.IsNone)?.Price, byTier);
                }
            );
    }

    /// <summary>Some products on sale, favourites first: samples for what must be tried on goods of this shop.</summary>
    public static async Task<IReadOnlyList<ProductId>> SomeOnSale(DbRead db, int count) =>
        await db.All<ProductId>(
            "SELECT id FROM product WHERE merchant_id = @m AND active AND price > 0 ORDER BY favourite DESC, id LIMIT @count",
            new { count }
        );

    /// <summary>The products on sale whose name holds this text.</summary>
    public static async Task<IReadOnlyList<ProductId>> Named(DbRead db, string text) =>
        (
            await db.All<(ProductId Id, string Name)>(
                "SELECT id, name FROM product WHERE merchant_id = @m AND active ORDER BY id"
            )
        )
            .Where(p => p.Name.Contains(text, StringComparison.Ordinal))
            .Select(p => p.Id)
            .ToList();

    private static ProductFacts Facts(ProductRow p, IReadOnlyDictionary<CategoryId, CategoryRow> categories) =>
        new(
            p.Id,
            p.Code,
            p.Name,
            [.. Categories.Path(categories, p.CategoryId).Select(c => c.Id)],
            p.Unit,
            p.Price,
            p.MemberPrice,
            p.LowestPrice,
            p.Cost,
            p.ByWeight,
            p.Kind,
            p.Discountable,
            p.EarnsPoints,
            p.BonusPayable,
            p.Active,
            p.Brand
        );
}

/// <summary>What one store asks for a product; null: the product's own price. A tier pays its own price where one is named.</summary>
public sealed record PricesAt(Money? Price, IReadOnlyDictionary<TierId, Money> ByTier);

/// <summary>A product as pricing and selling see it; prices per unit in fen. The category path runs from the top down.</summary>
public sealed record ProductFacts(
    ProductId Id,
    string? Code,
    string Name,
    IReadOnlyList<CategoryId> CategoryPath,
    string Unit,
    Money Price,
    Money? MemberPrice,
    Money? LowestPrice,
    Money? Cost,
    bool ByWeight,
    ProductKind Kind,
    bool Discountable,
    bool EarnsPoints,
    bool BonusPayable,
    bool Active,
    string Brand = ""
)
{
    /// <summary>The category the product is in itself.</summary>
    public CategoryId? CategoryId => CategoryPath.Count == 0 ? null : CategoryPath[^1];
}

/// <summary>
/// Which of these products something was built on (a sale, a stock movement). Modules that refer to products register
/// one as a service; an import whose products are in use cannot be undone.
/// </summary>
public delegate Task<IReadOnlyList<ProductId>> ProductsInUse(DbRead db, IReadOnlyList<ProductId> products);
