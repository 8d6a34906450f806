using Shuke.Server.Platform.Sheets;

namespace Shuke.Server.Modules.Catalog;

/// <summary>GET /goods/imports/{id}/rows: the rows that failed (or were skipped) as they came, with the reason, to correct and hand in again.</summary>
public static class DownloadImportRows
{
    /// <param name="Outcome">failed unless told: created, updated, skipped, failed</param>
    public sealed record Filter(string? Outcome = null);

    private sealed record RowReason(long Number, string? Reason);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/goods/imports/{id}/rows", Permission.GoodsImport, Handle)
            .WithSummary("The rows of one outcome with the reason, as CSV.");

    public static async Task<Outcome<FileReply>> Handle(
        GoodsImportId id,
        GoodsAnalysis analysis,
        [AsParameters] Filter filter,
        DbRead db,
        Caller caller
    )
    {
        if (analysis.Refusal is { } refusal)
            return refusal;
        if (!Names.TryParse<RowOutcome>(filter.Outcome ?? "failed", out var outcome))
            return CommonReasons.NotFound.With(("what", filter.Outcome));
        var reasons = (
            await db.All<RowReason>(
                "SELECT number, reason FROM goods_import_row WHERE merchant_id = @m AND import_id = @id AND outcome = @outcome ORDER BY number",
                new { id, outcome }
            )
        ).ToDictionary(r => r.Number, r => r.Reason ?? "");
        var zh = caller.Language == Language.Zh;
        var width = analysis.Sheet.Rows.Max(r => Math.Max(r.Cells.Length, analysis.Sheet.Headers.Length));
        using var file = new MemoryStream();
        using (
            var writer = SheetWriter.Create(
                SheetFormat.Csv,
                file,
                [
                    .. Enumerable
                        .Range(0, width)
                        .Select(i => new SheetColumn(
                            i < analysis.Sheet.Headers.Length ? analysis.Sheet.Headers[i] : ""
                        )),
                    new(zh ? "行号" : "Row"),
                    new(zh ? "原因" : "Reason"),
                ]
            )
        )
            foreach (var row in analysis.Sheet.Rows.Where(r => reasons.ContainsKey(r.Number)))
                writer.Row([
                    .. Enumerable.Range(0, width).Select(i => (SheetCell)row[i]),
                    row.Number,
                    reasons[row.Number],
                ]);
        return new FileReply(
            $"{Path.GetFileNameWithoutExtension(analysis.Import.FileName)}-{Names.Of(outcome)}.csv",
            SheetWriter.ContentType(SheetFormat.Csv),
            file.ToArray()
        );
    }
}
