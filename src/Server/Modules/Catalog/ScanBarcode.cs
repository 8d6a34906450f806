using Shuke.Core.Catalog;

namespace Shuke.Server.Modules.Catalog;

/// <summary>GET /goods/barcodes/{barcode}: the goods on sale that carry a barcode; one that nothing carries is refused.</summary>
public static class ScanBarcode
{
    /// <param name="Scale">what a label of a scale says; null: the barcode is the goods' own</param>
    public sealed record Reply(IReadOnlyList<FindGoods.Item> Items, ScaleView? Scale = null);

    /// <param name="Quantity">the weight, or what the amount buys at the goods' price</param>
    /// <param name="Amount">what the label asks, fen; null where it says only the weight</param>
    public sealed record ScaleView(string Code, Quantity? Quantity, Money? Amount);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/goods/barcodes/{barcode}", Permission.GoodsView, Handle)
            .WithSummary("The goods that carry a barcode.");

    public static async Task<Outcome<Reply>> Handle(string barcode, DbRead db, Caller caller)
    {
        var scanned = Barcode.Clean(barcode);
        var items = await FindGoods.ByBarcode(db, scanned);
        if (items.Count == 0 && await ScaleLabels.Find(db, scanned, caller.StoreId) is var (label, weighed))
            return new Reply(
                weighed,
                new(label.Code, weighed.Count == 1 ? label.QuantityAt(weighed[0].Price) : label.Weight, label.Amount)
            );
        return items.Count == 0 ? GoodsReasons.BarcodeUnknown.With(("barcode", scanned)) : new Reply(items);
    }
}
