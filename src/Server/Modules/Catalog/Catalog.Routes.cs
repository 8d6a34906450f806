namespace Shuke.Server.Modules.Catalog;

/// <summary>Categories, products, barcodes, and goods tables coming in and going out.</summary>
public static class CatalogRoutes
{
    public static readonly Module Module = new("Catalog", _ => { }, Routes, Register);

    private static void Routes(IEndpointRouteBuilder routes)
    {
        ListCategories.Map(routes);
        AddCategory.Map(routes);
        EditCategory.Map(routes);
        OrderCategories.Map(routes);
        RemoveCategory.Map(routes);

        ListProducts.Map(routes);
        ShowProduct.Map(routes);
        AddProduct.Map(routes);
        EditProduct.Map(routes);
        SwitchProduct.Map(routes);
        ListPriceChanges.Map(routes);
        StorePrices.Map(routes);
        SchedulePrices.Map(routes);
        ScaleLabels.Map(routes);
        FindGoods.Map(routes);
        ScanBarcode.Map(routes);
        ShowTiles.Map(routes);
        ExportGoods.Map(routes);

        UploadGoods.Map(routes);
        ListImports.Map(routes);
        DownloadTemplate.Map(routes);
        ShowImport.Map(routes);
        MapColumns.Map(routes);
        ShowDecisions.Map(routes);
        DecideDuplicates.Map(routes);
        RunImport.Map(routes);
        CancelImport.Map(routes);
        DownloadImportRows.Map(routes);
        UndoImport.Map(routes);
    }

    private static void Register(FactHandlers facts, JobKinds jobs)
    {
        facts.On<Org.ShopOpened>(FillFromTemplate.OnShopOpened);
        jobs.Add(RunImport.JobKind, RunImport.Job);
        jobs.Add(SchedulePrices.JobKind, SchedulePrices.Job);
    }
}
