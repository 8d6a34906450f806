using System.Text;

namespace Shuke.Server.Platform.Sheets;

/// <summary>
/// Delimited text as Excel, WPS and other tills write it: any of three delimiters, UTF-8, UTF-16 or GB18030. It is read
/// by hand because a quote without a partner must stop the import with its row, not swallow the rest of the file.
/// </summary>
internal static class CsvSheet
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(
        bigEndian: false,
        byteOrderMark: false,
        throwOnInvalidBytes: true
    );
    private static readonly Encoding Utf16Big = new UnicodeEncoding(
        bigEndian: true,
        byteOrderMark: false,
        throwOnInvalidBytes: true
    );

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030",
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    public static Outcome<Sheet> Parse(ReadOnlySpan<byte> bytes, string fileName, SheetLimits limits)
    {
        if (Decode(bytes, fileName).No(out var text, out var unreadable))
            return unreadable;
        var start = text.TrimStart();
        if (
            start.StartsWith('<')
            || start.StartsWith("%PDF", StringComparison.Ordinal)
            || start.StartsWith("{\\rtf", StringComparison.Ordinal)
        )
            return SheetReasons.FileNotATable.With(("file", fileName));
        return Rows(text, limits);
    }

    private static Outcome<string> Decode(ReadOnlySpan<byte> bytes, string fileName)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Try(Utf8, bytes[3..]),
            [0xFF, 0xFE, ..] => Try(Utf16, bytes[2..]),
            [0xFE, 0xFF, ..] => Try(Utf16Big, bytes[2..]),
            _ when bytes.Contains((byte)0) => "\0",
            _ => Try(Utf8, bytes) ?? Try(Gb18030, bytes),
        };
        if (text is null)
            return SheetReasons.EncodingUnknown;
        foreach (var c in text)
        {
            if (c < ' ' && c is not ('\t' or '\r' or '\n'))
                return SheetReasons.FileNotATable.With(("file", fileName));
            // Other encodings often pass for GB18030, but then land where no characters are defined.
            if (c is >= '\uE000' and <= '\uF8FF')
                return SheetReasons.EncodingUnknown;
        }
        return text;
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Outcome<Sheet> Rows(string text, SheetLimits limits)
    {
        var builder = new SheetBuilder(SheetFormat.Csv, limits);
        var delimiter = Delimiter(text, out var at);
        var cells = new List<string>();
        for (var row = 1; at < text.Length; row++)
        {
            cells.Clear();
            if (!TakeRow(text, ref at, delimiter, cells))
                return SheetReasons.CsvBrokenQuote.With(("row", row));
            if (builder.Add(row, cells) is { } refusal)
                return refusal;
        }
        return builder.Build();
    }

    // Reads one record and moves past its line end; false when a quoted cell is not closed as it should be. A quote
    // inside an unquoted cell (5" pizza) is just a character.
    private static bool TakeRow(string text, ref int at, char delimiter, List<string> cells)
    {
        while (true)
        {
            if (at < text.Length && text[at] == '"')
            {
                if (!TakeQuoted(text, ref at, delimiter, cells))
                    return false;
            }
            else
            {
                var length = text.AsSpan(at).IndexOfAny(delimiter, '\r', '\n');
                var end = length < 0 ? text.Length : at + length;
                cells.Add(text[at..end]);
                at = end;
            }
            if (at >= text.Length)
                return true;
            if (text[at] == delimiter)
            {
                at++;
                continue;
            }
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            return true;
        }
    }

    private static bool TakeQuoted(string text, ref int at, char delimiter, List<string> cells)
    {
        var cell = new StringBuilder();
        while (true)
        {
            var close = text.IndexOf('"', at + 1);
            if (close < 0)
                return false;
            cell.Append(text, at + 1, close - at - 1);
            at = close + 1;
            if (at < text.Length && text[at] == '"')
            {
                cell.Append('"');
                continue;
            }
            // Blanks after the closing quote come from careless writers and do no harm.
            while (at < text.Length && text[at] == ' ')
                at++;
            cells.Add(cell.ToString());
            return at >= text.Length || text[at] == delimiter || text[at] is '\r' or '\n';
        }
    }

    // The delimiter that occurs most often in the first line that is not blank; Excel's own "sep=;" line wins.
    private static char Delimiter(string text, out int dataStart)
    {
        dataStart = 0;
        if (text.Length > 4 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            dataStart = text.IndexOf('\n') + 1;
            return text[4];
        }
        var quoted = false;
        int commas = 0,
            semicolons = 0,
            tabs = 0;
        foreach (var c in text.AsSpan().TrimStart("\r\n"))
        {
            if (c is '\r' or '\n' && !quoted)
                break;
            quoted ^= c == '"';
            commas += c == ',' && !quoted ? 1 : 0;
            semicolons += c == ';' && !quoted ? 1 : 0;
            tabs += c == '\t' && !quoted ? 1 : 0;
        }
        if (tabs > 0 && tabs >= commas && tabs >= semicolons)
            return '\t';
        return semicolons > commas ? ';' : ',';
    }
}
