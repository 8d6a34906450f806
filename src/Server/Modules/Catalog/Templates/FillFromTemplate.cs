using Shuke.Core.Catalog;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Catalog;

/// <summary>A new shop begins with a few categories and goods of its industry, to try the till with and to overwrite.</summary>
public static class FillFromTemplate
{
    public static async Task OnShopOpened(Tx tx, ShopOpened opened, IServiceProvider services)
    {
        var zh = opened.Language == Language.Zh;
        var products = new List<(ProductRow, IReadOnlyList<string>)>();
        long position = 0;
        foreach (var category in TemplateGoods.Of(opened.Template))
        {
            var row = new CategoryRow(
                tx.Merchant,
                tx.NewId<Core.Kinds.Category>(),
                null,
                zh ? category.Zh : category.En,
                category.Colour,
                ++position,
                null,
                1
            );
            await tx.Insert(row);
            products.AddRange(category.Goods.Select(g => (Product(tx, g, row.Id, zh), (IReadOnlyList<string>)[])));
        }
        await Products.Insert(tx, products);
    }

    private static ProductRow Product(Tx tx, TemplateGoods.Goods goods, CategoryId category, bool zh)
    {
        var unit = zh ? goods.UnitZh : goods.UnitEn;
        return ProductForm.Blank(tx) with
        {
            Name = zh ? goods.Zh : goods.En,
            CategoryId = category,
            Unit = unit,
            Price = goods.Price,
            ByWeight = goods.ByWeight || ProductShape.IsWeighed(unit),
            Kind = goods.Kind,
            Favourite = goods.Favourite,
        };
    }
}
