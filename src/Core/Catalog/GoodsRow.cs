using Shuke.Core.Names;

namespace Shuke.Core.Catalog;

/// <summary>What a column of a goods table can hold.</summary>
public enum GoodsField
{
    Name,
    Price,
    Barcode,
    Code,
    Category,
    Brand,
    Spec,
    Unit,
    MemberPrice,
    Cost,
    LowestPrice,
    Origin,
    Stock,
    Remark,
}

/// <summary>One row of a goods table, read; what the row does not tell is null and leaves an existing product as it is.</summary>
public sealed record GoodsRow
{
    public required int Number { get; init; }
    public required string Name { get; init; }
    public required Money Price { get; init; }
    public IReadOnlyList<string> Barcodes { get; init; } = [];
    public string? Code { get; init; }

    /// <summary>From the top of the tree down: 饮料/果汁.</summary>
    public IReadOnlyList<string> CategoryPath { get; init; } = [];
    public string? Brand { get; init; }
    public string? Spec { get; init; }
    public string? Unit { get; init; }
    public Money? MemberPrice { get; init; }
    public Money? Cost { get; init; }
    public Money? LowestPrice { get; init; }
    public string? Origin { get; init; }
    public Quantity? Stock { get; init; }
    public string? Remark { get; init; }

    /// <summary>Names are compared without blanks, case and width.</summary>
    public string FoldedName => Pinyin.Fold(Name);
}

/// <summary>A row after reading: the goods in it, or what is wrong with it, and what is merely strange.</summary>
public sealed record GoodsRowRead(
    int Number,
    GoodsRow? Row,
    IReadOnlyList<Refusal> Faults,
    IReadOnlyList<Refusal> Warnings
);

/// <summary>Reads the cells of one row, exactly; a wrong cell is named and never guessed at.</summary>
public static class GoodsRowReader
{
    private const int CategoryDepthMax = 4;

    /// <param name="cell">the trimmed text a field has in this row; empty when the table has no such column</param>
    public static GoodsRowRead Read(int number, Func<GoodsField, string> cell)
    {
        var faults = new List<Refusal>();
        var warnings = new List<Refusal>();
        var name = cell(GoodsField.Name);
        if (name.Length == 0)
            faults.Add(CatalogReasons.NameMissing);
        else if (name.Length > ProductShape.NameMax)
            faults.Add(CatalogReasons.NameTooLong.With(("max", ProductShape.NameMax)));
        var price = Price(cell, GoodsField.Price, faults);
        if (price is null && cell(GoodsField.Price).Length == 0)
            faults.Add(CatalogReasons.PriceMissing);
        var row = new GoodsRow
        {
            Number = number,
            Name = name,
            Price = price ?? Money.Zero,
            Barcodes = Barcodes(cell(GoodsField.Barcode), faults, warnings),
            Code = Code(cell(GoodsField.Code), faults),
            CategoryPath = Path(cell(GoodsField.Category), faults),
            Brand = Text(cell(GoodsField.Brand), GoodsField.Brand, 40, faults),
            Spec = Text(cell(GoodsField.Spec), GoodsField.Spec, 80, faults),
            Unit = Text(cell(GoodsField.Unit), GoodsField.Unit, 10, faults),
            MemberPrice = Price(cell, GoodsField.MemberPrice, faults),
            Cost = Price(cell, GoodsField.Cost, faults),
            LowestPrice = Price(cell, GoodsField.LowestPrice, faults),
            Origin = Text(cell(GoodsField.Origin), GoodsField.Origin, 40, faults),
            Stock = Stock(cell(GoodsField.Stock), faults),
            Remark = Text(cell(GoodsField.Remark), GoodsField.Remark, 500, faults),
        };
        if (price is not null && ProductShape.CheckPrices(row.Price, row.MemberPrice, row.LowestPrice) is { } wrong)
            faults.Add(wrong);
        return new(number, faults.Count == 0 ? row : null, faults, warnings);
    }

    private static Money? Price(Func<GoodsField, string> cell, GoodsField field, List<Refusal> faults)
    {
        var text = cell(field);
        if (text.Length == 0)
            return null;
        if (MoneyText.TryParse(text, out var money) && !money.IsNegative)
            return money;
        faults.Add(
            CatalogReasons.AmountUnreadable.With(("field", CatalogReasons.FieldName(field)), ("text", Short(text)))
        );
        return null;
    }

    private static IReadOnlyList<string> Barcodes(string text, List<Refusal> faults, List<Refusal> warnings)
    {
        var barcodes = Barcode.Several(text);
        foreach (var barcode in barcodes)
            if (!Barcode.IsValid(barcode))
                faults.Add(CatalogReasons.BarcodeUnreadable.With(("barcode", Short(barcode))));
            else if (!Barcode.CheckDigitFits(barcode))
                warnings.Add(CatalogReasons.CheckDigitWrong.With(("barcode", barcode)));
        if (barcodes.Count > ProductShape.BarcodesMax)
            faults.Add(CatalogReasons.TooManyBarcodes.With(("max", ProductShape.BarcodesMax)));
        return barcodes;
    }

    private static string? Code(string text, List<Refusal> faults)
    {
        var code = Barcode.Clean(text);
        if (code.Length == 0)
            return null;
        if (!ProductShape.IsCode(code))
            faults.Add(CatalogReasons.CodeInvalid.With(("code", Short(code))));
        return code;
    }

    private static List<string> Path(string text, List<Refusal> faults)
    {
        var path = text.Split(
                ['/', '>', '\\', '／', '＞'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
            .ToList();
        if (path.Count > CategoryDepthMax || path.Exists(p => p.Length > 30))
            faults.Add(CatalogReasons.CategoryUnreadable.With(("text", Short(text))));
        return path;
    }

    private static string? Text(string text, GoodsField field, int max, List<Refusal> faults)
    {
        if (text.Length > max)
            faults.Add(CatalogReasons.TextTooLong.With(("field", CatalogReasons.FieldName(field)), ("max", max)));
        return text.Length == 0 ? null : text;
    }

    private static Quantity? Stock(string text, List<Refusal> faults)
    {
        if (text.Length == 0)
            return null;
        if (QuantityText.TryParse(text, out var quantity))
            return quantity;
        faults.Add(CatalogReasons.StockUnreadable.With(("text", Short(text))));
        return null;
    }

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
