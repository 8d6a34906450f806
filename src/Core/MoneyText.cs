namespace Shuke.Core;

/// <summary>Reads amounts of money as people and spreadsheets write them.</summary>
public static class MoneyText
{
    /// <summary>
    /// Reads "3.80", "¥3.80", "3,800.00", "3.8元", "-12" and full-width forms of them as yuan, exactly. Thousands are
    /// grouped by three or not at all. More than two decimals are refused unless the rest are zeros (3.8000 is 3.80).
    /// </summary>
    public static bool TryParse(string? text, out Money money)
    {
        money = Money.Zero;
        var digits = Plain(Narrow(text), out var negative);
        var dot = digits.IndexOf('.');
        var whole = dot < 0 ? digits : digits[..dot];
        var fraction = dot < 0 ? default : digits[(dot + 1)..];
        if (dot >= 0 && fraction.IsEmpty || !TryWhole(whole, out var yuan) || !TryFraction(fraction, out var fen))
            return false;

        var total = yuan * 100 + fen;
        if (total > Money.FenMax)
            return false;
        money = new(negative ? -total : total);
        return true;
    }

    private static ReadOnlySpan<char> Narrow(string? text) =>
        (text ?? "").Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c).ToArray().AsSpan().Trim();

    // Takes sign, currency and unit off: "-¥3.80" and "¥-3.80" are both written.
    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> text, out bool negative)
    {
        negative = TakeSign(ref text);
        if (
            text.StartsWith("RMB", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("CNY", StringComparison.OrdinalIgnoreCase)
        )
            text = text[3..].TrimStart();
        else if (text.Length > 0 && text[0] is '¥' or '\uFFE5')
            text = text[1..].TrimStart();
        else if (text.EndsWith("元", StringComparison.Ordinal) || text.EndsWith("圆", StringComparison.Ordinal))
            text = text[..^1].TrimEnd();
        if (!negative)
            negative = TakeSign(ref text);
        return text;
    }

    private static bool TakeSign(ref ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[0] is not ('-' or '\u2212'))
            return false;
        text = text[1..].TrimStart();
        return true;
    }

    private static bool TryWhole(ReadOnlySpan<char> whole, out long yuan)
    {
        yuan = 0;
        var grouped = whole.Contains(',');
        if (whole.IsEmpty || grouped && (whole[0] == ',' || whole.Length > 19))
            return false;
        for (var i = 0; i < whole.Length; i++)
        {
            // Counted from the right, every fourth character of a grouped number is a comma, and no other.
            if (grouped && (whole.Length - i) % 4 == 0)
            {
                if (whole[i] != ',')
                    return false;
            }
            else if (!char.IsAsciiDigit(whole[i]) || yuan > Money.FenMax)
                return false;
            else
                yuan = yuan * 10 + (whole[i] - '0');
        }
        return yuan <= Money.FenMax;
    }

    private static bool TryFraction(ReadOnlySpan<char> fraction, out long fen)
    {
        fen = 0;
        for (var i = 0; i < fraction.Length; i++)
        {
            if (!char.IsAsciiDigit(fraction[i]) || i >= 2 && fraction[i] != '0')
                return false;
            if (i < 2)
                fen += (fraction[i] - '0') * (i == 0 ? 10 : 1);
        }
        return true;
    }
}
