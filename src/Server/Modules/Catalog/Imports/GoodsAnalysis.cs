using Shuke.Core.Catalog;
using Shuke.Server.Platform.Sheets;

namespace Shuke.Server.Modules.Catalog;

/// <summary>
/// An uploaded table compared with the shop: rows, groups of the same, decisions. As a parameter of a slice it is made
/// before the transaction begins, because reading a large table must not hold the one writer of SQLite.
/// </summary>
public sealed class GoodsAnalysis
{
    internal Refusal? Refusal { get; private init; }
    internal GoodsImportRow Import { get; private init; } = null!;
    internal Sheet Sheet { get; private init; } = null!;
    internal IReadOnlyList<GoodsRowRead> Rows { get; private init; } = [];
    internal IReadOnlyList<ExistingGoods> Existing { get; private init; } = [];
    internal IReadOnlyList<SameGroup> Groups { get; private init; } = [];
    internal IReadOnlyDictionary<(SameBy By, string Key), SameChoice> Decisions { get; private init; } =
        new Dictionary<(SameBy, string), SameChoice>();

    internal SameChoice? DecisionOf(SameGroup group) =>
        Decisions.TryGetValue((group.By, group.Key), out var choice) && group.Choices.Contains(choice) ? choice : null;

    internal int Undecided => Groups.Count(g => DecisionOf(g) is null);

    public static async ValueTask<GoodsAnalysis?> BindAsync(HttpContext http)
    {
        if (!GoodsImportId.TryParse(http.Request.RouteValues["id"] as string, null, out var id))
            return new() { Refusal = CommonReasons.NotFound.With(("what", "导入")) };
        await using var db = await http
            .RequestServices.GetRequiredService<Db>()
            .Read(http.Caller().MerchantId, http.RequestAborted);
        return await Of(db, id);
    }

    /// <summary>The same with the decisions as they are now.</summary>
    internal static async Task<GoodsAnalysis> Decided(DbRead db, GoodsAnalysis a) =>
        new()
        {
            Import = a.Import,
            Sheet = a.Sheet,
            Rows = a.Rows,
            Existing = a.Existing,
            Groups = a.Groups,
            Decisions = await LoadDecisions(db, a.Import.Id),
        };

    internal static async Task<GoodsAnalysis> Of(DbRead db, GoodsImportId id)
    {
        if (
            await db.One<GoodsImportRow>("SELECT * FROM goods_import WHERE merchant_id = @m AND id = @id", new { id })
            is not { } import
        )
            return new() { Refusal = CommonReasons.NotFound.With(("what", "导入")) };
        var file = await Files.Read(db, import.FileId);
        if (
            SheetReader
                .Read(new MemoryStream(file.Content), file.Name, SheetLimits.Goods)
                .No(out var sheet, out var unreadable)
        )
            return new() { Refusal = unreadable };
        var mapping = Json.Parse<Dictionary<GoodsField, int>>(import.Mapping);
        if (GoodsTable.Check(mapping, SheetLimits.Goods.ColumnsMax) is { } wrong)
            return new()
            {
                Refusal = wrong,
                Import = import,
                Sheet = sheet,
            };
        var rows = GoodsTable.Rows(sheet, mapping);
        var existing = await LoadExisting(db, id);
        return new()
        {
            Import = import,
            Sheet = sheet,
            Rows = rows,
            Existing = existing,
            Groups = Sameness.Find([.. rows.Where(r => r.Row is not null).Select(r => r.Row!)], existing),
            Decisions = await LoadDecisions(db, id),
        };
    }

    private static async Task<Dictionary<(SameBy, string), SameChoice>> LoadDecisions(DbRead db, GoodsImportId id) =>
        (
            await db.All<ImportDecisionRow>(
                "SELECT * FROM goods_import_decision WHERE merchant_id = @m AND import_id = @id",
                new { id }
            )
        ).ToDictionary(d => (d.SameBy, d.SameKey), d => d.Choice);

    /// <summary>What the shop had before this import: going on after a restart must find the same duplicates as the first start.</summary>
    private static async Task<List<ExistingGoods>> LoadExisting(DbRead db, GoodsImportId import)
    {
        var barcodes = (
            await db.All<BarcodeRow>("SELECT * FROM barcode WHERE merchant_id = @m ORDER BY is_main DESC, barcode")
        ).ToLookup(b => b.ProductId, b => b.Barcode);
        var rows = await db.All<Known>(
            "SELECT id, name, price, code, active FROM product WHERE merchant_id = @m AND (import_id IS NULL OR import_id <> @import) ORDER BY id",
            new { import }
        );
        return rows.ConvertAll(r => new ExistingGoods(r.Id, r.Name, r.Price, r.Code, [.. barcodes[r.Id]], r.Active));
    }

    private sealed record Known(ProductId Id, string Name, Money Price, string? Code, bool Active);
}
