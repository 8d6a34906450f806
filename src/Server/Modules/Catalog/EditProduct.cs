namespace Shuke.Server.Modules.Catalog;

/// <summary>PUT /goods/{id}: staff changes a product; every change of a price is kept with who and when.</summary>
public static class EditProduct
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Put("/goods/{id}", Permission.GoodsEdit, Handle).WithSummary("Change a product.");

    public static async Task<Outcome<ProductReply>> Handle(
        ProductId id,
        ProductForm form,
        IfMatch match,
        Tx tx,
        Caller caller
    )
    {
        if (await Products.Find(tx, id) is not { } before)
            return CommonReasons.NotFound.With(("what", "商品"));
        if (before.Version != match.Version)
            return CommonReasons.Stale;
        if ((await form.Check(tx, caller, before)).No(out var after, out var refusal))
            return refusal;
        if (!await Products.Update(tx, before, after.Row, after.Barcodes, caller.StaffId, caller.Name))
            return CommonReasons.Stale;
        var prices = Products.PriceChanges(before, after.Row).ToList();
        if (prices.Count > 0)
            tx.Audit(
                new(
                    caller,
                    "product.price_changed",
                    "product",
                    id.ToString(),
                    prices.ToDictionary(p => Names.Of(p.Kind), p => p.Before),
                    prices.ToDictionary(p => Names.Of(p.Kind), p => p.After)
                )
            );
        tx.Audit(new(caller, "product.changed", "product", id.ToString(), before, after.Row));
        return (await ProductReply.Load(tx, id, caller))!;
    }
}
