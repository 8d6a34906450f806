using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>Which goods an offer counts: what is named "in" (nothing named = everything), less what is named "not".</summary>
public sealed record Goods
{
    public static readonly Goods All = new();

    public IReadOnlyList<ProductId> Products { get; init; } = [];

    /// <summary>A category holds everything below it.</summary>
    public IReadOnlyList<CategoryId> Categories { get; init; } = [];
    public IReadOnlyList<string> Brands { get; init; } = [];
    public IReadOnlyList<ProductId> NotProducts { get; init; } = [];
    public IReadOnlyList<CategoryId> NotCategories { get; init; } = [];
    public IReadOnlyList<string> NotBrands { get; init; } = [];

    public static Goods Of(params IReadOnlyList<ProductId> products) => new() { Products = products };

    public static Goods In(params IReadOnlyList<CategoryId> categories) => new() { Categories = categories };

    /// <summary>All goods that take discounts, without exception.</summary>
    internal bool IsPlainlyAll =>
        IsEverything && NotProducts.Count == 0 && NotCategories.Count == 0 && NotBrands.Count == 0;

    internal bool IsEverything => Products.Count == 0 && Categories.Count == 0 && Brands.Count == 0;

    /// <summary>A line that takes no discounts takes part only where its product is named.</summary>
    public bool Holds(CartLine line)
    {
        if (line.ProductId is { } product)
        {
            if (Contains(Products, product))
                return true;
            if (Contains(NotProducts, product))
                return false;
        }
        if (!line.Discountable || Named(line, NotCategories, NotBrands))
            return false;
        return IsEverything || Named(line, Categories, Brands);
    }

    private static bool Named(CartLine line, IReadOnlyList<CategoryId> categories, IReadOnlyList<string> brands)
    {
        if (categories.Count > 0)
        {
            if (line.CategoryId is { } own && Contains(categories, own))
                return true;
            for (var i = 0; i < line.CategoryPath.Count; i++)
                if (Contains(categories, line.CategoryPath[i]))
                    return true;
        }
        if (line.Brand is { Length: > 0 } brand)
            for (var i = 0; i < brands.Count; i++)
                if (string.Equals(brands[i], brand, StringComparison.Ordinal))
                    return true;
        return false;
    }

    private static bool Contains<T>(IReadOnlyList<Id<T>> ids, Id<T> id)
    {
        for (var i = 0; i < ids.Count; i++)
            if (ids[i] == id)
                return true;
        return false;
    }

    /// <summary>全部商品, or the names with "等 n 种" after three.</summary>
    internal Words Words(OfferNames names)
    {
        var inside = Named(Products, Categories, Brands, names);
        var outside = Named(NotProducts, NotCategories, NotBrands, names);
        var head = inside.Count == 0 ? new Words("全部商品", "all goods") : Some(inside);
        if (outside.Count == 0)
            return head;
        var less = Some(outside);
        return new($"{head.Zh}({less.Zh}除外)", $"{head.En} (except {less.En})");
    }

    private static List<string> Named(
        IReadOnlyList<ProductId> products,
        IReadOnlyList<CategoryId> categories,
        IReadOnlyList<string> brands,
        OfferNames names
    ) =>
        [
            .. categories.Select(c => names.Category?.Invoke(c) ?? $"分类 {c}"),
            .. brands,
            .. products.Select(p => names.Product?.Invoke(p) ?? $"商品 {p}"),
        ];

    private static Words Some(List<string> names) =>
        names.Count <= 3
            ? new(string.Join('、', names), string.Join(", ", names))
            : new(
                $"{string.Join('、', names.Take(3))}等 {names.Count} 种",
                $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more"
            );
}

/// <summary>How ids read in a sentence; without a name the id is shown.</summary>
public sealed record OfferNames(
    Func<ProductId, string?>? Product = null,
    Func<CategoryId, string?>? Category = null,
    Func<TierId, string?>? Tier = null,
    NameOf? Field = null
)
{
    public static readonly OfferNames None = new();
}
