using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Shuke.Core.Members;

/// <summary>What a scanned code turned out to be; <c>Step</c> is the 30-second step it was made in.</summary>
public readonly record struct CodeCheck(CodeVerdict Verdict, long Step);

public enum CodeVerdict
{
    Good,
    Expired,
    Wrong,
}

/// <summary>
/// The member code that changes every 30 seconds and works while the phone is offline: 18 digits, an 8 that tells it from
/// payment codes (WeChat Pay begins with 10-15, Alipay with 25-30, UnionPay with 62), nine digits of member number, and
/// eight digits of a keyed hash over the step. A step of clock difference either way is forgiven.
/// </summary>
public static class DynamicCode
{
    public const int Length = 18;
    public const long NumberMax = 999_999_999;
    private const long StepMs = 30_000;
    private const int StepsForgiven = 1;

    // So far back a code is called expired rather than wrong: the cashier then asks for a fresh one instead of doubting it.
    private const int StepsRemembered = 20;

    public static long StepOf(Instant at) => at.UnixMs / StepMs;

    public static bool IsOne(string text) => text.Length == Length && text[0] == '8' && text.All(char.IsAsciiDigit);

    /// <summary>The member number inside; the code must be one (<see cref="IsOne"/>).</summary>
    public static long NumberIn(string code) =>
        long.Parse(code.AsSpan(1, 9), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The code of a member in a step. The key is the member's own secret, derived by the vault.</summary>
    public static string Of(long number, ReadOnlySpan<byte> key, long step)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, NumberMax);
        Span<byte> message = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(message, number);
        BinaryPrimitives.WriteInt64BigEndian(message[8..], step);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(key, message, hash);
        var tail = BinaryPrimitives.ReadUInt64BigEndian(hash) % 100_000_000;
        return string.Create(CultureInfo.InvariantCulture, $"8{number:000000000}{tail:00000000}");
    }

    public static CodeCheck Check(string code, ReadOnlySpan<byte> key, long stepNow)
    {
        for (var step = stepNow + StepsForgiven; step >= stepNow - StepsRemembered; step--)
            if (
                CryptographicOperations.FixedTimeEquals(
                    System.Text.Encoding.ASCII.GetBytes(Of(NumberIn(code), key, step)),
                    System.Text.Encoding.ASCII.GetBytes(code)
                )
            )
                return new(step >= stepNow - StepsForgiven ? CodeVerdict.Good : CodeVerdict.Expired, step);
        return new(CodeVerdict.Wrong, 0);
    }
}
