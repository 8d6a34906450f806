using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Catalog;

/// <summary>POST /categories: staff adds a category at the end of its level.</summary>
public static class AddCategory
{
    public sealed record Request(
        [StringLength(30, MinimumLength = 1)] string Name,
        CategoryId? ParentId = null,
        TileColour Colour = TileColour.Teal
    );

    public sealed record Reply(CategoryId Id, long Version) : IVersioned;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Post("/categories", Permission.GoodsEdit, Handle).WithSummary("Add a category.");

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        var all = await Categories.All(tx);
        var id = tx.NewId<Core.Kinds.Category>();
        if (Categories.Check(all, id, request.ParentId, request.Name.Trim()) is { } refusal)
            return refusal;
        var position =
            all.Where(c => c.ParentId == request.ParentId).Select(c => c.Position).DefaultIfEmpty(0).Max() + 1;
        await tx.Insert(
            new CategoryRow(tx.Merchant, id, request.ParentId, request.Name.Trim(), request.Colour, position, null, 1)
        );
        tx.Audit(new(caller, "category.added", "category", id.ToString(), After: request));
        return new Reply(id, 1);
    }
}
