using System.Globalization;
using Shuke.Core.Catalog;
using Shuke.Server.Platform.Sheets;

namespace Shuke.Server.Modules.Catalog;

/// <summary>GET /goods/export?format=xlsx: all products as a table that can be imported again; cost only for those who may see it.</summary>
public static class ExportGoods
{
    /// <param name="Format">xlsx unless told: csv, xlsx</param>
    public sealed record Request(string? Format = null);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/goods/export", Permission.GoodsExport, Handle).WithSummary("All products as CSV or .xlsx.");

    public static async Task<Outcome<FileReply>> Handle(
        [AsParameters] Request request,
        DbRead db,
        Db database,
        Caller caller
    )
    {
        if (!Names.TryParse<SheetFormat>(request.Format ?? "xlsx", out var format))
            return CommonReasons.NotFound.With(("what", request.Format));
        var rows = await db.All<ProductRow>("SELECT * FROM product WHERE merchant_id = @m ORDER BY id");
        if (rows.Count == 0)
            return GoodsReasons.NothingToExport;
        var barcodes = (
            await db.All<BarcodeRow>("SELECT * FROM barcode WHERE merchant_id = @m ORDER BY is_main DESC, barcode")
        ).ToLookup(b => b.ProductId, b => b.Barcode);
        var categories = (await Categories.All(db)).ToDictionary(c => c.Id);
        var withCost = caller.May(Permission.GoodsCost);
        using var file = new MemoryStream();
        using (
            var writer = SheetWriter.Create(
                format,
                file,
                [
                    .. Fields(withCost).Select(f => new SheetColumn(Title(f, caller.Language))),
                    new(caller.Language == Language.Zh ? "状态" : "State"),
                ]
            )
        )
            foreach (var p in rows)
                writer.Row([
                    .. Fields(withCost)
                        .Select(f => Cell(f, p, barcodes[p.Id], Categories.Path(categories, p.CategoryId))),
                    State(p, caller.Language),
                ]);

        // The file leaves only after the audit log knows of it.
        await using var note = await database.Begin(db.Merchant);
        note.Audit(
            new(
                caller,
                "goods.exported",
                "product",
                "",
                After: new
                {
                    rows = rows.Count,
                    format,
                    withCost,
                }
            )
        );
        await note.Commit();
        var day = db.Now.ToString()[..10].ToString(CultureInfo.InvariantCulture);
        return new FileReply(
            $"{(caller.Language == Language.Zh ? "商品" : "goods")}-{day}.{Names.Of(format)}",
            SheetWriter.ContentType(format),
            file.ToArray()
        );
    }

    private static IEnumerable<GoodsField> Fields(bool withCost) =>
        Enum.GetValues<GoodsField>().Where(f => withCost || f != GoodsField.Cost);

    private static string Title(GoodsField field, Language language) =>
        language == Language.Zh ? CatalogReasons.FieldName(field).Zh : CatalogReasons.FieldName(field).En;

    private static SheetCell State(ProductRow p, Language language) =>
        language == Language.Zh
            ? p.Active
                ? "在售"
                : "停售"
            : p.Active
                ? "on sale"
                : "off sale";

    private static SheetCell Cell(
        GoodsField field,
        ProductRow p,
        IEnumerable<string> barcodes,
        IReadOnlyList<CategoryRow> category
    ) =>
        field switch
        {
            GoodsField.Name => p.Name,
            GoodsField.Price => p.Price,
            GoodsField.Barcode => string.Join(',', barcodes),
            GoodsField.Code => p.Code,
            GoodsField.Category => string.Join('/', category.Select(c => c.Name)),
            GoodsField.Brand => p.Brand,
            GoodsField.Spec => p.Spec,
            GoodsField.Unit => p.Unit,
            GoodsField.MemberPrice => Amount(p.MemberPrice),
            GoodsField.Cost => Amount(p.Cost),
            GoodsField.LowestPrice => Amount(p.LowestPrice),
            GoodsField.Origin => p.Origin,
            GoodsField.Stock => p.InitialStock is { } q ? q : (SheetCell)(string?)null,
            GoodsField.Remark => p.Remark,
        };

    private static SheetCell Amount(Money? money) => money is { } m ? m : (SheetCell)(string?)null;
}
