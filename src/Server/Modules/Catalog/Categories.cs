namespace Shuke.Server.Modules.Catalog;

/// <summary>The tree of categories; small enough to be read whole.</summary>
internal static class Categories
{
    public const int DepthMax = 4;

    public static Task<CategoryRow?> Find(DbRead db, CategoryId id) =>
        db.One<CategoryRow>("SELECT * FROM category WHERE merchant_id = @m AND id = @id", new { id });

    /// <summary>In the order of the shop: by position, then by age.</summary>
    public static Task<List<CategoryRow>> All(DbRead db) =>
        db.All<CategoryRow>("SELECT * FROM category WHERE merchant_id = @m ORDER BY position, id");

    /// <summary>From the top down to the category itself; the guard ends it even if rows ever made a ring.</summary>
    public static IReadOnlyList<CategoryRow> Path(IReadOnlyDictionary<CategoryId, CategoryRow> all, CategoryId? id)
    {
        var path = new List<CategoryRow>();
        for (
            var at = id;
            at is { } here && path.Count <= DepthMax && all.TryGetValue(here, out var row);
            at = row.ParentId
        )
            path.Insert(0, row);
        return path;
    }

    /// <summary>A category and all below it.</summary>
    public static IReadOnlyList<CategoryId> Below(IReadOnlyList<CategoryRow> all, CategoryId id)
    {
        var found = new List<CategoryId> { id };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(all.Where(c => c.ParentId == found[i] && !found.Contains(c.Id)).Select(c => c.Id));
        return found;
    }

    /// <summary>Why a category may not have this name under this parent.</summary>
    public static Refusal? Check(IReadOnlyList<CategoryRow> all, CategoryId self, CategoryId? parent, string name)
    {
        if (parent is { } p && all.All(c => c.Id != p))
            return CommonReasons.NotFound.With(("what", "上级分类"));
        if (parent is { } into && Below(all, self).Contains(into))
            return GoodsReasons.CategoryLoop;
        if (all.Any(c => c.Id != self && c.ParentId == parent && c.Name == name))
            return GoodsReasons.CategoryTaken.With(("name", name));
        var byId = all.ToDictionary(c => c.Id);
        var height = Below(all, self).Max(c => c == self ? 1 : Path(byId, c).Count - Path(byId, self).Count + 1);
        return Path(byId, parent).Count + height > DepthMax
            ? GoodsReasons.CategoryTooDeep.With(("max", DepthMax))
            : null;
    }
}
