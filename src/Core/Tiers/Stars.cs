namespace Shuke.Core.Tiers;

/// <summary>Ranks inside a tier (段位): actions become stars, stars become ranks, seasons reset them.</summary>
/// <param name="Ranks">names from the lowest up, at least one</param>
/// <param name="StarsPerRank">stars a rank holds; one action more is the next rank</param>
/// <param name="Season">natural month, quarter or year; since joining = no seasons</param>
/// <param name="RanksLost">how many ranks a new season takes; a number as large as the list takes all</param>
public sealed record StarRule(IReadOnlyList<string> Ranks, int StarsPerRank, WindowKind Season, int RanksLost)
{
    public static readonly StarRule Off = new([], 4, WindowKind.Quarter, 0);

    public bool IsOn => Ranks.Count > 0;
}

/// <param name="Rank">0 is the lowest</param>
/// <param name="Stars">0 to StarsPerRank; at the highest rank they go on counting</param>
public readonly record struct StarStanding(int Rank, long Stars)
{
    /// <summary>Qualifying actions still missing for the next rank; 0 at the highest.</summary>
    public long Missing(StarRule rule) => Rank >= rule.Ranks.Count - 1 ? 0 : rule.StarsPerRank + 1 - Stars;
}

public static class Stars
{
    /// <summary>Where a member stands after these seasons, oldest first; each number is the stars earned in one season.</summary>
    public static StarStanding Of(StarRule rule, IReadOnlyList<long> seasons)
    {
        var standing = new StarStanding(0, 0);
        for (var i = 0; i < seasons.Count; i++)
        {
            if (i > 0)
                standing = new(Math.Max(standing.Rank - rule.RanksLost, 0), 0);
            standing = Add(rule, standing, seasons[i]);
        }
        return standing;
    }

    /// <summary>The season a day belongs to; null when the rule has none.</summary>
    public static DaySpan? SeasonOf(StarRule rule, BusinessDay day) =>
        new Window(rule.Season).IsNatural ? new Window(rule.Season).Around(day, day) : null;

    private static StarStanding Add(StarRule rule, StarStanding standing, long stars)
    {
        var perRank = rule.StarsPerRank + 1L;
        var total = standing.Rank * perRank + standing.Stars + Math.Max(stars, 0);
        var rank = (int)Math.Min(total / perRank, rule.Ranks.Count - 1);
        return new(rank, total - rank * perRank);
    }
}
