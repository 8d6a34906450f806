namespace Shuke.Server.Modules.Catalog;

/// <summary>DELETE /categories/{id}: staff removes a category that holds nothing.</summary>
public static class RemoveCategory
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Delete("/categories/{id}", Permission.GoodsEdit, Handle).WithSummary("Remove an empty category.");

    public static async Task<Outcome<Done>> Handle(CategoryId id, Tx tx, Caller caller)
    {
        if (await Categories.Find(tx, id) is not { } row)
            return CommonReasons.NotFound.With(("what", "分类"));
        var held = await tx.One<long>(
            """
            SELECT (SELECT COUNT(*) FROM product WHERE merchant_id = @m AND category_id = @id)
                 + (SELECT COUNT(*) FROM category WHERE merchant_id = @m AND parent_id = @id)
            """,
            new { id }
        );
        if (held > 0)
            return GoodsReasons.CategoryInUse.With(("name", row.Name), ("count", held));
        await tx.Execute("DELETE FROM category WHERE merchant_id = @m AND id = @id", new { id });
        tx.Audit(new(caller, "category.removed", "category", id.ToString(), new { row.Name }));
        return Done.Ok;
    }
}
