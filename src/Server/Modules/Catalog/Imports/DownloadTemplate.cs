using Shuke.Core.Catalog;
using Shuke.Server.Platform.Sheets;

namespace Shuke.Server.Modules.Catalog;

/// <summary>GET /goods/imports/template: an .xlsx to fill in, for shops that have no table yet.</summary>
public static class DownloadTemplate
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/goods/imports/template", Permission.GoodsImport, Handle).WithSummary("An empty table to fill in.");

    public static Task<Outcome<FileReply>> Handle(DbRead db, Caller caller)
    {
        var zh = caller.Language == Language.Zh;
        using var file = new MemoryStream();
        using (
            var writer = SheetWriter.Create(
                SheetFormat.Xlsx,
                file,
                [
                    .. Enum.GetValues<GoodsField>()
                        .Select(f => new SheetColumn(
                            zh ? CatalogReasons.FieldName(f).Zh : CatalogReasons.FieldName(f).En
                        )),
                ]
            )
        )
            writer.Row(
                zh ? "苹果(红富士)" : "Apples (Fuji)",
                new Money(680),
                "",
                "101",
                zh ? "水果" : "Fruit",
                "",
                "",
                "斤",
                new Money(580),
                new Money(350),
                null,
                zh ? "山东" : "Shandong",
                new Quantity(50_000),
                ""
            );
        return Task.FromResult<Outcome<FileReply>>(
            new FileReply(
                zh ? "商品导入模板.xlsx" : "goods-template.xlsx",
                SheetWriter.ContentType(SheetFormat.Xlsx),
                file.ToArray()
            )
        );
    }
}
