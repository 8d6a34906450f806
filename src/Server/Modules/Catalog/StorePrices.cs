using System.ComponentModel.DataAnnotations;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Catalog;

/// <summary>GET, PUT /goods/{id}/own-prices: what single stores ask for a product, and what tiers pay.</summary>
public static class StorePrices
{
    /// <param name="StoreId">null: every store; then a tier is named</param>
    /// <param name="TierId">null: everybody; then a store is named</param>
    public sealed record Price(Money Amount, StoreId? StoreId = null, TierId? TierId = null);

    public sealed record Request([MaxLength(200)] IReadOnlyList<Price> Prices);

    public sealed record Reply(IReadOnlyList<Price> Prices);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/goods/{id}/own-prices", Permission.GoodsView, Show).WithSummary("Prices by store and tier.");
        routes.Put("/goods/{id}/own-prices", Permission.GoodsEdit, Handle).WithSummary("Set prices by store and tier.");
    }

    public static async Task<Outcome<Reply>> Show(ProductId id, DbRead db) =>
        await Products.Find(db, id) is null ? CommonReasons.NotFound.With(("what", "商品")) : await Of(db, id);

    public static async Task<Outcome<Reply>> Handle(ProductId id, Request request, Tx tx, Caller caller)
    {
        if (await Products.Find(tx, id) is null)
            return CommonReasons.NotFound.With(("what", "商品"));
        if (request.Prices.Any(p => p.Amount.IsNegative || (p.StoreId is null && p.TierId is null)))
            return PriceReasons.PriceForNobody;
        if (request.Prices.DistinctBy(p => (p.StoreId, p.TierId)).Count() < request.Prices.Count)
            return PriceReasons.PriceTwice;
        var stores = (await OrgPublic.Stores(tx)).Select(s => s.Id).ToHashSet();
        if (request.Prices.Any(p => p.StoreId is { } store && !stores.Contains(store)))
            return CommonReasons.NotFound.With(("what", "门店"));
        if (request.Prices.Any(p => p.StoreId is { } store && !caller.MayAt(store)))
            return HttpReasons.ForeignStore;
        var before = await Of(tx, id);
        await tx.Execute("DELETE FROM product_price WHERE merchant_id = @m AND product_id = @id", new { id });
        await tx.InsertMany(
            request
                .Prices.Select(p => new ProductPriceRow(
                    tx.Merchant,
                    id,
                    p.StoreId ?? default,
                    p.TierId ?? default,
                    p.Amount
                ))
                .ToList()
        );
        tx.Audit(new(caller, "product.prices_changed", "product", id.ToString(), before, request));
        return await Of(tx, id);
    }

    private static async Task<Reply> Of(DbRead db, ProductId id) =>
        new([
            .. (
                await db.All<ProductPriceRow>(
                    "SELECT * FROM product_price WHERE merchant_id = @m AND product_id = @id ORDER BY store_id, tier_id",
                    new { id }
                )
            ).Select(r => new Price(r.Price, r.StoreId.IsNone ? null : r.StoreId, r.TierId.IsNone ? null : r.TierId)),
        ]);
}

[Table("product_price")]
internal sealed record ProductPriceRow(
    MerchantId MerchantId,
    ProductId ProductId,
    StoreId StoreId,
    TierId TierId,
    Money Price
);

/// <summary>Why prices by store, tier or moment cannot be set like this.</summary>
public static class PriceReasons
{
    public static readonly Reason PriceForNobody = new(
        "price_for_nobody",
        RefusalKind.Rule,
        "请选择门店或等级,价格不能为负。",
        "Choose a store or a tier; a price must not be negative."
    );

    public static readonly Reason PriceTwice = new(
        "price_twice",
        RefusalKind.Rule,
        "同一门店和等级只能有一个价格。",
        "There can be only one price for a store and tier."
    );

    public static readonly Reason PriceInPast = new(
        "price_in_past",
        RefusalKind.Rule,
        "生效时间必须在将来。",
        "The moment of the change must be in the future."
    );

    public static readonly Reason PriceScheduleOver = new(
        "price_schedule_over",
        RefusalKind.Conflict,
        "这次调价已经生效或已取消。",
        "This change of prices has happened or was cancelled."
    );
}
