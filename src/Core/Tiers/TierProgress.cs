namespace Shuke.Core.Tiers;

/// <summary>One condition on the way: how far, what is missing (never below zero), and by when; null = no deadline.</summary>
public sealed record ProgressStep(
    Metric Metric,
    long Value,
    long Target,
    long Missing,
    BusinessDay? Until,
    Sentence Says
);

/// <summary>What a member still needs. Both are null when there is nothing to reach or to lose.</summary>
/// <param name="Match">Any: one of the steps is enough. All: every one is needed.</param>
public sealed record ProgressTo(TierDef Tier, Match Match, BusinessDay? Until, IReadOnlyList<ProgressStep> Steps);

public sealed record TierProgress(TierDef Current, ProgressTo? Rise, ProgressTo? Keep)
{
    /// <summary>To the next tier that can be earned, and to keep the present one.</summary>
    public static TierProgress Of(IReadOnlyList<TierDef> tiers, TierFacts facts)
    {
        var current = TierRules.Of(tiers, facts.State.Tier);
        var next = tiers.Where(t => t.Order > current.Order && t.Upgrade.Conditions.Count > 0).MinBy(t => t.Order);
        return new(current, next is null ? null : ToRise(next, facts), ToKeep(current, facts));
    }

    private static ProgressTo ToRise(TierDef tier, TierFacts facts)
    {
        var steps = tier
            .Upgrade.Conditions.Select(c =>
            {
                var measure = TierRules.Running(c, facts.Today, facts.Joined);
                BusinessDay? until = c.Window.IsNatural ? measure.Span.Last : null;
                return Step(c, facts.Value(measure), until, TierPhrases.Rise(c.Metric), tier);
            })
            .ToList();
        return new(tier, tier.Upgrade.Match, steps.Select(s => s.Until).Min(), steps);
    }

    private static ProgressTo? ToKeep(TierDef tier, TierFacts facts)
    {
        var rule = TierRules.KeepRule(tier);
        if (facts.State.Until is not { } until || rule.Conditions.Count == 0)
            return null;
        var steps = rule
            .Conditions.Select(c =>
            {
                var value = facts.Value(TierRules.ToKeep(c, facts.State, facts.Today, facts.Joined, gross: false));
                return Step(c, value, until, TierPhrases.Keep(c.Metric), tier);
            })
            .ToList();
        return new(tier, rule.Match, until, steps);
    }

    private static ProgressStep Step(Condition condition, long value, BusinessDay? until, Phrase phrase, TierDef tier)
    {
        var missing = Math.Max(condition.AtLeast - value, 0);
        var says = phrase.With(
            ("missing", missing),
            ("target", condition.AtLeast),
            ("tier", tier.Name),
            ("until", until?.ToString())
        );
        return new(condition.Metric, value, condition.AtLeast, missing, until, says);
    }
}
