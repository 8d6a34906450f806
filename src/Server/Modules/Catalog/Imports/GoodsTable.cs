using Shuke.Core.Catalog;
using Shuke.Server.Platform.Sheets;

namespace Shuke.Server.Modules.Catalog;

/// <summary>A table of goods as people keep it: what its columns are called, and what its rows say.</summary>
internal static class GoodsTable
{
    public const int PreviewRows = 20;

    private static readonly WantedField[] Wanted =
    [
        Field(
            GoodsField.Name,
            null,
            "商品名称",
            "商品名",
            "品名",
            "名称",
            "货品名称",
            "name",
            "product name",
            "product",
            "item"
        ),
        Field(
            GoodsField.Barcode,
            Looks.LikeBarcode,
            "条码",
            "商品条码",
            "条形码",
            "国条码",
            "barcode",
            "ean",
            "upc"
        ) with
        {
            IsTelling = true,
        },
        Field(
            GoodsField.Price,
            Looks.LikeMoney,
            "售价",
            "零售价",
            "销售价",
            "销售价格",
            "标准售价",
            "单价",
            "价格",
            "price",
            "retail price"
        ),
        Field(
            GoodsField.Cost,
            Looks.LikeMoney,
            "进价",
            "进货价",
            "成本",
            "成本价",
            "采购价",
            "cost",
            "cost price",
            "purchase price"
        ),
        Field(GoodsField.MemberPrice, Looks.LikeMoney, "会员价", "会员价格", "vip价", "member price"),
        Field(GoodsField.LowestPrice, Looks.LikeMoney, "最低价", "最低售价", "lowest price", "minimum price"),
        Field(
            GoodsField.Code,
            null,
            "编号",
            "编码",
            "商品编码",
            "商品编号",
            "货号",
            "自编码",
            "plu",
            "code",
            "sku",
            "item code"
        ),
        Field(GoodsField.Category, null, "分类", "商品分类", "类别", "品类", "类目", "category"),
        Field(GoodsField.Brand, null, "品牌", "brand"),
        Field(GoodsField.Spec, null, "规格", "规格型号", "specification", "spec"),
        Field(GoodsField.Unit, null, "单位", "计量单位", "unit"),
        Field(GoodsField.Origin, null, "产地", "origin"),
        Field(GoodsField.Stock, null, "库存", "库存数量", "现有库存", "库存量", "数量", "stock", "qty", "quantity"),
        Field(GoodsField.Remark, null, "备注", "说明", "remark", "note", "notes"),
    ];

    public static Dictionary<GoodsField, int> Guess(Sheet sheet) =>
        ColumnMatch
            .Guess(sheet.Headers, [.. sheet.Rows.Take(50)], Wanted)
            .ToDictionary(g => Names.Parse<GoodsField>(g.Key), g => g.Value.Column);

    /// <summary>Why this mapping cannot be worked with: name and price are needed, and no column is two things.</summary>
    public static Refusal? Check(IReadOnlyDictionary<GoodsField, int> mapping, int columns)
    {
        foreach (var field in (GoodsField[])[GoodsField.Name, GoodsField.Price])
            if (!mapping.ContainsKey(field))
                return GoodsReasons.ColumnMissing.With(("field", CatalogReasons.FieldName(field)));
        foreach (var column in mapping.Values)
            if (column < 0 || column >= columns)
                return GoodsReasons.ColumnUnknown.With(("column", column + 1L));
        var twice = mapping.GroupBy(m => m.Value).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? null : GoodsReasons.ColumnTwice.With(("column", twice.Key + 1));
    }

    /// <summary>Every row of the table, read; a cell that could not be read (a formula without a value) is its row's fault.</summary>
    public static IReadOnlyList<GoodsRowRead> Rows(Sheet sheet, IReadOnlyDictionary<GoodsField, int> mapping)
    {
        var faults = sheet.Faults.Where(f => mapping.Values.Contains(f.Column)).ToLookup(f => f.Row, f => f.Refusal);
        var rows = new List<GoodsRowRead>(sheet.Rows.Count);
        foreach (var row in sheet.Rows)
        {
            var read = GoodsRowReader.Read(row.Number, f => mapping.TryGetValue(f, out var column) ? row[column] : "");
            rows.Add(faults.Contains(row.Number) ? read with { Row = null, Faults = [.. faults[row.Number]] } : read);
        }
        return rows;
    }

    public static ImportPreview PreviewOf(Sheet sheet)
    {
        var columns = Math.Max(sheet.Headers.Length, sheet.Rows.Max(r => r.Cells.Length));
        return new(
            [
                .. Enumerable
                    .Range(0, columns)
                    .Select(c => new ImportColumn(
                        c,
                        c < sheet.Headers.Length ? sheet.Headers[c] : "",
                        Example(sheet, c)
                    )),
            ],
            [.. sheet.Rows.Take(PreviewRows).Select(r => new ImportPreviewRow(r.Number, [.. r.Cells.Select(Short)]))]
        );
    }

    private static string Example(Sheet sheet, int column) =>
        Short(sheet.Rows.Select(r => r[column]).FirstOrDefault(v => v.Length > 0) ?? "");

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static WantedField Field(GoodsField field, Func<string, bool>? looks, params string[] synonyms) =>
        new(Names.Of(field), synonyms, looks);
}

/// <summary>A column of the uploaded table: its place from 0, its title and its first value.</summary>
public sealed record ImportColumn(int Index, string Title, string Example);

public sealed record ImportPreviewRow(int Number, IReadOnlyList<string> Cells);

/// <summary>What is shown of an uploaded table without reading it again.</summary>
public sealed record ImportPreview(IReadOnlyList<ImportColumn> Columns, IReadOnlyList<ImportPreviewRow> Rows);
