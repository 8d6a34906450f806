using Shuke.Core.Catalog;
using Shuke.Core.Names;

namespace Shuke.Server.Modules.Catalog;

/// <summary>How products are kept: row, barcodes, search terms and price history always change together.</summary>
internal static class Products
{
    public static Task<ProductRow?> Find(DbRead db, ProductId id) =>
        db.One<ProductRow>("SELECT * FROM product WHERE merchant_id = @m AND id = @id", new { id });

    /// <summary>The barcodes of some products, the main one of each first.</summary>
    public static async Task<ILookup<ProductId, string>> Barcodes(DbRead db, IReadOnlyList<ProductId> ids)
    {
        var rows = await db.All<BarcodeRow>(
            "SELECT * FROM barcode WHERE merchant_id = @m AND product_id IN @ids ORDER BY product_id, is_main DESC, barcode",
            new { ids = ids.ToList() }
        );
        return rows.ToLookup(r => r.ProductId, r => r.Barcode);
    }

    public static async Task Insert(Tx tx, IReadOnlyList<(ProductRow Row, IReadOnlyList<string> Barcodes)> products)
    {
        await tx.InsertMany(products.Select(p => p.Row).ToList());
        await tx.InsertMany(products.SelectMany(p => BarcodeRows(p.Row, p.Barcodes)).ToList());
        await tx.InsertMany(products.SelectMany(p => TermRows(p.Row)).ToList());
    }

    /// <summary>Writes a product over its former self; false when somebody else did so meanwhile.</summary>
    /// <param name="barcodes">null leaves them as they are</param>
    public static async Task<bool> Update(
        Tx tx,
        ProductRow before,
        ProductRow after,
        IReadOnlyList<string>? barcodes,
        StaffId? staff,
        string who
    )
    {
        if (await tx.Execute(UpdateSql, after with { Version = before.Version, ChangedAt = tx.Now }) == 0)
            return false;
        if (barcodes is not null)
        {
            await tx.Execute("DELETE FROM barcode WHERE merchant_id = @m AND product_id = @id", new { id = before.Id });
            await tx.InsertMany(BarcodeRows(before, barcodes).ToList());
        }
        if (before.Name != after.Name)
        {
            await tx.Execute(
                "DELETE FROM product_term WHERE merchant_id = @m AND product_id = @id",
                new { id = before.Id }
            );
            await tx.InsertMany(TermRows(after).ToList());
        }
        await tx.InsertMany(
            PriceChanges(before, after)
                .Select(c => new PriceChangeRow(
                    tx.Merchant,
                    tx.NewId(),
                    before.Id,
                    c.Kind,
                    c.Before,
                    c.After,
                    staff,
                    who,
                    tx.Now
                ))
                .ToList()
        );
        return true;
    }

    public static IEnumerable<(PriceKind Kind, Money? Before, Money? After)> PriceChanges(
        ProductRow before,
        ProductRow after
    )
    {
        (PriceKind, Money?, Money?)[] all =
        [
            (PriceKind.Price, before.Price, after.Price),
            (PriceKind.MemberPrice, before.MemberPrice, after.MemberPrice),
            (PriceKind.LowestPrice, before.LowestPrice, after.LowestPrice),
            (PriceKind.Cost, before.Cost, after.Cost),
        ];
        return all.Where(c => c.Item2 != c.Item3);
    }

    /// <summary>A product that carries one of these barcodes already, or the code.</summary>
    public static async Task<Refusal?> Taken(
        DbRead db,
        ProductId self,
        string? code,
        IReadOnlyList<string> barcodes,
        bool share
    )
    {
        var byCode = await db.One<string>(
            "SELECT name FROM product WHERE merchant_id = @m AND code = @code AND id <> @self",
            new { code, self }
        );
        if (byCode is not null)
            return CatalogReasons.CodeTaken.With(("code", code), ("name", byCode));
        if (share || barcodes.Count == 0)
            return null;
        // Barcodes the product has carried so far were agreed on before.
        var other = (
            await db.All<(string Barcode, string Name)>(
                """
                SELECT b.barcode, p.name FROM barcode b JOIN product p ON p.merchant_id = b.merchant_id AND p.id = b.product_id
                WHERE b.merchant_id = @m AND b.barcode IN @barcodes AND b.product_id <> @self
                  AND NOT EXISTS (SELECT 1 FROM barcode o WHERE o.merchant_id = @m AND o.barcode = b.barcode AND o.product_id = @self)
                ORDER BY b.barcode, p.id LIMIT 1
                """,
                new { barcodes = barcodes.ToList(), self }
            )
        ).FirstOrDefault();
        return other.Barcode is null
            ? null
            : GoodsReasons.BarcodeTaken.With(("barcode", other.Barcode), ("name", other.Name));
    }

    private static IEnumerable<BarcodeRow> BarcodeRows(ProductRow product, IReadOnlyList<string> barcodes) =>
        barcodes.Select((b, i) => new BarcodeRow(product.MerchantId, b, product.Id, i == 0));

    private static IEnumerable<ProductTermRow> TermRows(ProductRow product) =>
        Pinyin
            .SearchTerms(product.Name, isPersonName: false)
            .Distinct(StringComparer.Ordinal)
            .Select(t => new ProductTermRow(product.MerchantId, t, product.Id));

    private const string UpdateSql = """
        UPDATE product SET code = @code, name = @name, category_id = @categoryId, brand = @brand, unit = @unit, spec = @spec,
            origin = @origin, remark = @remark, price = @price, member_price = @memberPrice, cost = @cost,
            lowest_price = @lowestPrice, by_weight = @byWeight, kind = @kind, discountable = @discountable,
            earns_points = @earnsPoints, bonus_payable = @bonusPayable, favourite = @favourite, active = @active,
            initial_stock = @initialStock, version = @version + 1, changed_at = @changedAt
        WHERE merchant_id = @m AND id = @id AND version = @version
        """;
}
