namespace Shuke.Core.Rewards;

/// <summary>What a reward is still worth after goods came back: as if only what is kept had been bought.</summary>
public static class Reconsider
{
    /// <summary>The amounts per item that what is kept has earned; empty = nothing at all.</summary>
    /// <param name="rule">in the version that granted</param>
    /// <param name="kept">the event, net of what came back</param>
    /// <param name="past">what had happened before it</param>
    public static IReadOnlyDictionary<int, long> Kept(RewardRule rule, RewardEvent kept, IReadOnlyList<PastEvent> past)
    {
        if (!kept.Amount.IsPositive || RewardEngine.Fits(rule.Trigger, kept, past).No(out var times, out _))
            return new Dictionary<int, long>();
        return RewardEngine.Items(rule, kept, times).ToDictionary(i => i.No, i => i.Amount);
    }
}
