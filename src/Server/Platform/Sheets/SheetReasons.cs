namespace Shuke.Server.Platform.Sheets;

/// <summary>Why a table cannot be read, or one of its cells.</summary>
public static class SheetReasons
{
    public static readonly Reason FileTooLarge = new(
        "file_too_large",
        RefusalKind.TooLarge,
        "文件超过 {max} MB，请拆成几个文件再导入。",
        "The file is larger than {max} MB. Split it and import the parts."
    );

    public static readonly Reason FileEmpty = new(
        "file_empty",
        RefusalKind.Rule,
        "文件里没有数据。第一行应为列名，从第二行起是数据。",
        "The file has no data. The first row holds the column names, the data begin in the second."
    );

    public static readonly Reason FileNotATable = new(
        "file_not_a_table",
        RefusalKind.Rule,
        "“{file}”不是表格文件。请用 Excel 打开，另存为 .xlsx 或 CSV 后再导入。",
        "“{file}” is not a table. Open it in Excel, save it as .xlsx or CSV and import that."
    );

    public static readonly Reason XlsNotSupported = new(
        "xls_not_supported",
        RefusalKind.Rule,
        "“{file}”是旧版 Excel（.xls）格式。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
        "“{file}” is an old Excel file (.xls). Open it in Excel or WPS, save it as .xlsx and import that."
    );

    public static readonly Reason FileEncrypted = new(
        "file_encrypted",
        RefusalKind.Rule,
        "“{file}”设有打开密码。请去掉密码后再导入。",
        "“{file}” is protected by a password. Remove the password and import it again."
    );

    public static readonly Reason EncodingUnknown = new(
        "encoding_unknown",
        RefusalKind.Rule,
        "看不懂这个文件的文字编码。请另存为 UTF-8 编码的 CSV，或存为 .xlsx。",
        "The text encoding of this file is unknown. Save it as CSV in UTF-8, or as .xlsx."
    );

    public static readonly Reason CsvBrokenQuote = new(
        "csv_broken_quote",
        RefusalKind.Rule,
        "第 {row} 行的双引号没有成对，从这里起无法分清各列。请改好后再导入。",
        "A double quote in row {row} has no partner, so the columns from there on are unclear. Correct it and try again."
    );

    public static readonly Reason XlsxBroken = new(
        "xlsx_broken",
        RefusalKind.Rule,
        "Excel 文件已损坏，无法读取。请用 Excel 打开，另存一份后再导入。",
        "The Excel file is damaged. Open it in Excel, save a fresh copy and import that."
    );

    public static readonly Reason FileExpandsTooMuch = new(
        "file_expands_too_much",
        RefusalKind.TooLarge,
        "文件解压后过大，已拒绝读取。请删去多余的内容或拆成几个文件。",
        "The file grows too large when unpacked and was not read. Remove what is not needed or split it."
    );

    public static readonly Reason TooManyRows = new(
        "too_many_rows",
        RefusalKind.TooLarge,
        "数据超过 {max} 行，请拆成几个文件再导入。",
        "The table has more than {max} rows. Split it and import the parts."
    );

    public static readonly Reason TooManyColumns = new(
        "too_many_columns",
        RefusalKind.TooLarge,
        "第 {row} 行超过 {max} 列，请删去用不到的列。",
        "Row {row} has more than {max} columns. Remove those that are not needed."
    );

    public static readonly Reason CellTooLong = new(
        "cell_too_long",
        RefusalKind.TooLarge,
        "单元格 {cell} 的文字超过 {max} 个字符。",
        "The text in cell {cell} is longer than {max} characters."
    );

    /// <summary>Told for one cell: the rest of the table is read.</summary>
    public static readonly Reason FormulaWithoutValue = new(
        "formula_without_value",
        RefusalKind.Rule,
        "单元格 {cell} 是没有结果的公式。请用 Excel 打开并保存一次，或改成数值。",
        "Cell {cell} is a formula without a result. Open and save the file in Excel, or enter the value."
    );

    /// <summary>Told for one cell: the rest of the table is read.</summary>
    public static readonly Reason CellHasError = new(
        "cell_has_error",
        RefusalKind.Rule,
        "单元格 {cell} 是错误值 {error}。",
        "Cell {cell} holds the error {error}."
    );

    /// <summary>Told for one cell: Excel keeps 15 digits of a number, so a long card number has already been changed.</summary>
    public static readonly Reason NumberLostDigits = new(
        "number_lost_digits",
        RefusalKind.Rule,
        "单元格 {cell} 的数字超过 15 位，Excel 已丢失末尾的数字。请把该列设为文本后重新填写。",
        "Cell {cell} has more than 15 digits, and Excel has lost the last ones. Format the column as text and enter it again."
    );
}
