namespace Shuke.Core.Pricing.Promotions;

/// <summary>The few formulas of the engine on plain fen, so that they need no allocation; the same rounding as Money's.</summary>
internal static class Calc
{
    // Below this a product with 10,000 stays far inside 64 bits.
    private const long Small = 100_000_000_000_000;

    /// <summary>fen × bp / 10,000, halves up; fen is not negative.</summary>
    public static long Rate(long fen, int bp) =>
        fen < Small ? (fen * bp + 5_000) / 10_000 : Divide.Exact((Int128)fen * bp, 10_000, Rounding.HalfUp);

    /// <summary>The value of k of a line's q pieces: net × k / q, halves up; all pieces are the whole line.</summary>
    public static long Part(long net, long k, long q) =>
        k == q ? net
        : net < 1_000_000 && k < 1_000 && q < 1_000 ? (uint)(2 * net * k + q) / (uint)(2 * q)
        : net < 1_000_000_000_000 && k < 1_000_000 ? (2 * net * k + q) / (2 * q)
        : Divide.Exact((Int128)net * k, q, Rounding.HalfUp);

    /// <summary>Unit price × quantity in thousandths, halves up.</summary>
    public static long Times(long price, long milli) =>
        price < 1_000_000_000 && milli < 1_000_000_000
            ? (price * milli + 500) / 1_000
            : Divide.Exact((Int128)price * milli, 1_000, Rounding.HalfUp);
}
