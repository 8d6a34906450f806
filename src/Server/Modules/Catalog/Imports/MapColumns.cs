using Shuke.Core.Catalog;

namespace Shuke.Server.Modules.Catalog;

/// <summary>PUT /goods/imports/{id}/mapping: staff says which column holds what.</summary>
public static class MapColumns
{
    /// <param name="Mapping">columns from 0 by field; a field without a column is not imported</param>
    public sealed record Request(Dictionary<GoodsField, int> Mapping);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Put("/goods/imports/{id}/mapping", Permission.GoodsImport, Handle)
            .WithSummary("Say which column holds what.");

    public static async Task<Outcome<ImportReply>> Handle(GoodsImportId id, Request request, Tx tx)
    {
        if (await ShowImport.Find(tx, id) is not { } row)
            return CommonReasons.NotFound.With(("what", "导入"));
        if (row.State != GoodsImportState.Draft)
            return GoodsReasons.ImportNotDraft;
        if (GoodsTable.Check(request.Mapping, Json.Parse<ImportPreview>(row.Preview).Columns.Count) is { } wrong)
            return wrong;
        var mapping = Json.Text(request.Mapping);
        if (mapping == row.Mapping)
            return await ImportReply.Of(tx, row);
        // Other columns make other duplicates: what was decided about the old ones is void.
        await tx.Execute("DELETE FROM goods_import_decision WHERE merchant_id = @m AND import_id = @id", new { id });
        await tx.Execute(
            "UPDATE goods_import SET mapping = @mapping WHERE merchant_id = @m AND id = @id",
            new { id, mapping }
        );
        return await ImportReply.Of(tx, row with { Mapping = mapping });
    }
}
