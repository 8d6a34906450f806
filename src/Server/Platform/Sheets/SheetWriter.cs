using System.Globalization;

namespace Shuke.Server.Platform.Sheets;

/// <summary>A column of an export: its title and its width in characters.</summary>
public sealed record SheetColumn(string Title, int Width = 16);

public enum CellKind
{
    Text,
    Number,
    Money,
    Date,
}

/// <summary>
/// A cell of an export. Numbers are kept as their exact digits. Text stays text, so that barcodes and phone numbers
/// keep their zeros.
/// </summary>
public readonly record struct SheetCell(CellKind Kind, string? Text, DateOnly Date = default)
{
    public static implicit operator SheetCell(string? text) => new(CellKind.Text, text);

    public static implicit operator SheetCell(long number) =>
        new(CellKind.Number, number.ToString(CultureInfo.InvariantCulture));

    public static implicit operator SheetCell(Money money) => new(CellKind.Money, money.ToString());

    public static implicit operator SheetCell(Quantity quantity) => new(CellKind.Number, quantity.ToString());

    public static implicit operator SheetCell(Points points) => points.Value;

    public static implicit operator SheetCell(DateOnly date) => new(CellKind.Date, null, date);
}

/// <summary>
/// Writes a table row by row, without keeping it. Dispose finishes the file and leaves the stream open. It writes
/// synchronously: give it a file or memory, not the response body.
/// </summary>
public abstract class SheetWriter : IDisposable
{
    public static SheetWriter Create(SheetFormat format, Stream to, IReadOnlyList<SheetColumn> columns) =>
        format switch
        {
            SheetFormat.Csv => new CsvSheetWriter(to, columns),
            SheetFormat.Xlsx => new XlsxSheetWriter(to, columns),
        };

    public static string ContentType(SheetFormat format) =>
        format switch
        {
            SheetFormat.Csv => "text/csv; charset=utf-8",
            SheetFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        };

    public abstract void Row(params ReadOnlySpan<SheetCell> cells);

    public abstract void Dispose();
}
