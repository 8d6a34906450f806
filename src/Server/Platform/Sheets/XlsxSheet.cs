using System.Globalization;
using System.IO.Compression;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Shuke.Server.Platform.Sheets;

/// <summary>The first sheet of an .xlsx. ExcelDataReader gives the values, XlsxScan what it does not tell.</summary>
internal static class XlsxSheet
{
    // Spreadsheets shrink ten- to fiftyfold; what grows more than this when unpacked was made to.
    private const int RatioMax = 300;
    private const int EntriesMax = 2_000;

    // ExcelDataReader asks for code page 1252 even where it does not need it.
    static XlsxSheet() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    public static Outcome<Sheet> Parse(MemoryStream file, string fileName, SheetLimits limits)
    {
        try
        {
            XlsxScan scan;
            using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (zip.GetEntry("xl/workbook.xml") is null)
                    return SheetReasons.FileNotATable.With(("file", fileName));
                if (ExpandsTooMuch(zip, file.Length, limits))
                    return SheetReasons.FileExpandsTooMuch;
                scan = XlsxScan.FirstSheet(zip, limits);
            }
            if (scan.Refusal is { } refusal)
                return refusal;
            file.Position = 0;
            return Rows(file, scan, limits);
        }
        // Everything a damaged file makes the parsers throw; running out of memory or a bug of ours is not among it.
        catch (Exception e)
            when (e
                    is ExcelReaderException
                        or InvalidDataException
                        or System.Xml.XmlException
                        or FormatException
                        or OverflowException
                        or IOException
                        or ArgumentException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or NullReferenceException
                        or IndexOutOfRangeException
            )
        {
            return SheetReasons.XlsxBroken;
        }
    }

    // The sizes are those the archive declares; ZipArchive never unpacks more of an entry than it declares.
    private static bool ExpandsTooMuch(ZipArchive zip, long packed, SheetLimits limits)
    {
        if (zip.Entries.Count > EntriesMax)
            return true;
        long total = 0;
        foreach (var entry in zip.Entries)
            if (
                entry.Length < 0
                || entry.Length > limits.InflatedBytesMax
                || (total += entry.Length) > limits.InflatedBytesMax
            )
                return true;
        return total > 1 << 20 && total / RatioMax > packed;
    }

    private static Outcome<Sheet> Rows(MemoryStream file, XlsxScan scan, SheetLimits limits)
    {
        var builder = new SheetBuilder(SheetFormat.Xlsx, limits);
        builder.Faults.AddRange(scan.Faults);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(
            file,
            new ExcelReaderConfiguration { LeaveOpen = true }
        );
        var cells = new List<string>();
        for (var row = 1; row <= scan.LastRow && reader.Read(); row++)
        {
            cells.Clear();
            var columns = Math.Min(reader.FieldCount, scan.LastColumn + 1);
            for (var column = 0; column < columns; column++)
                cells.Add(Text(reader, row, column, builder.Faults));
            if (builder.Add(row, cells) is { } refusal)
                return refusal;
        }
        return builder.Build();
    }

    private static string Text(IExcelDataReader reader, int row, int column, List<CellFault> faults)
    {
        switch (reader.GetValue(column))
        {
            case null:
                return "";
            case string text:
                return text;
            case double number:
                if (Math.Abs(number) >= 1e15)
                {
                    var cell = Sheet.CellName(row, column);
                    faults.Add(new(row, column, SheetReasons.NumberLostDigits.With(("cell", cell))));
                }
                return Padded(Number(number), reader.GetNumberFormatString(column));
            case DateTime moment:
                var format = moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss";
                return moment.ToString(format, CultureInfo.InvariantCulture);
            case bool truth:
                return truth ? "TRUE" : "FALSE";
            case var other:
                return Convert.ToString(other, CultureInfo.InvariantCulture) ?? "";
        }
    }

    // A decimal made from a double keeps 15 significant digits, just what Excel itself shows: 1.1 * 3 is 3.3 in both.
    private static string Number(double number) =>
        Math.Abs(number) is < 1e15 and > 1e-12 or 0
            ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    // The number format 0000000 is how Excel users keep the leading zeros of a code.
    private static string Padded(string number, string? format) =>
        format is { Length: > 1 } && format.All(c => c == '0') && number.All(char.IsAsciiDigit)
            ? number.PadLeft(format.Length, '0')
            : number;
}
