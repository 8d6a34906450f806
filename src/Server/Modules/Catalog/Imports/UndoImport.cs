namespace Shuke.Server.Modules.Catalog;

/// <summary>POST /goods/imports/{id}/undo: takes an import back as a whole, while nothing was built on what it brought.</summary>
public static class UndoImport
{
    private const int AskedAtOnce = 1_000;

    private sealed record Touched(
        ProductId ProductId,
        long ProductVersion,
        string? Before,
        long? Version,
        string? Name
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/goods/imports/{id}/undo", Permission.GoodsImport, Handle)
            .WithSummary("Take an import back as a whole.");

    public static async Task<Outcome<ImportReply>> Handle(
        GoodsImportId id,
        Tx tx,
        Caller caller,
        IEnumerable<ProductsInUse> uses
    )
    {
        if (await ShowImport.Find(tx, id) is not { } row)
            return CommonReasons.NotFound.With(("what", "导入"));
        switch ((await ImportReply.Of(tx, row)).Stage)
        {
            case ImportStage.Undone:
                return GoodsReasons.ImportUndone;
            case ImportStage.Running:
                return GoodsReasons.ImportRunning;
        }
        var touched = await tx.All<Touched>(
            """
            SELECT r.product_id, r.product_version, r.before, p.version, p.name FROM goods_import_row r
            LEFT JOIN product p ON p.merchant_id = r.merchant_id AND p.id = r.product_id
            WHERE r.merchant_id = @m AND r.import_id = @id AND r.product_id IS NOT NULL ORDER BY r.number
            """,
            new { id }
        );
        if (await BuiltUpon(tx, touched, uses) is { } refusal)
            return refusal;
        foreach (var updated in touched.Where(t => t.Before is not null))
            await PutBack(tx, updated, caller);
        foreach (var table in (string[])["product_term", "barcode", "price_change"])
            await tx.Execute(
                $"DELETE FROM {table} WHERE merchant_id = @m AND product_id IN (SELECT id FROM product WHERE merchant_id = @m AND import_id = @id)",
                new { id }
            );
        await tx.Execute("DELETE FROM product WHERE merchant_id = @m AND import_id = @id", new { id });
        for (var level = 0; level < Categories.DepthMax; level++)
            await tx.Execute(RemoveEmptyCategories, new { id });
        await tx.Execute(
            "UPDATE goods_import SET state = 'undone', undone_at = @now WHERE merchant_id = @m AND id = @id",
            new { id, now = tx.Now }
        );
        tx.Audit(
            new(
                caller,
                "goods_import.undone",
                "goods_import",
                id.ToString(),
                new { row.FileName, Products = touched.Count }
            )
        );
        return await ImportReply.Of(tx, row with { State = GoodsImportState.Undone });
    }

    private static async Task<Refusal?> BuiltUpon(Tx tx, List<Touched> touched, IEnumerable<ProductsInUse> uses)
    {
        var names = touched.ToDictionary(t => t.ProductId, t => t.Name ?? "");
        var built = touched.Where(t => t.Version != t.ProductVersion).Select(t => t.ProductId).ToHashSet();
        foreach (var use in uses)
        foreach (var ids in touched.Where(t => t.Before is null).Select(t => t.ProductId).Chunk(AskedAtOnce))
            built.UnionWith(await use(tx, ids));
        return built.Count == 0
            ? null
            : GoodsReasons.ImportBuiltUpon.With(("count", built.Count), ("name", names[built.Min()]));
    }

    private static async Task PutBack(Tx tx, Touched updated, Caller caller)
    {
        var before = Json.Parse<ImportBatch.Before>(updated.Before!);
        var now = (await Products.Find(tx, updated.ProductId))!;
        if (!await Products.Update(tx, now, before.Product, before.Barcodes, caller.StaffId, caller.Name))
            throw new InvalidOperationException("A row that was read in this transaction cannot have changed in it.");
    }

    private const string RemoveEmptyCategories = """
        DELETE FROM category WHERE merchant_id = @m AND import_id = @id
          AND NOT EXISTS (SELECT 1 FROM product p WHERE p.merchant_id = @m AND p.category_id = category.id)
          AND NOT EXISTS (SELECT 1 FROM category c WHERE c.merchant_id = @m AND c.parent_id = category.id)
        """;
}
