using System.IO.Compression;
using System.Text;
using Shuke.Server.Platform.Sheets;

namespace Shuke.Server.Tests.Sheets;

/// <summary>Files as other programs write them, for the tests.</summary>
internal static class SheetFiles
{
    public static Outcome<Sheet> Read(byte[] file, string name = "商品.csv", SheetLimits? limits = null)
    {
        using var stream = new MemoryStream(file);
        return SheetReader.Read(stream, name, limits ?? SheetLimits.Goods);
    }

    public static Outcome<Sheet> ReadText(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static Outcome<Sheet> ReadXlsx(string rows, string sharedStrings = "", SheetLimits? limits = null) =>
        Read(Xlsx($"<sheetData>{rows}</sheetData>", sharedStrings), "商品.xlsx", limits);

    /// <summary>Styles: 0 plain, 1 date, 2 a code of 13 digits, 3 money.</summary>
    public static byte[] Xlsx(string sheet, string sharedStrings = "")
    {
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string relations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
        return Zip(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            (
                "xl/workbook.xml",
                $"<workbook {main} xmlns:r=\"{office}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"<Relationships {relations}><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
            ("xl/sharedStrings.xml", $"<sst {main}>{sharedStrings}</sst>"),
            (
                "xl/styles.xml",
                $"<styleSheet {main}><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0000000000000\"/></numFmts><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf numFmtId=\"2\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            ),
            ("xl/worksheets/sheet1.xml", $"<worksheet {main}>{sheet}</worksheet>")
        );
    }

    public static byte[] Zip(params (string Path, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(path, CompressionLevel.Optimal).Open());
                part.Write(text);
            }
        return file.ToArray();
    }
}
