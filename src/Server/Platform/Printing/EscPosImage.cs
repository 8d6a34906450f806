using System.Globalization;
using System.Text;
using QRCoder;

namespace Shuke.Server.Platform.Printing;

/// <summary>
/// The virtual printer: draws ESC/POS bytes as SVG, 12 x 24 dots to a half-width character as on paper. It knows only
/// the bytes, so the preview shows what the printer will get and not what we meant.
/// </summary>
public static class EscPosImage
{
    public const string ContentType = "image/svg+xml";

    private const int ColumnDots = 12;
    private const int LineDots = 30;
    private const int Margin = 16;

    public static string Svg(ReadOnlySpan<byte> bytes, Paper paper)
    {
        var columns = (int)paper;
        var width = columns * ColumnDots;
        var body = new StringBuilder();
        var y = Margin;
        foreach (var item in EscPosReader.Read(bytes))
            y += item switch
            {
                Printed.Line line => Text(body, line, columns, y),
                Printed.Qr qr => Code(body, qr, width, y),
                Printed.Barcode barcode => Bars(body, barcode, width, y),
                Printed.Cut => Cut(body, width, y),
                _ => 0,
            };
        var (w, h) = (width + 2 * Margin, y + Margin);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" font-size="24" font-family="'Noto Sans Mono CJK SC','Sarasa Mono SC',NSimSun,monospace" fill="#111"><rect width="{w}" height="{h}" fill="#fff"/>
            {body}</svg>
            """
        );
    }

    // A printer breaks the line where the paper ends, and so do we.
    private static int Text(StringBuilder body, Printed.Line line, int columns, int y)
    {
        var (scaleX, scaleY) = (line.IsWide ? 2 : 1, line.IsTall ? 2 : 1);
        var height = LineDots * scaleY;
        var rows = ReceiptLayout.Wrap(line.Text, columns / scaleX);
        for (var i = 0; i < rows.Count; i++)
        {
            var room = columns / scaleX - ReceiptLayout.Width(rows[i]);
            var shift = line.Align switch
            {
                Align.Left => 0,
                Align.Center => room / 2,
                Align.Right => room,
            };
            var left = Margin + shift * ColumnDots * scaleX;
            var bold = line.IsBold ? " font-weight=\"700\"" : "";
            if (!string.IsNullOrWhiteSpace(rows[i]))
                body.Append(
                    CultureInfo.InvariantCulture,
                    $"""<text transform="translate({left} {y + i * height}) scale({scaleX} {scaleY})" y="23"{bold}{Glyphs(rows[i])}</text>{"\n"}"""
                );
        }
        return height * rows.Count;
    }

    // Every character gets its own x, so that the columns hold whatever font the browser has. Blanks draw nothing.
    private static string Glyphs(string row)
    {
        var xs = new StringBuilder();
        var text = new StringBuilder();
        var x = 0;
        foreach (var c in row)
        {
            if (c != ' ')
            {
                xs.Append(xs.Length == 0 ? "" : " ").Append(x);
                text.Append(
                    c switch
                    {
                        '<' => "&lt;",
                        '>' => "&gt;",
                        '&' => "&amp;",
                        _ => c.ToString(),
                    }
                );
            }
            x += ReceiptLayout.Width(c) * ColumnDots;
        }
        return $" x=\"{xs}\">{text}";
    }

    private static int Code(StringBuilder body, Printed.Qr qr, int width, int y)
    {
        // A printer refuses what no QR code can hold; only strange bytes ask for it.
        if (qr.Content.Length == 0 || Encoding.UTF8.GetByteCount(qr.Content) > 2_000)
            return 0;
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(qr.Content, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var matrix = data.ModuleMatrix;
        var side = matrix.Count * qr.ModuleDots;
        var room = width - side;
        var left =
            Margin
            + (
                qr.Align switch
                {
                    Align.Left => 0,
                    Align.Center => room / 2,
                    Align.Right => room,
                }
            );
        body.Append(
            CultureInfo.InvariantCulture,
            $"""<path shape-rendering="crispEdges" transform="translate({left} {y}) scale({qr.ModuleDots})" d=" """
        );
        for (var row = 0; row < matrix.Count; row++)
        for (var column = 0; column < matrix[row].Count; column++)
            if (matrix[row][column])
                body.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
        body.Append("\"/>\n");
        return side;
    }

    // The bars themselves are the printer's business; the preview shows their place and what they say.
    private static int Bars(StringBuilder body, Printed.Barcode barcode, int width, int y)
    {
        var text = barcode.Content;
        var room = width / ColumnDots - text.Length;
        var shift = barcode.Align switch
        {
            Align.Left => 0,
            Align.Center => room / 2,
            Align.Right => room,
        };
        body.Append(
            CultureInfo.InvariantCulture,
            $"""<rect x="{Margin + width / 8}" y="{y}" width="{width * 3 / 4}" height="64" fill="none" stroke="#111" stroke-dasharray="4 4"/><text x="{Margin + width / 2}" y="{y + 40}" text-anchor="middle">CODE128</text>{"\n"}"""
        );
        return 64
            + Text(
                body,
                new(new string(' ', Math.Max(0, shift)) + text, Align.Left, false, false, false),
                width / ColumnDots,
                y + 64
            );
    }

    private static int Cut(StringBuilder body, int width, int y)
    {
        body.Append(
            CultureInfo.InvariantCulture,
            $"""<path d="M0 {y + 15}h{width + 2 * Margin}" stroke="#999" stroke-dasharray="8 6"/>{"\n"}"""
        );
        return LineDots;
    }
}
