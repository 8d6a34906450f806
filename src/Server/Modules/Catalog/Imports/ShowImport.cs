namespace Shuke.Server.Modules.Catalog;

/// <summary>GET /goods/imports/{id}: how far an import is.</summary>
public static class ShowImport
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/goods/imports/{id}", Permission.GoodsImport, Handle)
            .WithSummary("An import: columns, preview, progress, result.");

    public static async Task<Outcome<ImportReply>> Handle(GoodsImportId id, DbRead db)
    {
        var row = await Find(db, id);
        return row is null ? CommonReasons.NotFound.With(("what", "导入")) : await ImportReply.Of(db, row);
    }

    internal static Task<GoodsImportRow?> Find(DbRead db, GoodsImportId id) =>
        db.One<GoodsImportRow>("SELECT * FROM goods_import WHERE merchant_id = @m AND id = @id", new { id });
}
