using System.Globalization;

namespace Shuke.Core.Pricing;

internal static class PricingWords
{
    /// <summary>8,000 bp is 8折, 8,500 bp is 8.5折: tenths of the price that are left.</summary>
    public static string Zhe(Ratio price)
    {
        var (whole, rest) = Math.DivRem(price.Bp, 1_000);
        return rest == 0
            ? whole.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{whole}.{rest:000}").TrimEnd('0');
    }
}
