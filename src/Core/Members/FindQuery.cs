using System.Globalization;
using Shuke.Core.Names;

namespace Shuke.Core.Members;

/// <summary>
/// What was typed, swiped or scanned into the find box, read in every way it can be meant. A field that is null means
/// "not that"; several may be set, because eleven digits may be a phone and a card.
/// </summary>
public sealed record FindQuery(string? Phone, string? Tail, string? Card, long? Number, string? Code, string? Prefix)
{
    public static FindQuery Read(string typed)
    {
        var folded = Pinyin.Fold(typed);
        if (folded.Length == 0)
            return new(null, null, null, null, null, null);
        var card = CardNumbers.Normalize(folded);
        var digits = folded.Replace("-", "", StringComparison.Ordinal);
        if (digits.StartsWith("+86", StringComparison.Ordinal))
            digits = digits[3..];
        var allDigits = digits.All(char.IsAsciiDigit);
        return new(
            Phone: allDigits && digits.Length == 11 && digits[0] == '1' ? digits : null,
            Tail: allDigits && digits.Length == 4 ? digits : null,
            Card: card is { Length: > 4 } ? card : null,
            // Member numbers begin at 10001, so four digits are always the end of a phone or a card.
            Number: allDigits && digits.Length is >= 5 and <= 9
                ? long.Parse(digits, CultureInfo.InvariantCulture)
                : null,
            Code: DynamicCode.IsOne(digits) ? digits : null,
            Prefix: allDigits && digits.Length >= 10 ? null
                : folded.Length > Pinyin.TermLengthMax ? folded[..Pinyin.TermLengthMax]
                : folded
        );
    }
}
