namespace Shuke.Core.Catalog;

/// <summary>Reads quantities as people and spreadsheets write them.</summary>
public static class QuantityText
{
    /// <summary>Reads "100", "1,000", "-2", "3.5" and full-width forms, exactly, down to thousandths.</summary>
    public static bool TryParse(string text, out Quantity quantity)
    {
        quantity = Quantity.Zero;
        var plain = Barcode.Clean(text).Replace(",", "", StringComparison.Ordinal).AsSpan();
        var negative = plain.StartsWith("-", StringComparison.Ordinal);
        if (negative)
            plain = plain[1..];
        var dot = plain.IndexOf('.');
        var whole = dot < 0 ? plain : plain[..dot];
        var fraction = dot < 0 ? default : plain[(dot + 1)..].TrimEnd('0');
        if (whole.Length is 0 or > 7 || fraction.Length > 3 || !AllDigits(whole) || !AllDigits(fraction))
            return false;
        long milli = 0;
        foreach (var c in whole)
            milli = milli * 10 + (c - '0');
        for (var i = 0; i < 3; i++)
            milli = milli * 10 + (i < fraction.Length ? fraction[i] - '0' : 0);
        if (milli > Quantity.MilliMax)
            return false;
        quantity = new(negative ? -milli : milli);
        return true;
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
