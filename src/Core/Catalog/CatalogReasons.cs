namespace Shuke.Core.Catalog;

/// <summary>What can be wrong with a product or a row of a goods table.</summary>
public static class CatalogReasons
{
    public static readonly Reason NameMissing = new(
        "goods_name_missing",
        RefusalKind.Rule,
        "没有填商品名称。",
        "The product has no name."
    );
    public static readonly Reason NameTooLong = new(
        "goods_name_too_long",
        RefusalKind.Rule,
        "商品名称超过 {max} 个字。",
        "The name is longer than {max} characters."
    );
    public static readonly Reason PriceMissing = new(
        "goods_price_missing",
        RefusalKind.Rule,
        "没有填售价。",
        "The price is missing."
    );
    public static readonly Reason PriceOutOfRange = new(
        "goods_price_out_of_range",
        RefusalKind.Rule,
        "价格不能为负数,也不能超过 10 亿元。",
        "A price is neither negative nor above a billion yuan."
    );
    public static readonly Reason AmountUnreadable = new(
        "goods_amount_unreadable",
        RefusalKind.Rule,
        "{field}“{text}”不是金额,请写成 3.80 这样。",
        "{field} “{text}” is no amount; write it like 3.80."
    );
    public static readonly Reason StockUnreadable = new(
        "goods_stock_unreadable",
        RefusalKind.Rule,
        "库存“{text}”不是数字。",
        "The stock “{text}” is no number."
    );
    public static readonly Reason TextTooLong = new(
        "goods_text_too_long",
        RefusalKind.Rule,
        "{field}超过 {max} 个字。",
        "{field} is longer than {max} characters."
    );
    public static readonly Reason BarcodeUnreadable = new(
        "barcode_unreadable",
        RefusalKind.Rule,
        "条码“{barcode}”只能是字母和数字,最多 40 位。",
        "The barcode “{barcode}” may hold only letters and digits, at most 40."
    );
    public static readonly Reason TooManyBarcodes = new(
        "barcodes_too_many",
        RefusalKind.Rule,
        "一个商品最多 {max} 个条码。",
        "A product has at most {max} barcodes."
    );
    public static readonly Reason CodeInvalid = new(
        "goods_code_invalid",
        RefusalKind.Rule,
        "编号“{code}”只能是字母和数字,最多 20 位。",
        "The code “{code}” may hold only letters and digits, at most 20."
    );
    public static readonly Reason CodeTaken = new(
        "goods_code_taken",
        RefusalKind.Conflict,
        "编号 {code} 已经是“{name}”的了,请换一个。",
        "The code {code} belongs to “{name}” already; choose another."
    );
    public static readonly Reason CategoryUnreadable = new(
        "category_unreadable",
        RefusalKind.Rule,
        "分类“{text}”太深或太长:最多 4 层,每层 30 个字。",
        "The category “{text}” is too deep or too long: at most 4 levels of 30 characters."
    );
    public static readonly Reason MemberPriceAbovePrice = new(
        "member_price_above_price",
        RefusalKind.Rule,
        "会员价 {member:money} 高于售价 {price:money}。",
        "The member price {member:money} is above the price {price:money}."
    );
    public static readonly Reason LowestPriceAbovePrice = new(
        "lowest_price_above_price",
        RefusalKind.Rule,
        "最低价 {lowest:money} 高于售价 {price:money}。",
        "The lowest price {lowest:money} is above the price {price:money}."
    );

    /// <summary>A warning: the row is imported.</summary>
    public static readonly Reason CheckDigitWrong = new(
        "barcode_check_digit",
        RefusalKind.Rule,
        "条码 {barcode} 的校验位不对,可能抄错了一位。",
        "The check digit of {barcode} is wrong; a digit may be mistyped."
    );

    public static readonly Reason SkippedByChoice = new(
        "goods_row_skipped",
        RefusalKind.Rule,
        "与“{name}”重复,按您的选择跳过。",
        "The same as “{name}”; skipped as you chose."
    );
    public static readonly Reason RepeatsRow = new(
        "goods_row_repeats",
        RefusalKind.Rule,
        "与第 {row} 行是同一个商品,没有重复更新。",
        "The same product as row {row}; it was not updated twice."
    );
    public static readonly Reason NoMatchByName = new(
        "goods_update_ambiguous",
        RefusalKind.Rule,
        "有 {count} 个商品用这个条码,但没有一个叫这个名称,不知道该更新哪个。",
        "{count} products share this barcode and none has this name, so it is unclear which to update."
    );
    public static readonly Reason NotDecided = new(
        "goods_row_undecided",
        RefusalKind.Rule,
        "“{key}”在导入期间出现了重复,请把这一行重新导入。",
        "A duplicate of “{key}” appeared during the import; import this row again."
    );

    public static Phrase FieldName(GoodsField field)
    {
        var (zh, en) = field switch
        {
            GoodsField.Name => ("名称", "Name"),
            GoodsField.Price => ("售价", "Price"),
            GoodsField.Barcode => ("条码", "Barcode"),
            GoodsField.Code => ("编号", "Code"),
            GoodsField.Category => ("分类", "Category"),
            GoodsField.Brand => ("品牌", "Brand"),
            GoodsField.Spec => ("规格", "Specification"),
            GoodsField.Unit => ("单位", "Unit"),
            GoodsField.MemberPrice => ("会员价", "Member price"),
            GoodsField.Cost => ("进价", "Cost"),
            GoodsField.LowestPrice => ("最低价", "Lowest price"),
            GoodsField.Origin => ("产地", "Origin"),
            GoodsField.Stock => ("库存", "Stock"),
            GoodsField.Remark => ("备注", "Remark"),
        };
        return new("goods_field", zh, en);
    }
}
