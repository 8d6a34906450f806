namespace Shuke.Server.Demo;

/// <summary>
/// Seeded chance (SplitMix64, Steele, Lea, Flood 2014): the same seed gives the same shop on every machine and runtime,
/// which the Random of the base library does not promise.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public Dice(long seed, long stream)
        : this(unchecked((ulong)seed * 0x9E3779B97F4A7C15UL + (ulong)stream * 0xD1B54A32D192ED03UL)) { }

    /// <summary>0 to below <paramref name="sides"/>.</summary>
    public int Roll(int sides) => (int)(Next() % (ulong)sides);

    public int Between(int min, int max) => min + Roll(max - min + 1);

    /// <summary>True so many times in ten thousand.</summary>
    public bool Chance(int bp) => Roll(10_000) < bp;

    public T Pick<T>(IReadOnlyList<T> items) => items[Roll(items.Count)];

    /// <summary>An index, each as likely as its weight.</summary>
    public int Weighed(ReadOnlySpan<int> weights)
    {
        var sum = 0;
        foreach (var weight in weights)
            sum += weight;
        var at = Roll(sum);
        for (var i = 0; i < weights.Length; i++)
            if ((at -= weights[i]) < 0)
                return i;
        return weights.Length - 1;
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
