using System.Globalization;

namespace Shuke.Core.Members;

/// <summary>How a merchant numbers its cards: prefix, serial, and a Luhn check digit if wanted; Length counts all of them.</summary>
public sealed record CardNumberRule(string Prefix = "", int Length = 10, bool CheckDigit = true, bool SkipFour = true)
{
    public int SerialDigits => Length - Prefix.Length - (CheckDigit ? 1 : 0);
}

/// <summary>Numbers made by a rule, and the serial to go on with.</summary>
public sealed record CardNumberRun(IReadOnlyList<string> Numbers, long NextSerial);

public static class CardNumbers
{
    public const int LengthMin = 6;
    public const int LengthMax = 20;
    private const int SerialDigitsMin = 4;
    private const int SerialDigitsMax = 17;

    // 4 sounds like death in Chinese; cards without it count in nine digits.
    private const string WithoutFour = "012356789";

    public static bool IsValid(CardNumberRule rule) =>
        rule.Length is >= LengthMin and <= LengthMax
        && rule.SerialDigits is >= SerialDigitsMin and <= SerialDigitsMax
        && rule.Prefix.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
        && (!rule.CheckDigit || rule.Prefix.All(char.IsAsciiDigit))
        && (!rule.SkipFour || !rule.Prefix.Contains('4', StringComparison.Ordinal));

    /// <summary>The next numbers from a serial on; a serial whose check digit would be a 4 is passed over where 4 is.</summary>
    public static Outcome<CardNumberRun> Next(CardNumberRule rule, long serial, int count)
    {
        if (!IsValid(rule))
            return MemberReasons.CardRuleInvalid;
        var numbers = new List<string>(count);
        for (; numbers.Count < count; serial++)
        {
            if (Digits(rule, serial) is not { } digits)
                return MemberReasons.CardNumbersExhausted;
            var number = rule.Prefix + digits;
            if (rule.CheckDigit)
                number += Luhn(number);
            if (!rule.SkipFour || number[^1] != '4')
                numbers.Add(number);
        }
        return new CardNumberRun(numbers, serial);
    }

    /// <summary>The digit that makes the Luhn sum of the whole number divisible by ten.</summary>
    public static char Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 0)
                digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return (char)('0' + (10 - sum % 10) % 10);
    }

    /// <summary>A number as typed, swiped or scanned: sentinels of the magnetic stripe, blanks and dashes gone, upper case; null when it is none.</summary>
    public static string? Normalize(string text)
    {
        var trimmed = text.Trim().TrimStart(';', '%').TrimEnd('?');
        var number = new string([.. trimmed.Where(c => c is not (' ' or '-')).Select(char.ToUpperInvariant)]);
        return number.Length is >= 4 and <= 32 && number.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
            ? number
            : null;
    }

    private static string? Digits(CardNumberRule rule, long serial)
    {
        if (!rule.SkipFour)
        {
            var plain = serial.ToString(CultureInfo.InvariantCulture);
            return plain.Length > rule.SerialDigits ? null : plain.PadLeft(rule.SerialDigits, '0');
        }
        var digits = new char[rule.SerialDigits];
        for (var i = digits.Length - 1; i >= 0; i--, serial /= 9)
            digits[i] = WithoutFour[(int)(serial % 9)];
        return serial > 0 ? null : new(digits);
    }
}
