namespace Shuke.Server.Modules.Catalog;

/// <summary>PUT /goods/{id}/state: staff takes a product off sale or back on, or pins it to the till's tiles.</summary>
public static class SwitchProduct
{
    /// <summary>Null leaves a switch as it is.</summary>
    public sealed record Request(bool? Active = null, bool? Favourite = null);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Put("/goods/{id}/state", Permission.GoodsEdit, Handle)
            .WithSummary("Take a product off sale or pin it to the till.");

    public static async Task<Outcome<ProductReply>> Handle(
        ProductId id,
        Request request,
        IfMatch match,
        Tx tx,
        Caller caller
    )
    {
        if (await Products.Find(tx, id) is not { } before)
            return CommonReasons.NotFound.With(("what", "商品"));
        var changed = await tx.Execute(
            """
            UPDATE product SET active = @active, favourite = @favourite, version = version + 1, changed_at = @now
            WHERE merchant_id = @m AND id = @id AND version = @version
            """,
            new
            {
                id,
                active = request.Active ?? before.Active,
                favourite = request.Favourite ?? before.Favourite,
                now = tx.Now,
                version = match.Version,
            }
        );
        if (changed == 0)
            return CommonReasons.Stale;
        tx.Audit(
            new(caller, "product.switched", "product", id.ToString(), new { before.Active, before.Favourite }, request)
        );
        return (await ProductReply.Load(tx, id, caller))!;
    }
}
