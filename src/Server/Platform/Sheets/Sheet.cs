using System.Globalization;

namespace Shuke.Server.Platform.Sheets;

public enum SheetFormat
{
    Csv,
    Xlsx,
}

/// <summary>How much is read at most; beyond it the whole file is refused.</summary>
/// <param name="BytesMax">size of the file</param>
/// <param name="RowsMax">rows below the header, blank ones included</param>
/// <param name="ColumnsMax">columns in any row</param>
/// <param name="CellCharsMax">characters in one cell</param>
/// <param name="InflatedBytesMax">size of an .xlsx when unpacked</param>
public sealed record SheetLimits(long BytesMax, int RowsMax, int ColumnsMax, int CellCharsMax, long InflatedBytesMax)
{
    public static readonly SheetLimits Goods = new(20L << 20, 100_000, 100, 10_000, 200L << 20);
}

/// <summary>One row; the number is the one Excel shows at its left. Cells are trimmed; missing ones are empty.</summary>
public sealed record SheetRow(int Number, string[] Cells)
{
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";
}

/// <summary>A cell that could not be read; the importer counts its row as wrong. Column counts from 0.</summary>
public sealed record CellFault(int Row, int Column, Refusal Refusal);

/// <summary>A table as text: the first row that is not blank names the columns, the others are data.</summary>
public sealed record Sheet(
    SheetFormat Format,
    string[] Headers,
    IReadOnlyList<SheetRow> Rows,
    IReadOnlyList<CellFault> Faults
)
{
    /// <summary>What Excel calls a cell: column 0 in row 3 is A3.</summary>
    public static string CellName(int row, int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>Collects rows on their way in and holds the limits; shared by both formats.</summary>
internal sealed class SheetBuilder(SheetFormat format, SheetLimits limits)
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n', '\u00A0', '\u3000', '\uFEFF', '\u200B'];

    private readonly List<SheetRow> _rows = [];

    public List<CellFault> Faults { get; } = [];

    /// <summary>Takes the next row; the refusal when it breaks a limit.</summary>
    public Refusal? Add(int number, List<string> cells)
    {
        if (number > limits.RowsMax + 1)
            return cells.TrueForAll(c => c.AsSpan().Trim(Blanks).IsEmpty) ? null : TooManyRows(limits);
        for (var i = 0; i < cells.Count; i++)
        {
            cells[i] = Clean(cells[i]);
            if (cells[i].Length > limits.CellCharsMax)
                return SheetReasons.CellTooLong.With(("cell", Sheet.CellName(number, i)), ("max", limits.CellCharsMax));
        }
        var used = cells.FindLastIndex(c => c.Length > 0) + 1;
        if (used > limits.ColumnsMax)
            return TooManyColumns(number, limits);
        if (used > 0)
            _rows.Add(new(number, [.. cells.Take(used)]));
        return null;
    }

    public Outcome<Sheet> Build() =>
        _rows.Count < 2 ? SheetReasons.FileEmpty : new Sheet(format, _rows[0].Cells, _rows[1..], Faults);

    public static Refusal TooManyRows(SheetLimits limits) => SheetReasons.TooManyRows.With(("max", limits.RowsMax));

    public static Refusal TooManyColumns(int row, SheetLimits limits) =>
        SheetReasons.TooManyColumns.With(("row", row), ("max", limits.ColumnsMax));

    // ="0012" keeps a barcode from becoming a number in Excel, and '+86 is how our own export disarms formulas: both
    // are undone, so that what was exported can be imported again.
    private static string Clean(string cell)
    {
        var text = cell.AsSpan().Trim(Blanks);
        if (text.Length > 3 && text.StartsWith("=\"", StringComparison.Ordinal) && text[^1] == '"')
            text = text[2..^1].Trim(Blanks);
        else if (text.Length > 1 && text[0] == '\'' && CsvSheetWriter.IsDangerous(text[1..]))
            text = text[1..];
        return text.Length == cell.Length ? cell : text.ToString();
    }
}
