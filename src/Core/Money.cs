using System.Globalization;

namespace Shuke.Core;

/// <summary>Where the remainder of a division goes. Every division in the product names one.</summary>
public enum Rounding
{
    /// <summary>Towards zero: 0.9 becomes 0, -0.9 becomes 0.</summary>
    Down,

    /// <summary>Away from zero: 0.1 becomes 1, -0.1 becomes -1.</summary>
    Up,

    /// <summary>To the nearest, halves away from zero: what shops call 四舍五入.</summary>
    HalfUp,
}

/// <summary>An amount of money: a whole number of fen (1/100 yuan). Arithmetic is checked; overflow throws.</summary>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    /// <summary>No single amount is larger than this: 10^11 fen, a billion yuan (invariant I43).</summary>
    public const long FenMax = 100_000_000_000;

    public static readonly Money Zero;

    public static Money Yuan(long yuan) => new(yuan * 100);

    public bool IsZero => Fen == 0;
    public bool IsNegative => Fen < 0;
    public bool IsPositive => Fen > 0;

    public static Money operator +(Money a, Money b) => new(a.Fen + b.Fen);

    public static Money operator -(Money a, Money b) => new(a.Fen - b.Fen);

    public static Money operator -(Money a) => new(-a.Fen);

    public static Money operator *(Money a, long n) => new(a.Fen * n);

    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;

    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;

    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;

    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;

    public static Money Min(Money a, Money b) => a.Fen <= b.Fen ? a : b;

    public static Money Max(Money a, Money b) => a.Fen >= b.Fen ? a : b;

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>This amount times a ratio, rounded to whole fen as told.</summary>
    public Money Times(Ratio ratio, Rounding rounding) =>
        new(Divide.Exact((Int128)Fen * ratio.Bp, Ratio.One.Bp, rounding));

    /// <summary>Unit price times quantity, rounded half up to whole fen (the way scales and tills do it).</summary>
    public Money Times(Quantity quantity) =>
        new(Divide.Exact((Int128)Fen * quantity.Milli, Quantity.One.Milli, Rounding.HalfUp));

    /// <summary>Down to a whole multiple of <paramref name="step"/>: 58.76 in steps of 10 fen is 58.70.</summary>
    public Money Floor(Money step) => new(Fen - (Fen % step.Fen + step.Fen) % step.Fen);

    /// <summary>
    /// Shares this amount in proportion to the weights; the parts add up to the whole, fen by fen. Leftover fen go to
    /// the largest remainders, ties to the earliest part (spec 18). Weights of zero get nothing, unless all are zero,
    /// in which case everything goes to the first part.
    /// </summary>
    public Money[] Split(ReadOnlySpan<long> weights)
    {
        var parts = Divide.Share(Fen, weights);
        return Array.ConvertAll(parts, p => new Money(p));
    }

    /// <summary>Yuan with two decimals and no symbol: "-12.40". For people and receipts; never parsed back.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[24];
        var at = text.Length;
        var rest = Fen < 0 ? (ulong)-(Fen + 1) + 1 : (ulong)Fen;
        for (var digit = 0; digit < 3 || rest > 0; digit++, rest /= 10)
        {
            if (digit == 2)
                text[--at] = '.';
            text[--at] = (char)('0' + rest % 10);
        }
        if (Fen < 0)
            text[--at] = '-';
        return new(text[at..]);
    }
}

/// <summary>A whole number of loyalty points (积分) or of any other counted asset.</summary>
public readonly record struct Points(long Value) : IComparable<Points>
{
    public static readonly Points Zero;

    public static Points operator +(Points a, Points b) => new(a.Value + b.Value);

    public static Points operator -(Points a, Points b) => new(a.Value - b.Value);

    public static Points operator -(Points a) => new(-a.Value);

    public static bool operator <(Points a, Points b) => a.Value < b.Value;

    public static bool operator >(Points a, Points b) => a.Value > b.Value;

    public static bool operator <=(Points a, Points b) => a.Value <= b.Value;

    public static bool operator >=(Points a, Points b) => a.Value >= b.Value;

    public int CompareTo(Points other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("#,0", CultureInfo.InvariantCulture);
}

/// <summary>A rate in basis points: 10,000 bp = 100 %. 8折 (20 % off) is a price ratio of 8,000 bp.</summary>
public readonly record struct Ratio(int Bp) : IComparable<Ratio>
{
    public static readonly Ratio Zero;
    public static readonly Ratio One = new(10_000);

    public static Ratio Percent(int percent) => new(percent * 100);

    /// <summary>What is left of the whole: 10 % off leaves 90 %.</summary>
    public Ratio Complement => new(One.Bp - Bp);

    public int CompareTo(Ratio other) => Bp.CompareTo(other.Bp);

    public static bool operator <(Ratio a, Ratio b) => a.Bp < b.Bp;

    public static bool operator >(Ratio a, Ratio b) => a.Bp > b.Bp;

    public static bool operator <=(Ratio a, Ratio b) => a.Bp <= b.Bp;

    public static bool operator >=(Ratio a, Ratio b) => a.Bp >= b.Bp;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Bp / 100}{(Bp % 100 == 0 ? "" : $".{Bp % 100:00}")}%");
}

/// <summary>How much of a product: thousandths of its unit. 1 piece = 1,000; 0.355 kg = 355.</summary>
public readonly record struct Quantity(long Milli) : IComparable<Quantity>
{
    /// <summary>A line holds at most a million units.</summary>
    public const long MilliMax = 1_000_000_000;

    public static readonly Quantity Zero;
    public static readonly Quantity One = new(1_000);

    public static Quantity Of(long pieces) => new(pieces * 1_000);

    public bool IsWhole => Milli % 1_000 == 0;

    /// <summary>Whole pieces; a weighed quantity counts as its whole part.</summary>
    public long Pieces => Milli / 1_000;

    public static Quantity operator +(Quantity a, Quantity b) => new(a.Milli + b.Milli);

    public static Quantity operator -(Quantity a, Quantity b) => new(a.Milli - b.Milli);

    public static bool operator <(Quantity a, Quantity b) => a.Milli < b.Milli;

    public static bool operator >(Quantity a, Quantity b) => a.Milli > b.Milli;

    public static bool operator <=(Quantity a, Quantity b) => a.Milli <= b.Milli;

    public static bool operator >=(Quantity a, Quantity b) => a.Milli >= b.Milli;

    public int CompareTo(Quantity other) => Milli.CompareTo(other.Milli);

    public override string ToString()
    {
        var fraction = (Milli % 1_000).ToString("000", CultureInfo.InvariantCulture).TrimEnd('0');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Milli / 1_000}{(fraction.Length == 0 ? "" : "." + fraction)}"
        );
    }
}

/// <summary>The only divisions in the product.</summary>
public static class Divide
{
    /// <summary>Numerator / denominator (positive), rounded as told.</summary>
    public static long Exact(Int128 numerator, long denominator, Rounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var (quotient, remainder) = Int128.DivRem(numerator, denominator);
        var away = rounding switch
        {
            Rounding.Down => false,
            Rounding.Up => remainder != 0,
            Rounding.HalfUp => Int128.Abs(remainder) * 2 >= denominator,
        };
        return (long)(away ? quotient + Int128.Sign(numerator) : quotient);
    }

    /// <summary>Shares a total over weights by largest remainder, ties to the earliest. See <see cref="Money.Split"/>.</summary>
    public static long[] Share(long total, ReadOnlySpan<long> weights)
    {
        var parts = new long[weights.Length];
        if (weights.Length == 0)
            return total == 0 ? parts : throw new ArgumentException("Nothing to share over.", nameof(weights));
        Int128 sum = 0;
        foreach (var w in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(w, nameof(weights));
            sum += w;
        }
        if (sum == 0)
        {
            parts[0] = total;
            return parts;
        }

        var sign = Math.Sign(total);
        var left = Int128.Abs(total);
        var magnitude = left;
        var remainders = new Int128[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var (q, r) = Int128.DivRem(magnitude * weights[i], sum);
            parts[i] = (long)q;
            remainders[i] = r;
            left -= q;
        }
        // Fewer fen are left than there are parts with a remainder, so each gets at most one.
        for (; left > 0; left--)
        {
            var best = 0;
            for (var i = 1; i < remainders.Length; i++)
                if (remainders[i] > remainders[best])
                    best = i;
            parts[best]++;
            remainders[best] = -1;
        }
        if (sign < 0)
            for (var i = 0; i < parts.Length; i++)
                parts[i] = -parts[i];
        return parts;
    }
}
