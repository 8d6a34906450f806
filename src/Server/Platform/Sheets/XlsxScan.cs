using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Shuke.Server.Platform.Sheets;

/// <summary>
/// A first pass over the XML of the first sheet: how far the data reach, which formulas have no stored result, which
/// cells hold an error. Sheets often claim a million formatted but empty rows; this finds the last that says something.
/// </summary>
internal sealed class XlsxScan
{
    private const int FaultsMax = 1_000;
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private int _row;
    private int _column;

    public int LastRow { get; private set; }
    public int LastColumn { get; private set; } = -1;
    public List<CellFault> Faults { get; } = [];
    public Refusal? Refusal { get; private set; }

    public static XlsxScan FirstSheet(ZipArchive zip, SheetLimits limits)
    {
        var scan = new XlsxScan();
        using var stream = (zip.GetEntry(PathOfFirstSheet(zip)) ?? throw new InvalidDataException("No sheet.")).Open();
        using var xml = XmlReader.Create(stream);
        while (scan.Refusal is null && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
                scan.BeginRow(xml);
            else if (xml.LocalName == "c")
                scan.Cell(xml, limits);
        }
        return scan;
    }

    private void BeginRow(XmlReader xml)
    {
        _row = xml.GetAttribute("r") is { } r
            ? int.Parse(r, NumberStyles.None, CultureInfo.InvariantCulture)
            : _row + 1;
        _column = -1;
    }

    private void Cell(XmlReader xml, SheetLimits limits)
    {
        _column = xml.GetAttribute("r") is { } name ? Column(name) : _column + 1;
        var type = xml.GetAttribute("t");
        if (xml.IsEmptyElement)
            return;
        var (depth, element, hasFormula) = (xml.Depth, "", false);
        string? value = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                element = xml.LocalName;
                hasFormula |= element == "f";
                // A formula whose result is the empty text does have a result.
                value ??= element == "v" && type == "str" ? "" : null;
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace && element is "v" or "t")
                value = xml.Value;
        }
        Note(hasFormula, type == "e", value, limits);
    }

    private void Note(bool hasFormula, bool isError, string? value, SheetLimits limits)
    {
        if (value is null && !hasFormula)
            return;
        if (_row > limits.RowsMax + 1)
            Refusal = SheetBuilder.TooManyRows(limits);
        else if (_column >= limits.ColumnsMax)
            Refusal = SheetBuilder.TooManyColumns(_row, limits);
        LastRow = Math.Max(LastRow, _row);
        LastColumn = Math.Max(LastColumn, _column);
        var cell = ("cell", (object?)Sheet.CellName(_row, _column));
        if (Faults.Count >= FaultsMax)
            return;
        if (isError)
            Faults.Add(new(_row, _column, SheetReasons.CellHasError.With(cell, ("error", value))));
        else if (value is null)
            Faults.Add(new(_row, _column, SheetReasons.FormulaWithoutValue.With(cell)));
    }

    private static int Column(string name)
    {
        var column = 0;
        foreach (var c in name)
            if (char.IsAsciiLetterUpper(c))
                column = column * 26 + (c - 'A' + 1);
        return column - 1;
    }

    private static string PathOfFirstSheet(ZipArchive zip)
    {
        var id = Attribute(zip, "xl/workbook.xml", "sheet", x => x.GetAttribute("id", Relations));
        var target = Attribute(
            zip,
            "xl/_rels/workbook.xml.rels",
            "Relationship",
            x => x.GetAttribute("Id") == id ? x.GetAttribute("Target") : null
        );
        return target is null ? throw new InvalidDataException("No sheet.")
            : target.StartsWith('/') ? target[1..]
            : "xl/" + target;
    }

    private static string? Attribute(ZipArchive zip, string path, string element, Func<XmlReader, string?> pick)
    {
        using var stream = (zip.GetEntry(path) ?? throw new InvalidDataException(path)).Open();
        using var xml = XmlReader.Create(stream);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element && pick(xml) is { } found)
                return found;
        return null;
    }
}
