namespace Shuke.Server.Modules.Catalog;

/// <summary>GET /goods/imports: the imports of the shop, newest first.</summary>
public static class ListImports
{
    public sealed record Reply(IReadOnlyList<Item> Items);

    public sealed record Item(GoodsImportId Id, string FileName, ImportStage Stage, long RowsTotal, Instant CreatedAt);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/goods/imports", Permission.GoodsImport, Handle).WithSummary("Imports of goods, newest first.");

    public static async Task<Outcome<Reply>> Handle(DbRead db)
    {
        var rows = await db.All<GoodsImportRow>(
            "SELECT * FROM goods_import WHERE merchant_id = @m ORDER BY id DESC LIMIT 50"
        );
        var items = new List<Item>(rows.Count);
        foreach (var row in rows)
        {
            var job = row.JobId is { } id ? await Jobs.Find(db, id) : null;
            items.Add(new(row.Id, row.FileName, ImportReply.StageOf(row, job), row.RowsTotal, row.CreatedAt));
        }
        return new Reply(items);
    }
}
