namespace Shuke.Server.Modules.Catalog;

/// <summary>POST /goods: staff adds a product.</summary>
public static class AddProduct
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Post("/goods", Permission.GoodsEdit, Handle).WithSummary("Add a product.");

    public static async Task<Outcome<ProductReply>> Handle(ProductForm form, Tx tx, Caller caller)
    {
        if ((await form.Check(tx, caller, ProductForm.Blank(tx))).No(out var product, out var refusal))
            return refusal;
        await Products.Insert(tx, [product]);
        tx.Audit(new(caller, "product.added", "product", product.Row.Id.ToString(), After: form));
        return (await ProductReply.Load(tx, product.Row.Id, caller))!;
    }
}
