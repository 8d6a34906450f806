using System.Text;

namespace Shuke.Server.Platform.Printing;

/// <summary>Text on the grid of a receipt printer: ASCII takes one column, everything else two.</summary>
public static class ReceiptLayout
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static int Width(char c) => c < '\u0080' ? 1 : 2;

    public static int Width(string text) => text.Sum(Width);

    /// <summary>
    /// The text with every character the printer's font lacks as '?': printers hold the two-byte part of GB18030, not
    /// emoji nor rare characters. The half-width ¥ is not in it, the full-width one is. Control characters become blanks.
    /// </summary>
    public static string Printable(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            result.Append(
                c switch
                {
                    '\n' => c,
                    '\t' or '\u00A0' => ' ',
                    '¥' => '￥',
                    < ' ' or '\u007F' => ' ',
                    < '\u007F' => c,
                    _ => IsInFont(c) ? c : '?',
                }
            );
        }
        return result.ToString();
    }

    /// <summary>The lines of a text within so many columns; a wide character is never split. Empty text is one line.</summary>
    public static List<string> Wrap(string text, int columns)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Replace("\r", "", StringComparison.Ordinal).Split('\n'))
        {
            var (start, used) = (0, 0);
            for (var i = 0; i < paragraph.Length; i++)
            {
                var width = Width(paragraph[i]);
                if (used + width > columns && i > start)
                {
                    lines.Add(paragraph[start..i]);
                    (start, used) = (i, 0);
                }
                used += width;
            }
            lines.Add(paragraph[start..]);
        }
        return lines;
    }

    public static string Pad(string text, int columns, Align align)
    {
        var gap = Math.Max(0, columns - Width(text));
        return align switch
        {
            Align.Left => text + new string(' ', gap),
            Align.Center => new string(' ', gap / 2) + text + new string(' ', gap - gap / 2),
            Align.Right => new string(' ', gap) + text,
        };
    }

    /// <summary>Left and right text with at least one blank between; the right text stands on the last line.</summary>
    public static IEnumerable<string> Pair(string left, string right, int columns)
    {
        var rightWidth = Width(right);
        // A right text of more than two thirds leaves no room beside it.
        if (rightWidth * 3 > columns * 2)
            return Wrap(left, columns).Concat(Wrap(right, columns).Select(l => Pad(l, columns, Align.Right)));
        var lines = Wrap(left, columns - rightWidth - 1);
        lines[^1] = Pad(lines[^1], columns - rightWidth, Align.Left) + right;
        return lines;
    }

    public static IEnumerable<string> Columns(IReadOnlyList<ReceiptColumn> cells)
    {
        var wrapped = cells.Select(c => Wrap(Printable(c.Text), Math.Max(2, c.Width))).ToList();
        for (var line = 0; line < wrapped.Max(w => w.Count); line++)
        {
            var text = new StringBuilder();
            for (var i = 0; i < cells.Count; i++)
                text.Append(Pad(line < wrapped[i].Count ? wrapped[i][line] : "", cells[i].Width, cells[i].Align));
            yield return text.ToString();
        }
    }

    private static bool IsInFont(char c)
    {
        Span<byte> bytes = stackalloc byte[8];
        return !char.IsSurrogate(c) && c is not (>= '\uE000' and <= '\uF8FF') && Gb18030.GetBytes([c], bytes) == 2;
    }
}
