namespace Shuke.Server.Modules.Catalog;

public enum ProductKind
{
    Goods,
    Service,
    Virtual,
}

/// <summary>Colours of tiles on the till: a closed list, so that every one is readable in light and dark.</summary>
public enum TileColour
{
    Teal,
    Blue,
    Indigo,
    Purple,
    Pink,
    Red,
    Orange,
    Amber,
    Green,
    Grey,
}

public enum PriceKind
{
    Price,
    MemberPrice,
    LowestPrice,
    Cost,
}

[Table("category")]
internal sealed record CategoryRow(
    MerchantId MerchantId,
    CategoryId Id,
    CategoryId? ParentId,
    string Name,
    TileColour Colour,
    long Position,
    GoodsImportId? ImportId,
    long Version
);

[Table("product")]
internal sealed record ProductRow(
    MerchantId MerchantId,
    ProductId Id,
    string? Code,
    string Name,
    CategoryId? CategoryId,
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
    GoodsImportId? ImportId,
    long Version,
    Instant CreatedAt,
    Instant ChangedAt
);

[Table("barcode")]
internal sealed record BarcodeRow(MerchantId MerchantId, string Barcode, ProductId ProductId, bool IsMain);

[Table("product_term")]
internal sealed record ProductTermRow(MerchantId MerchantId, string Term, ProductId ProductId);

[Table("price_change")]
internal sealed record PriceChangeRow(
    MerchantId MerchantId,
    long Id,
    ProductId ProductId,
    PriceKind PriceKind,
    Money? Before,
    Money? After,
    StaffId? StaffId,
    string Who,
    Instant At
);

public enum GoodsImportState
{
    Draft,
    Started,
    Undone,
}

[Table("goods_import")]
internal sealed record GoodsImportRow(
    MerchantId MerchantId,
    GoodsImportId Id,
    FileId FileId,
    string FileName,
    GoodsImportState State,
    string Mapping,
    string Preview,
    long RowsTotal,
    JobId? JobId,
    StaffId? CreatedBy,
    Instant CreatedAt,
    Instant? UndoneAt
);

[Table("goods_import_decision")]
internal sealed record ImportDecisionRow(
    MerchantId MerchantId,
    GoodsImportId ImportId,
    Core.Catalog.SameBy SameBy,
    string SameKey,
    Core.Catalog.SameChoice Choice
);

public enum RowOutcome
{
    Created,
    Updated,
    Skipped,
    Failed,
}

[Table("goods_import_row")]
internal sealed record ImportedRow(
    MerchantId MerchantId,
    GoodsImportId ImportId,
    long Number,
    RowOutcome Outcome,
    ProductId? ProductId,
    long? ProductVersion,
    string? Before,
    string? Reason
);
