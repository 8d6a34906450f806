using System.Text.RegularExpressions;

namespace Shuke.Core;

/// <summary>Mobile numbers of the mainland: normalised, sealed at rest, masked on screens.</summary>
public static partial class Phones
{
    /// <summary>Digits only, without +86 and separators; null when it is no mobile number.</summary>
    public static string? Normalize(string text)
    {
        var digits = new string([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '(' or ')'))]);
        if (digits.StartsWith("+86", StringComparison.Ordinal))
            digits = digits[3..];
        return Mobile().IsMatch(digits) ? digits : null;
    }

    /// <summary>138****1234</summary>
    public static string Mask(string phone) => phone.Length == 11 ? $"{phone[..3]}****{phone[7..]}" : "****";

    [GeneratedRegex("^1[0-9]{10}$", RegexOptions.None, 1000)]
    private static partial Regex Mobile();
}
