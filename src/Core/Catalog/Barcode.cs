namespace Shuke.Core.Catalog;

/// <summary>Barcodes as scanners, spreadsheets and people give them.</summary>
public static class Barcode
{
    public const int LengthMax = 40;

    /// <summary>Half width, without blanks; upper case, because scanners of letters send it so.</summary>
    public static string Clean(string text) =>
        string.Concat(
            text.Select(Narrow)
                .Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\uFEFF' or '\u200B'))
                .Select(char.ToUpperInvariant)
        );

    /// <summary>One cell may hold several barcodes, parted by comma, semicolon, slash or bar; each is told once.</summary>
    public static IReadOnlyList<string> Several(string text) =>
        [
            .. text.Split([',', ';', '、', '/', '|', '，', '；'], StringSplitOptions.RemoveEmptyEntries)
                .Select(Clean)
                .Where(b => b.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>ASCII letters, digits, dot and dash, at most 40 of them; <paramref name="barcode"/> is clean.</summary>
    public static bool IsValid(string barcode) =>
        barcode.Length is > 0 and <= LengthMax && barcode.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');

    /// <summary>
    /// False for 8 or 13 digits whose last is not the EAN check digit. Codes of other lengths carry none; shops print
    /// their own, so a wrong one is worth a warning and no more.
    /// </summary>
    public static bool CheckDigitFits(string barcode)
    {
        if (barcode.Length is not (8 or 13) || !barcode.All(char.IsAsciiDigit))
            return true;
        var sum = 0;
        for (var i = 1; i <= barcode.Length; i++)
            sum += (barcode[^i] - '0') * (i % 2 == 0 ? 3 : 1);
        return sum % 10 == 0;
    }

    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
}
