using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Catalog;

/// <summary>PUT /categories/{id}: staff renames, recolours or moves a category.</summary>
public static class EditCategory
{
    public sealed record Request(
        [StringLength(30, MinimumLength = 1)] string Name,
        TileColour Colour,
        CategoryId? ParentId = null
    );

    public sealed record Reply(CategoryId Id, long Version) : IVersioned;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Put("/categories/{id}", Permission.GoodsEdit, Handle).WithSummary("Change a category.");

    public static async Task<Outcome<Reply>> Handle(CategoryId id, Request request, IfMatch match, Tx tx, Caller caller)
    {
        var all = await Categories.All(tx);
        if (all.Find(c => c.Id == id) is not { } before)
            return CommonReasons.NotFound.With(("what", "分类"));
        if (Categories.Check(all, id, request.ParentId, request.Name.Trim()) is { } refusal)
            return refusal;
        var changed = await tx.Execute(
            "UPDATE category SET name = @name, colour = @colour, parent_id = @parent, version = version + 1 WHERE merchant_id = @m AND id = @id AND version = @version",
            new
            {
                id,
                name = request.Name.Trim(),
                colour = request.Colour,
                parent = request.ParentId,
                version = match.Version,
            }
        );
        if (changed == 0)
            return CommonReasons.Stale;
        tx.Audit(
            new(
                caller,
                "category.changed",
                "category",
                id.ToString(),
                new
                {
                    before.Name,
                    before.Colour,
                    before.ParentId,
                },
                request
            )
        );
        return new Reply(id, match.Version + 1);
    }
}
