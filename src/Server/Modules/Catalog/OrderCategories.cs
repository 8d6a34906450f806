namespace Shuke.Server.Modules.Catalog;

/// <summary>POST /categories/order: staff puts categories into the order in which the till shows them.</summary>
public static class OrderCategories
{
    public sealed record Request(IReadOnlyList<CategoryId> Ids);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Post("/categories/order", Permission.GoodsEdit, Handle).WithSummary("Set the order of categories.");

    public static async Task<Outcome<Done>> Handle(Request request, Tx tx, Caller caller)
    {
        var known = (await Categories.All(tx)).Select(c => c.Id).ToHashSet();
        if (request.Ids.Any(id => !known.Contains(id)))
            return CommonReasons.NotFound.With(("what", "分类"));
        for (var i = 0; i < request.Ids.Count; i++)
            await tx.Execute(
                "UPDATE category SET position = @position WHERE merchant_id = @m AND id = @id",
                new { id = request.Ids[i], position = i + 1L }
            );
        tx.Audit(new(caller, "category.ordered", "category", "", After: request.Ids));
        return Done.Ok;
    }
}
