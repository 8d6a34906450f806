using System.Globalization;
using System.Text;

namespace Shuke.Server.Platform.Printing;

/// <summary>What a printer would have put on paper, or done.</summary>
public abstract record Printed
{
    public sealed record Line(string Text, Align Align, bool IsBold, bool IsWide, bool IsTall) : Printed;

    public sealed record Qr(string Content, int ModuleDots, Align Align) : Printed;

    public sealed record Barcode(string Content, Align Align) : Printed;

    public sealed record Cut : Printed;

    public sealed record Drawer : Printed;
}

/// <summary>Reads ESC/POS as a printer does; what a receipt never uses is skipped. It never throws on strange bytes.</summary>
public sealed class EscPosReader
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private readonly List<Printed> _printed = [];
    private readonly List<byte> _line = [];
    private Align _align;
    private bool _bold;
    private byte _size;
    private int _moduleDots = 3;
    private string _qr = "";

    public static IReadOnlyList<Printed> Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new EscPosReader();
        while (!bytes.IsEmpty)
            bytes = bytes[Math.Min(bytes.Length, reader.Take(bytes))..];
        if (reader._line.Count > 0)
            reader.EndLine();
        return reader._printed;
    }

    // Takes one command or character; answers how many bytes it was.
    private int Take(ReadOnlySpan<byte> bytes)
    {
        switch (bytes)
        {
            case [0x0A, ..]:
                EndLine();
                return 1;
            case [0x1B, var command, .. var rest]:
                return 2 + Escape(command, rest);
            case [0x1C, var command, ..]:
                return 2
                    + (
                        command switch
                        {
                            (byte)'!' or (byte)'-' or (byte)'W' => 1,
                            (byte)'S' => 2,
                            _ => 0,
                        }
                    );
            case [0x1D, var command, .. var rest]:
                return 2 + Group(command, rest);
            case [>= 0x81 and <= 0xFE, >= 0x40, ..]:
                _line.AddRange(bytes[..2]);
                return 2;
            case [>= 0x20 and < 0x7F, ..]:
                _line.Add(bytes[0]);
                return 1;
            default:
                return 1;
        }
    }

    private int Escape(byte command, ReadOnlySpan<byte> rest)
    {
        var n = rest.IsEmpty ? (byte)0 : rest[0];
        switch ((char)command)
        {
            case '@':
                (_align, _bold, _size) = (Align.Left, false, 0);
                return 0;
            case 'a':
                _align = (Align)(n % 3);
                return 1;
            case 'E' or 'G':
                _bold = (n & 1) == 1;
                return 1;
            case 'd':
                if (_line.Count > 0)
                    EndLine();
                for (var i = 0; i < n; i++)
                    EndLine();
                return 1;
            case 'p':
                _printed.Add(new Printed.Drawer());
                return 3;
            case '!' or 'J' or 'M' or '-' or '3' or 't' or 'R' or '{' or 'V':
                return 1;
            default:
                return 0;
        }
    }

    private int Group(byte command, ReadOnlySpan<byte> rest)
    {
        switch ((char)command)
        {
            case '!':
                _size = rest.IsEmpty ? (byte)0 : rest[0];
                return 1;
            case 'V':
                _printed.Add(new Printed.Cut());
                return rest is [65 or 66, ..] ? 2 : 1;
            case 'k':
                return Barcode(rest);
            case '(':
                return Function(rest);
            case 'h' or 'w' or 'H' or 'f' or 'B':
                return 1;
            default:
                return 0;
        }
    }

    private int Barcode(ReadOnlySpan<byte> rest)
    {
        if (rest is not [73, var length, .. var data] || data.Length < length || length < 2)
            return rest.IsEmpty ? 0 : 1;
        data = data[..length];
        var content = new StringBuilder();
        foreach (var value in data[2..])
            content.Append(
                data[1] == 'C' ? value.ToString("00", CultureInfo.InvariantCulture)
                : value is >= 0x20 and < 0x7F ? (char)value
                : '?'
            );
        _printed.Add(new Printed.Barcode(content.ToString(), _align));
        return 2 + length;
    }

    // GS ( k pL pH cn fn ...: of the two-dimensional codes only QR (cn 0x31) is known.
    private int Function(ReadOnlySpan<byte> rest)
    {
        if (rest is not [_, var low, var high, .. var data])
            return rest.Length;
        var length = Math.Min(low + high * 256, data.Length);
        switch (data[..length])
        {
            case [0x31, 0x43, var dots, ..]:
                _moduleDots = Math.Clamp((int)dots, 1, 16);
                break;
            case [0x31, 0x50, _, .. var content]:
                _qr = Encoding.UTF8.GetString(content);
                break;
            case [0x31, 0x51, ..]:
                _printed.Add(new Printed.Qr(_qr, _moduleDots, _align));
                break;
        }
        return 3 + length;
    }

    private void EndLine()
    {
        var text = Gb18030.GetString([.. _line]);
        _line.Clear();
        _printed.Add(new Printed.Line(text, _align, _bold, IsWide: (_size & 0x70) != 0, IsTall: (_size & 0x07) != 0));
    }
}
