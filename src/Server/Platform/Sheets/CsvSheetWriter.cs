using System.Buffers;
using System.Globalization;
using System.Text;

namespace Shuke.Server.Platform.Sheets;

/// <summary>CSV by RFC 4180 with a byte order mark, without which Excel shows Chinese as noise.</summary>
public sealed class CsvSheetWriter : SheetWriter
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n;\t'");
    private readonly StreamWriter _to;

    public CsvSheetWriter(Stream to, IReadOnlyList<SheetColumn> columns)
    {
        _to = new(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true);
        Row([.. columns.Select(c => (SheetCell)c.Title)]);
    }

    /// <summary>Whether a spreadsheet would run this text as a formula: =, +, -, @ and what may hide one.</summary>
    public static bool IsDangerous(ReadOnlySpan<char> text) =>
        text.Length > 0
        && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\0' or '＝' or '＋' or '－' or '＠';

    public override void Row(params ReadOnlySpan<SheetCell> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                _to.Write(',');
            if (cells[i].Kind == CellKind.Date)
                _to.Write(cells[i].Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            else if (cells[i].Kind == CellKind.Text)
                WriteText(cells[i].Text ?? "");
            else
                _to.Write(cells[i].Text);
        }
        _to.Write("\r\n");
    }

    public override void Dispose() => _to.Dispose();

    private void WriteText(string text)
    {
        if (IsDangerous(text))
            text = "'" + text;
        if (text.AsSpan().IndexOfAny(NeedsQuotes) < 0)
        {
            _to.Write(text);
            return;
        }
        _to.Write('"');
        _to.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        _to.Write('"');
    }
}
