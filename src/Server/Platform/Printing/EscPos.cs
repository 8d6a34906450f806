using System.Text;

namespace Shuke.Server.Platform.Printing;

/// <summary>
/// Receipts as ESC/POS, the language nearly all receipt printers speak, and back to text. Only commands that Epson and
/// its Chinese followers share are used.
/// </summary>
public static class EscPos
{
    private const byte Esc = 0x1B;
    private const byte Fs = 0x1C;
    private const byte Gs = 0x1D;
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static byte[] Bytes(Receipt receipt)
    {
        using var to = new MemoryStream();
        to.Write([Esc, (byte)'@', Fs, (byte)'&']);
        foreach (var part in receipt.Parts)
            Write(to, part, (int)receipt.Paper);
        return to.ToArray();
    }

    /// <summary>The printed lines without trailing blanks; codes, cut and drawer as [QR ...], [BARCODE ...], [CUT], [DRAWER].</summary>
    public static string ToText(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var item in EscPosReader.Read(bytes))
            text.Append(
                    item switch
                    {
                        Printed.Line line => line.Text.TrimEnd(' '),
                        Printed.Qr qr => $"[QR {qr.Content}]",
                        Printed.Barcode barcode => $"[BARCODE {barcode.Content}]",
                        Printed.Cut => "[CUT]",
                        Printed.Drawer => "[DRAWER]",
                        _ => throw new InvalidOperationException($"Unknown print {item.GetType().Name}"),
                    }
                )
                .Append('\n');
        return text.ToString();
    }

    private static void Write(MemoryStream to, ReceiptPart part, int columns)
    {
        switch (part)
        {
            case ReceiptPart.Text t:
                var room = Columns(columns, t.Size);
                var lines = ReceiptLayout.Wrap(ReceiptLayout.Printable(t.Content), room);
                Lines(to, lines.Select(l => ReceiptLayout.Pad(l, room, t.Align)), t.IsBold, t.Size);
                break;
            case ReceiptPart.Pair p:
                var (left, right) = (ReceiptLayout.Printable(p.Left), ReceiptLayout.Printable(p.Right));
                Lines(to, ReceiptLayout.Pair(left, right, Columns(columns, p.Size)), p.IsBold, p.Size);
                break;
            case ReceiptPart.Columns c:
                Lines(to, ReceiptLayout.Columns(c.Cells), c.IsBold, TextSize.Normal);
                break;
            case ReceiptPart.Divider d:
                var mark = ReceiptLayout.Printable(d.Mark.ToString());
                var line = string.Concat(Enumerable.Repeat(mark, columns / ReceiptLayout.Width(mark)));
                Lines(to, [line], isBold: false, TextSize.Normal);
                break;
            case ReceiptPart.Feed f:
                to.Write([Esc, (byte)'d', (byte)f.Lines]);
                break;
            case ReceiptPart.Qr q:
                WriteQr(to, q);
                break;
            case ReceiptPart.Barcode b:
                WriteBarcode(to, b.Content);
                break;
            case ReceiptPart.Cut:
                // Feeds the paper past the blade, then cuts all but a corner.
                to.Write([Gs, (byte)'V', 66, 0]);
                break;
            case ReceiptPart.KickDrawer:
                // Pin 2, 50 ms on, 500 ms off.
                to.Write([Esc, (byte)'p', 0, 25, 250]);
                break;
        }
    }

    private static int Columns(int columns, TextSize size) => size == TextSize.Large ? columns / 2 : columns;

    private static void Lines(MemoryStream to, IEnumerable<string> lines, bool isBold, TextSize size)
    {
        // GS ! sizes ASCII everywhere but Chinese on some printers only, FS ! does the Chinese on the others.
        var (all, chinese) = size switch
        {
            TextSize.Tall => ((byte)0x01, (byte)0x08),
            TextSize.Large => ((byte)0x11, (byte)0x0C),
            TextSize.Normal => ((byte)0, (byte)0),
        };
        if (isBold)
            to.Write([Esc, (byte)'E', 1]);
        if (size != TextSize.Normal)
            to.Write([Gs, (byte)'!', all, Fs, (byte)'!', chinese]);
        foreach (var line in lines)
        {
            to.Write(Gb18030.GetBytes(line.TrimEnd(' ')));
            to.WriteByte((byte)'\n');
        }
        if (size != TextSize.Normal)
            to.Write([Gs, (byte)'!', 0, Fs, (byte)'!', 0]);
        if (isBold)
            to.Write([Esc, (byte)'E', 0]);
    }

    private static void WriteQr(MemoryStream to, ReceiptPart.Qr qr)
    {
        var data = Encoding.UTF8.GetBytes(qr.Content);
        var length = data.Length + 3;
        Centre(to, true);
        to.Write([Gs, (byte)'(', (byte)'k', 4, 0, 0x31, 0x41, 0x32, 0]); // model 2
        to.Write([Gs, (byte)'(', (byte)'k', 3, 0, 0x31, 0x43, (byte)qr.ModuleDots]);
        to.Write([Gs, (byte)'(', (byte)'k', 3, 0, 0x31, 0x45, 0x31]); // error correction M
        to.Write([Gs, (byte)'(', (byte)'k', (byte)(length & 0xFF), (byte)(length >> 8), 0x31, 0x50, 0x30]);
        to.Write(data);
        to.Write([Gs, (byte)'(', (byte)'k', 3, 0, 0x31, 0x51, 0x30]); // print
        Centre(to, false);
    }

    private static void WriteBarcode(MemoryStream to, string content)
    {
        // Code set C packs two digits into one bar group, so a long ticket number still fits 58 mm.
        var packed = content.Length % 2 == 0 && content.All(char.IsAsciiDigit);
        var data = packed
            ? Enumerable
                .Range(0, content.Length / 2)
                .Select(i => (byte)((content[2 * i] - '0') * 10 + content[2 * i + 1] - '0'))
                .ToArray()
            : Encoding.ASCII.GetBytes(content);
        Centre(to, true);
        to.Write([Gs, (byte)'h', 64, Gs, (byte)'w', 2, Gs, (byte)'H', 2]);
        to.Write([Gs, (byte)'k', 73, (byte)(data.Length + 2), (byte)'{', (byte)(packed ? 'C' : 'B')]);
        to.Write(data);
        Centre(to, false);
    }

    private static void Centre(MemoryStream to, bool on) => to.Write([Esc, (byte)'a', (byte)(on ? 1 : 0)]);
}
