using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Shuke.Server.Platform.Sheets;

/// <summary>A one-sheet .xlsx: bold frozen header, money as 0.00, dates as dates, text as text (never a formula).</summary>
public sealed class XlsxSheetWriter : SheetWriter
{
    /// <summary>What Excel opens at most, header included.</summary>
    public const int RowsMax = 1_048_576;

    private const int CellCharsMax = 32_767;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    private readonly ZipArchive _zip;
    private readonly StreamWriter _sheet;
    private int _rows;

    public XlsxSheetWriter(Stream to, IReadOnlyList<SheetColumn> columns)
    {
        _zip = new(to, ZipArchiveMode.Create, leaveOpen: true);
        Part(
            "[Content_Types].xml",
            $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/></Types>
            """
        );
        Part(
            "_rels/.rels",
            $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """
        );
        Part(
            "xl/workbook.xml",
            $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>
            """
        );
        Part(
            "xl/_rels/workbook.xml.rels",
            $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """
        );
        Part("xl/styles.xml", Styles);
        _sheet = Open("xl/worksheets/sheet1.xml");
        Begin(columns);
    }

    // Cell styles by index: 0 plain, 1 header (bold), 2 money (0.00 is built-in format 2), 3 date.
    private const string Styles = $"""
        <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="2" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    public override void Row(params ReadOnlySpan<SheetCell> cells)
    {
        BeginRow();
        foreach (var cell in cells)
            Write(cell, style: 0);
        _sheet.Write("</row>");
    }

    public override void Dispose()
    {
        _sheet.Write("</sheetData></worksheet>");
        _sheet.Dispose();
        _zip.Dispose();
    }

    private void Begin(IReadOnlyList<SheetColumn> columns)
    {
        _sheet.Write(
            $"""<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"""
        );
        for (var i = 0; i < columns.Count; i++)
            _sheet.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""<col min="{i + 1}" max="{i + 1}" width="{columns[i].Width}" customWidth="1"/>"""
                )
            );
        _sheet.Write("</cols><sheetData>");
        BeginRow();
        foreach (var column in columns)
            Write(column.Title, style: 1);
        _sheet.Write("</row>");
    }

    private void BeginRow()
    {
        if (++_rows > RowsMax)
            throw new InvalidOperationException("An .xlsx sheet holds 1,048,576 rows; export as CSV or in parts.");
        _sheet.Write("<row>");
    }

    private void Write(SheetCell cell, int style)
    {
        if (cell.Kind == CellKind.Date)
        {
            _sheet.Write("<c s=\"3\"><v>");
            _sheet.Write(cell.Date.DayNumber - DayZero.DayNumber);
            _sheet.Write("</v></c>");
        }
        else if (cell.Kind != CellKind.Text && IsExactInExcel(cell.Text!))
        {
            _sheet.Write(cell.Kind == CellKind.Money ? "<c s=\"2\"><v>" : "<c><v>");
            _sheet.Write(cell.Text);
            _sheet.Write("</v></c>");
        }
        else if (string.IsNullOrEmpty(cell.Text))
            _sheet.Write("<c/>");
        else
        {
            _sheet.Write(
                style == 1
                    ? "<c s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                    : "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">"
            );
            WriteEscaped(cell.Text);
            _sheet.Write("</t></is></c>");
        }
    }

    // Excel keeps 15 digits; a longer number is written as text rather than changed.
    private static bool IsExactInExcel(string number) => number.AsSpan().TrimStart('-').Length <= 15;

    private void WriteEscaped(string text)
    {
        for (var i = 0; i < Math.Min(text.Length, CellCharsMax); i++)
        {
            var c = text[i];
            if (c is '<' or '>' or '&')
                _sheet.Write(
                    c == '<' ? "&lt;"
                    : c == '>' ? "&gt;"
                    : "&amp;"
                );
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                _sheet.Write(c);
                _sheet.Write(text[++i]);
            }
            else
                _sheet.Write(
                    c < ' ' && c is not ('\t' or '\n') || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF'
                        ? '\uFFFD'
                        : c
                );
        }
    }

    private void Part(string path, string xml)
    {
        using var part = Open(path);
        part.Write(xml);
    }

    private StreamWriter Open(string path)
    {
        var writer = new StreamWriter(
            _zip.CreateEntry(path, CompressionLevel.Fastest).Open(),
            new UTF8Encoding(false),
            1 << 16
        );
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write('\n');
        return writer;
    }
}
