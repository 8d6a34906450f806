namespace Shuke.Server.Platform.Printing;

/// <summary>Paper by the half-width characters on a line: 58 mm takes 32, 80 mm takes 48. A Chinese character takes two.</summary>
public enum Paper
{
    Mm58 = 32,
    Mm80 = 48,
}

public enum Align
{
    Left,
    Center,
    Right,
}

public enum TextSize
{
    Normal,

    /// <summary>Twice as high, as wide as normal.</summary>
    Tall,

    /// <summary>Twice as high and twice as wide: half as many characters on a line.</summary>
    Large,
}

/// <summary>One cell of a line in columns; the width counts half-width characters.</summary>
public readonly record struct ReceiptColumn(string Text, int Width, Align Align = Align.Left);

/// <summary>A piece of a receipt, top to bottom.</summary>
public abstract record ReceiptPart
{
    public sealed record Text(string Content, Align Align, bool IsBold, TextSize Size) : ReceiptPart;

    public sealed record Pair(string Left, string Right, bool IsBold, TextSize Size) : ReceiptPart;

    public sealed record Columns(ReceiptColumn[] Cells, bool IsBold) : ReceiptPart;

    public sealed record Divider(char Mark) : ReceiptPart;

    public sealed record Feed(int Lines) : ReceiptPart;

    public sealed record Qr(string Content, int ModuleDots) : ReceiptPart;

    public sealed record Barcode(string Content) : ReceiptPart;

    public sealed record Cut : ReceiptPart;

    public sealed record KickDrawer : ReceiptPart;
}

/// <summary>What is to be printed, without a word on how: built line by line, then given to EscPos.</summary>
public sealed class Receipt(Paper paper)
{
    private readonly List<ReceiptPart> _parts = [];

    public Paper Paper => paper;

    public IReadOnlyList<ReceiptPart> Parts => _parts;

    /// <summary>Text that wraps; line breaks in it are kept.</summary>
    public Receipt Text(string text, Align align = Align.Left, bool bold = false, TextSize size = TextSize.Normal) =>
        Add(new ReceiptPart.Text(text, align, bold, size));

    /// <summary>Left text and right text on one line: 应收 ......... 58.70. A long left text wraps beside the right one.</summary>
    public Receipt Pair(string left, string right, bool bold = false, TextSize size = TextSize.Normal) =>
        Add(new ReceiptPart.Pair(left, right, bold, size));

    /// <summary>A line of a table; long cells wrap within their column. Widths beyond the paper are a bug and throw.</summary>
    public Receipt Columns(ReceiptColumn[] cells, bool bold = false)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cells.Sum(c => c.Width), (int)paper, nameof(cells));
        return Add(new ReceiptPart.Columns(cells, bold));
    }

    public Receipt Divider(char mark = '-') => Add(new ReceiptPart.Divider(mark));

    public Receipt Feed(int lines = 1) => Add(new ReceiptPart.Feed(Math.Clamp(lines, 1, 20)));

    /// <summary>A QR code, centred; at most 1,000 bytes of UTF-8, so that it fits the paper.</summary>
    public Receipt Qr(string content, int moduleDots = 6)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            System.Text.Encoding.UTF8.GetByteCount(content),
            1_000,
            nameof(content)
        );
        return Add(new ReceiptPart.Qr(content, Math.Clamp(moduleDots, 1, 16)));
    }

    /// <summary>A CODE128 barcode with its text below, centred; 1 to 40 printable ASCII characters.</summary>
    public Receipt Barcode(string content)
    {
        if (content.Length is 0 or > 40 || content.Any(c => c is < ' ' or > '~' or '{'))
            throw new ArgumentException("A barcode holds 1 to 40 printable ASCII characters.", nameof(content));
        return Add(new ReceiptPart.Barcode(content));
    }

    public Receipt Cut() => Add(new ReceiptPart.Cut());

    public Receipt KickDrawer() => Add(new ReceiptPart.KickDrawer());

    private Receipt Add(ReceiptPart part)
    {
        _parts.Add(part);
        return this;
    }
}
