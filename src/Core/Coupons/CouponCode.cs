using System.Text;

namespace Shuke.Core.Coupons;

/// <summary>
/// Codes of single coupons: 16 secret characters of 5 bits (80 bits: nobody guesses one) and a check character, in an
/// alphabet without the letters people confuse. The check is a weighted sum over GF(32): it finds every single wrong
/// character and every two that changed places.
/// </summary>
public static class CouponCode
{
    public const int SecretLength = 16;
    public const int SecretBytes = 10;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The code of ten secret bytes, without dashes.</summary>
    public static string Of(ReadOnlySpan<byte> secret)
    {
        var code = new StringBuilder(SecretLength + 1);
        var (bits, held) = (0, 0);
        foreach (var b in secret[..SecretBytes])
        {
            (bits, held) = ((bits << 8) | b, held + 8);
            while (held >= 5)
            {
                held -= 5;
                code.Append(Alphabet[(bits >> held) & 31]);
            }
            bits &= (1 << held) - 1;
        }
        return code.Append(Alphabet[Check(code.ToString())]).ToString();
    }

    /// <summary>As typed or scanned: blanks and dashes gone, upper case, O read as 0, I and L as 1, U as V.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && c != '-')
                clean.Append(
                    char.ToUpperInvariant(c) switch
                    {
                        'O' => '0',
                        'I' or 'L' => '1',
                        'U' => 'V',
                        var x => x,
                    }
                );
        return clean.ToString();
    }

    /// <summary>Has the form of a single coupon's code; whether its check character fits is another question.</summary>
    public static bool HasForm(string clean) =>
        clean.Length == SecretLength + 1 && clean.All(c => Alphabet.Contains(c, StringComparison.Ordinal));

    public static bool IsWhole(string clean) =>
        HasForm(clean) && Alphabet.IndexOf(clean[^1], StringComparison.Ordinal) == Check(clean[..^1]);

    /// <summary>In groups of four for people: ABCD-EFGH-JKMN-PQRS-T.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(g => new string(g)));

    private static int Check(string secret)
    {
        var (sum, weight) = (0, 2);
        foreach (var c in secret)
        {
            sum ^= Times(Alphabet.IndexOf(c, StringComparison.Ordinal), weight);
            weight = Times(weight, 2);
        }
        // The check character itself has weight 1, so no weight of a secret character may be 1: 2^1 to 2^16 are not.
        return sum;
    }

    /// <summary>Product in GF(32) with x^5 + x^2 + 1.</summary>
    private static int Times(int a, int b)
    {
        var product = 0;
        for (; b > 0; b >>= 1)
        {
            if ((b & 1) != 0)
                product ^= a;
            a <<= 1;
            if ((a & 32) != 0)
                a ^= 0b100101;
        }
        return product;
    }
}
