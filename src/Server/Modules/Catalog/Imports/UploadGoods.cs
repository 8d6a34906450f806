using Shuke.Server.Platform.Sheets;

namespace Shuke.Server.Modules.Catalog;

/// <summary>POST /goods/imports?name=file.csv: staff hands in a table of goods; nothing is imported yet.</summary>
public static class UploadGoods
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/goods/imports", Permission.GoodsImport, Handle)
            .WithSummary("Hand in a CSV or .xlsx table of goods as the raw body.")
            .WithMetadata(
                new BodyLimit(
                    (int)SheetLimits.Goods.BytesMax,
                    SheetReasons.FileTooLarge.With(("max", SheetLimits.Goods.BytesMax >> 20))
                )
            );

    public static async Task<Outcome<ImportReply>> Handle(SheetUpload upload, Tx tx, Caller caller)
    {
        if (upload.Sheet.No(out var sheet, out var refusal))
            return refusal;
        var file = await Files.Keep(tx, upload.Name, "application/octet-stream", upload.Content, caller.StaffId);
        var row = new GoodsImportRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.GoodsImport>(),
            file,
            upload.Name,
            GoodsImportState.Draft,
            Json.Text(GoodsTable.Guess(sheet)),
            Json.Text(GoodsTable.PreviewOf(sheet)),
            sheet.Rows.Count,
            null,
            caller.StaffId,
            tx.Now,
            null
        );
        await tx.Insert(row);
        tx.Audit(
            new(
                caller,
                "goods_import.uploaded",
                "goods_import",
                row.Id.ToString(),
                After: new { row.FileName, row.RowsTotal }
            )
        );
        return await ImportReply.Of(tx, row);
    }

    /// <summary>The uploaded table, read before the transaction begins: a large one must not hold the writer.</summary>
    public sealed class SheetUpload
    {
        internal string Name { get; private init; } = "";
        internal byte[] Content { get; private init; } = [];
        internal Outcome<Sheet> Sheet { get; private init; }

        public static async ValueTask<SheetUpload?> BindAsync(HttpContext http)
        {
            var upload = (await Upload.BindAsync(http))!;
            var name = upload.Name.Length is 0 or > 200 ? "goods" : upload.Name;
            return new()
            {
                Name = name,
                Content = upload.Content,
                Sheet = SheetReader.Read(new MemoryStream(upload.Content), name, SheetLimits.Goods),
            };
        }
    }
}
