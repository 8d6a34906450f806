using System.ComponentModel.DataAnnotations;
using Shuke.Core.Catalog;
using Shuke.Core.Names;

namespace Shuke.Server.Modules.Catalog;

/// <summary>GET /goods: staff looks through the products, newest first.</summary>
public static class ListProducts
{
    /// <param name="Q">barcode, code, or the beginning of name, pinyin or initials</param>
    /// <param name="None">only products without a category</param>
    public sealed record Filter(
        [property: StringLength(80)] string? Q = null,
        CategoryId? Category = null,
        bool? Active = null,
        bool? Favourite = null,
        bool? None = null
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/goods", Permission.GoodsView, Handle).WithSummary("Products, page by page.");

    public static async Task<Outcome<Page<ProductReply>>> Handle(
        [AsParameters] Filter filter,
        [AsParameters] PageQuery page,
        DbRead db,
        Caller caller
    )
    {
        var categories = await Categories.All(db);
        var text = Pinyin.Fold(filter.Q ?? "");
        var args = new
        {
            anyCategory = filter.Category is null,
            categories = filter.Category is { } c ? Categories.Below(categories, c).ToList() : [],
            active = filter.Active,
            favourite = filter.Favourite,
            none = filter.None ?? false,
            anyText = text.Length == 0,
            code = Barcode.Clean(filter.Q ?? ""),
            from = text,
            until = FindGoods.After(text),
            before = Cursor.Read(page.After).Number,
            limit = page.Fetch,
        };
        var total = await db.One<long>("SELECT COUNT(*) " + Where, args);
        var rows = await db.All<ProductRow>(
            "SELECT * " + Where + " AND id < @before ORDER BY id DESC LIMIT @limit",
            args
        );
        var barcodes = await Products.Barcodes(db, [.. rows.Select(r => r.Id)]);
        var names = categories.ToDictionary(x => x.Id, x => x.Name);
        var items = rows.ConvertAll(r =>
            ProductReply.Of(r, r.CategoryId is { } id ? names[id] : null, barcodes[r.Id], caller)
        );
        return Page<ProductReply>.Of(page, items, total, r => new("", r.Id.Value));
    }

    private const string Where = """
        FROM product WHERE merchant_id = @m
        AND (@anyCategory OR category_id IN @categories)
        AND (@active IS NULL OR active = @active)
        AND (@favourite IS NULL OR favourite = @favourite)
        AND (NOT @none OR category_id IS NULL)
        AND (@anyText OR code = @code
             OR id IN (SELECT product_id FROM barcode WHERE merchant_id = @m AND barcode = @code)
             OR id IN (SELECT product_id FROM product_term WHERE merchant_id = @m AND term >= @from AND term < @until))
        """;
}
