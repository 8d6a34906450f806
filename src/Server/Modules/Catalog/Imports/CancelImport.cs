namespace Shuke.Server.Modules.Catalog;

/// <summary>POST /goods/imports/{id}/cancel: the import stops after the rows it is at; it can go on or be undone.</summary>
public static class CancelImport
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Post("/goods/imports/{id}/cancel", Permission.GoodsImport, Handle).WithSummary("Stop a running import.");

    public static async Task<Outcome<Done>> Handle(GoodsImportId id, Tx tx, Caller caller)
    {
        if (await ShowImport.Find(tx, id) is not { } row)
            return CommonReasons.NotFound.With(("what", "导入"));
        if (row.JobId is not { } job || !await Jobs.Cancel(tx, job))
            return GoodsReasons.ImportNotRunning;
        tx.Audit(new(caller, "goods_import.cancelled", "goods_import", id.ToString()));
        return Done.Ok;
    }
}
