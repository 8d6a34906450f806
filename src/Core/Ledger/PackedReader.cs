using System.Globalization;

namespace Shuke.Core.Ledger;

/// <summary>
/// Reads a packed text of the ledger, strictly: only what our own writers spell is read, so a text that reads is a text that
/// was written here.
/// </summary>
/// <param name="what">for the message when it does not read, e.g. "the entries of posting"; the number of which follows it</param>
internal ref struct PackedReader(string text, string what, long of)
{
    private ReadOnlySpan<char> _rest = text;

    public bool Takes(char c)
    {
        if (_rest.IsEmpty || _rest[0] != c)
            return false;
        _rest = _rest[1..];
        return true;
    }

    public void Take(char c)
    {
        if (!Takes(c))
            throw Unreadable();
    }

    /// <summary>A number and the character that follows it.</summary>
    public long Number(char then)
    {
        var number = Number();
        Take(then);
        return number;
    }

    public long Number()
    {
        var length = _rest.IndexOfAny(',', ']');
        if (
            length <= 0
            || !long.TryParse(
                _rest[..length],
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
            || !IsPlain(_rest[..length])
        )
            throw Unreadable();
        _rest = _rest[length..];
        return number;
    }

    /// <summary>A quoted word and the character that follows it.</summary>
    public string Word(char then)
    {
        Take('"');
        var length = _rest.IndexOf('"');
        if (length < 0)
            throw Unreadable();
        var word = _rest[..length];
        if (word.Contains('\\'))
            throw Unreadable();
        _rest = _rest[(length + 1)..];
        Take(then);
        return word.ToString();
    }

    public readonly void End()
    {
        if (!_rest.IsEmpty)
            throw Unreadable();
    }

    public readonly FormatException Unreadable() => new($"{what} {of} are not as they were written");

    /// <summary>As a number is written: no plus sign, no zeros in front, no minus zero.</summary>
    private static bool IsPlain(ReadOnlySpan<char> number) =>
        number[0] == '-'
            ? number[1] is >= '1' and <= '9'
            : number[0] != '+' && (number[0] != '0' || number.Length == 1);
}
