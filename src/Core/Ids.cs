using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Shuke.Core;

/// <summary>
/// The id of one kind of thing: a time-ordered 63-bit number made by the program, a string in JSON.
/// The aliases MemberId, OrderId ... are declared once in Directory.Build.props.
/// </summary>
public readonly record struct Id<TKind>(long Value) : IComparable<Id<TKind>>, IParsable<Id<TKind>>
{
    public bool IsNone => Value == 0;

    public int CompareTo(Id<TKind> other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    public static Id<TKind> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not an id.");

    /// <summary>Digits only, positive, no sign, no blanks: an id has one spelling.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<TKind> result)
    {
        var ok =
            long.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value > 0
            && s![0] != '0';
        result = ok ? new(value) : default;
        return ok;
    }
}
