using System.Globalization;

namespace Shuke.Core.Catalog;

/// <summary>What the five digits behind the goods' number of a 13-digit label mean.</summary>
public enum ScaleContent
{
    /// <summary>Thousandths of the unit: grams of a kilogram.</summary>
    Weight,

    /// <summary>Fen.</summary>
    Amount,
}

/// <summary>In which order an 18-digit label carries both.</summary>
public enum ScaleOrder
{
    AmountThenWeight,
    WeightThenAmount,
}

/// <summary>
/// How a shop's scales print: prefix, number of the goods (5 digits), then the content, and an EAN check digit at the end.
/// 13 digits: 2 + 5 + 5 + 1 with one content; 18 digits: 2 + 5 + 5 + 5 + 1 with both. A prefix of one digit leaves six for
/// the number.
/// </summary>
/// <param name="Prefix">one or two digits such labels begin with</param>
public sealed record ScaleRule(
    string Prefix = "2",
    ScaleContent Content13 = ScaleContent.Weight,
    ScaleOrder Order18 = ScaleOrder.AmountThenWeight,
    bool CheckDigit = true
)
{
    public static bool IsPrefix(string text) => text.Length is 1 or 2 && text.All(char.IsAsciiDigit);
}

/// <summary>What a label from a scale says.</summary>
/// <param name="Code">the number of the goods as printed, with its zeros</param>
public sealed record ScaleLabel(string Code, Quantity? Weight, Money? Amount)
{
    /// <summary>The number without leading zeros: shops keep it either way.</summary>
    public string ShortCode => Code.TrimStart('0') is { Length: > 0 } digits ? digits : "0";

    /// <summary>The quantity to sell at this price: the weight, or what the amount buys, to the nearest thousandth.</summary>
    public Quantity? QuantityAt(Money price) =>
        Weight
        ?? (
            Amount is { } amount && price.IsPositive
                ? new Quantity(Divide.Exact((Int128)amount.Fen * 1_000, price.Fen, Rounding.HalfUp))
                : null
        );
}

public static class ScaleBarcode
{
    private const int ContentDigits = 5;

    /// <summary>Reads a label, or null when this is none: other length or prefix, or its check digit does not fit.</summary>
    public static ScaleLabel? Read(string barcode, ScaleRule rule)
    {
        if (
            barcode.Length is not (13 or 18)
            || !barcode.All(char.IsAsciiDigit)
            || !barcode.StartsWith(rule.Prefix, StringComparison.Ordinal)
            || (rule.CheckDigit && !CheckFits(barcode))
        )
            return null;
        var contents = barcode.Length == 13 ? 1 : 2;
        var codeEnd = barcode.Length - 1 - contents * ContentDigits;
        var code = barcode[rule.Prefix.Length..codeEnd];
        var first = Number(barcode, codeEnd);
        if (contents == 1)
            return rule.Content13 == ScaleContent.Weight
                ? new(code, new Quantity(first), null)
                : new(code, null, new Money(first));
        var second = Number(barcode, codeEnd + ContentDigits);
        return rule.Order18 == ScaleOrder.AmountThenWeight
            ? new(code, new Quantity(second), new Money(first))
            : new(code, new Quantity(first), new Money(second));
    }

    private static long Number(string barcode, int at) =>
        long.Parse(barcode.AsSpan(at, ContentDigits), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Weights 1 and 3 from the right, as in every EAN code.</summary>
    private static bool CheckFits(string barcode)
    {
        var sum = 0;
        for (var i = 1; i <= barcode.Length; i++)
            sum += (barcode[^i] - '0') * (i % 2 == 0 ? 3 : 1);
        return sum % 10 == 0;
    }
}
