using System.Globalization;
using System.Text.RegularExpressions;

namespace Shuke.Core.Members;

/// <summary>What a field that the merchant defines may hold.</summary>
public enum FieldKind
{
    Text,
    Number,
    Date,
    Choice,
    Plate,
}

/// <summary>Checks what was entered into a merchant's own field, and gives it its one spelling.</summary>
public static partial class Fields
{
    public const int TextMax = 200;

    /// <summary>The value as it is stored, or null when the field does not take it.</summary>
    public static string? Normalize(FieldKind kind, IReadOnlyList<string> choices, string text)
    {
        var value = text.Trim();
        return kind switch
        {
            FieldKind.Text => value.Length is > 0 and <= TextMax ? value : null,
            FieldKind.Number => Number().IsMatch(value) ? value : null,
            FieldKind.Date => DateOnly.TryParseExact(
                value,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
                ? value
                : null,
            FieldKind.Choice => choices.Contains(value, StringComparer.Ordinal) ? value : null,
            FieldKind.Plate => Plate(value),
        };
    }

    /// <summary>A number plate without its dot and blanks, in capitals: 京A12345, 粤BD12345; null when it is none.</summary>
    public static string? Plate(string text)
    {
        var plate = new string([.. text.Where(c => c is not ('·' or '•' or ' ' or '-')).Select(char.ToUpperInvariant)]);
        return PlateShape().IsMatch(plate) ? plate : null;
    }

    [GeneratedRegex("^-?[0-9]{1,12}(\\.[0-9]{1,4})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    // Province, city letter, five characters, or six for new energy; the last may be 学 警 港 澳 挂. I and O are not used.
    [GeneratedRegex(
        "^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-HJ-NP-Z][A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9学警港澳挂]$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex PlateShape();
}
