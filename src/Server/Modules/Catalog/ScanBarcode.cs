using Shuke.Core.Catalog;

namespace Shuke.Server.Modules.Catalog;

/// <summary>GET /goods/barcodes/{barcode}: the goods on sale that carry a barcode; one that nothing carries is refused.</summary>
public static class ScanBarcode
{
    public sealed record Reply(IReadOnlyList<FindGoods.Item> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/goods/barcodes/{barcode}", Permission.GoodsView, Handle)
            .WithSummary("The goods that carry a barcode.");

    public static async Task<Outcome<Reply>> Handle(string barcode, DbRead db)
    {
        var scanned = Barcode.Clean(barcode);
        var items = await FindGoods.ByBarcode(db, scanned);
        return items.Count == 0 ? GoodsReasons.BarcodeUnknown.With(("barcode", scanned)) : new Reply(items);
    }
}
