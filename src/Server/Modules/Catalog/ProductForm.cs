using System.ComponentModel.DataAnnotations;
using Shuke.Core.Catalog;

namespace Shuke.Server.Modules.Catalog;

/// <summary>A product as it is entered; amounts in fen. Null prices are not set; a null cost without the right to see costs keeps the old one.</summary>
public sealed record ProductForm(
    [StringLength(ProductShape.NameMax)] string Name,
    Money Price,
    [StringLength(20)] string? Code = null,
    CategoryId? CategoryId = null,
    [MaxLength(ProductShape.BarcodesMax)] IReadOnlyList<string>? Barcodes = null,
    [StringLength(40)] string Brand = "",
    [StringLength(10)] string Unit = "",
    [StringLength(80)] string Spec = "",
    [StringLength(40)] string Origin = "",
    [StringLength(500)] string Remark = "",
    Money? MemberPrice = null,
    Money? Cost = null,
    Money? LowestPrice = null,
    bool ByWeight = false,
    ProductKind Kind = ProductKind.Goods,
    bool Discountable = true,
    bool EarnsPoints = true,
    bool BonusPayable = true,
    bool Favourite = false,
    bool ShareBarcodes = false
)
{
    /// <summary>The form checked and cleaned: the row it makes of <paramref name="old"/> and its barcodes.</summary>
    internal async Task<Outcome<(ProductRow Row, IReadOnlyList<string> Barcodes)>> Check(
        DbRead db,
        Caller caller,
        ProductRow old
    )
    {
        var name = Name.Trim();
        var code = Barcode.Clean(Code ?? "");
        var barcodes = (Barcodes ?? [])
            .Select(Barcode.Clean)
            .Where(b => b.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (name.Length == 0)
            return CatalogReasons.NameMissing;
        if (code.Length > 0 && !ProductShape.IsCode(code))
            return CatalogReasons.CodeInvalid.With(("code", code));
        if (barcodes.Find(b => !Barcode.IsValid(b)) is { } bad)
            return CatalogReasons.BarcodeUnreadable.With(("barcode", bad));
        if (ProductShape.CheckPrices(Price, MemberPrice, LowestPrice) is { } wrong)
            return wrong;
        if (Cost is { IsNegative: true })
            return CatalogReasons.PriceOutOfRange;
        if (Cost is not null && !caller.May(Permission.GoodsCost))
            return GoodsReasons.CostNotYours;
        if (CategoryId is { } category && await Categories.Find(db, category) is null)
            return CommonReasons.NotFound.With(("what", "分类"));
        if (await Products.Taken(db, old.Id, code.Length == 0 ? null : code, barcodes, ShareBarcodes) is { } taken)
            return taken;
        return (
            old with
            {
                Name = name,
                Code = code.Length == 0 ? null : code,
                CategoryId = CategoryId,
                Brand = Brand.Trim(),
                Unit = Unit.Trim(),
                Spec = Spec.Trim(),
                Origin = Origin.Trim(),
                Remark = Remark.Trim(),
                Price = Price,
                MemberPrice = MemberPrice,
                LowestPrice = LowestPrice,
                Cost = caller.May(Permission.GoodsCost) ? Cost : old.Cost,
                ByWeight = ByWeight,
                Kind = Kind,
                Discountable = Discountable,
                EarnsPoints = EarnsPoints,
                BonusPayable = BonusPayable,
                Favourite = Favourite,
            },
            barcodes
        );
    }

    /// <summary>A product that is nothing yet but new.</summary>
    internal static ProductRow Blank(Tx tx) =>
        new(
            tx.Merchant,
            tx.NewId<Core.Kinds.Product>(),
            null,
            "",
            null,
            "",
            "",
            "",
            "",
            "",
            Money.Zero,
            null,
            null,
            null,
            false,
            ProductKind.Goods,
            true,
            true,
            true,
            false,
            true,
            null,
            null,
            1,
            tx.Now,
            tx.Now
        );
}

/// <summary>A product with everything there is to see; the cost only for those who may.</summary>
public sealed record ProductReply(
    ProductId Id,
    string? Code,
    string Name,
    CategoryId? CategoryId,
    string? Category,
    string Brand,
    string Unit,
    string Spec,
    string Origin,
    string Remark,
    Money Price,
    Money? MemberPrice,
    Money? Cost,
    Money? LowestPrice,
    bool ByWeight,
    ProductKind Kind,
    bool Discountable,
    bool EarnsPoints,
    bool BonusPayable,
    bool Favourite,
    bool Active,
    Quantity? InitialStock,
    IReadOnlyList<string> Barcodes,
    long Version,
    Instant CreatedAt,
    Instant ChangedAt
) : IVersioned
{
    internal static ProductReply Of(ProductRow p, string? category, IEnumerable<string> barcodes, Caller caller) =>
        new(
            p.Id,
            p.Code,
            p.Name,
            p.CategoryId,
            category,
            p.Brand,
            p.Unit,
            p.Spec,
            p.Origin,
            p.Remark,
            p.Price,
            p.MemberPrice,
            caller.May(Permission.GoodsCost) ? p.Cost : null,
            p.LowestPrice,
            p.ByWeight,
            p.Kind,
            p.Discountable,
            p.EarnsPoints,
            p.BonusPayable,
            p.Favourite,
            p.Active,
            p.InitialStock,
            [.. barcodes],
            p.Version,
            p.CreatedAt,
            p.ChangedAt
        );

    internal static async Task<ProductReply?> Load(DbRead db, ProductId id, Caller caller)
    {
        if (await Products.Find(db, id) is not { } row)
            return null;
        var category = row.CategoryId is { } c ? (await Categories.Find(db, c))?.Name : null;
        return Of(row, category, (await Products.Barcodes(db, [id]))[id], caller);
    }
}
