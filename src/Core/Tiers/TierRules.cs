namespace Shuke.Core.Tiers;

public enum TierChange
{
    Stay,
    Upgrade,

    /// <summary>The tier had ended and was earned again: a new period begins.</summary>
    Keep,
    Downgrade,
}

/// <param name="After">the member's tier from now on</param>
/// <param name="Pack">what to grant now; null if there is nothing or it was given before</param>
public sealed record TierDecision(TierChange Change, TierState After, TierPack? Pack, Sentence Why);

/// <summary>
/// Which tier a member has, and why. Looked at after every ticket and top-up, and daily for those whose tier has ended.
/// </summary>
public static class TierRules
{
    /// <summary>The sums to fetch before Examine, AfterRefund or Progress; each may be asked for once.</summary>
    public static IReadOnlyList<Measure> Measures(
        IReadOnlyList<TierDef> tiers,
        TierState state,
        BusinessDay today,
        BusinessDay joined
    )
    {
        var measures = new HashSet<Measure>();
        foreach (var tier in tiers)
        {
            foreach (var condition in tier.Upgrade.Conditions)
            {
                measures.Add(ToRise(tier, condition, today, joined));
                measures.Add(Running(condition, today, joined));
            }
            foreach (var condition in KeepRule(tier).Conditions)
                measures.Add(ToKeep(condition, state, today, joined));
            foreach (var condition in tier.Upgrade.Conditions)
                measures.Add(ToKeep(condition, state, today, joined));
        }
        return [.. measures];
    }

    /// <summary>Only what Examine will ask for: higher tiers, and what keeps a tier once it has ended. Often nothing.</summary>
    public static IReadOnlyList<Measure> MeasuresToExamine(
        IReadOnlyList<TierDef> tiers,
        TierPolicy policy,
        TierState state,
        BusinessDay today,
        BusinessDay joined
    )
    {
        var current = Of(tiers, state.Tier);
        var rising = tiers
            .Where(t => t.Order > current.Order)
            .SelectMany(t => t.Upgrade.Conditions.Select(c => ToRise(t, c, today, joined)));
        var keeping = HasEnded(policy, state, today)
            ? tiers
                .Where(t => t.Order <= current.Order)
                .SelectMany(t => KeepRule(t).Conditions)
                .Select(c => ToKeep(c, state, today, joined))
            : [];
        return [.. rising.Concat(keeping).Distinct()];
    }

    private static bool HasEnded(TierPolicy policy, TierState state, BusinessDay today) =>
        state.Until is { } until && today > until.AddDays(policy.GraceDays) && policy.Downgrade != Downgrade.Off;

    /// <summary>Up when a higher rule is met; when the tier has ended: kept, or down as the policy says.</summary>
    public static TierDecision Examine(IReadOnlyList<TierDef> tiers, TierPolicy policy, TierFacts facts)
    {
        var current = Of(tiers, facts.State.Tier);
        var reached = Highest(
            tiers,
            t => t.Order > current.Order && Met(t.Upgrade, c => ToRise(t, c, facts.Today, facts.Joined), facts)
        );
        if (reached is not null)
            return Enter(TierChange.Upgrade, reached, facts, TierPhrases.Reached.With(("tier", reached.Name)));
        if (!HasEnded(policy, facts.State, facts.Today))
            return new(TierChange.Stay, facts.State, null, TierPhrases.Stays.With(("tier", current.Name)));
        if (MetInPeriod(KeepRule(current), facts))
            return Enter(TierChange.Keep, current, facts, TierPhrases.Kept.With(("tier", current.Name)));

        var lower =
            policy.Downgrade == Downgrade.OneDown
                ? Highest(tiers, t => t.Order < current.Order)
                : Highest(tiers, t => t.Order < current.Order && (IsBase(tiers, t) || MetInPeriod(KeepRule(t), facts)));
        var next = lower ?? Base(tiers);
        return Enter(
            TierChange.Downgrade,
            next,
            facts,
            TierPhrases.Dropped.With(("old", current.Name), ("until", facts.State.Until), ("tier", next.Name))
        );
    }

    /// <summary>
    /// After a refund has taken growth and turnover back. By default a tier is not lowered at once. A tier that was given
    /// by hand has no rule to fail.
    /// </summary>
    public static TierDecision OnRefund(IReadOnlyList<TierDef> tiers, TierPolicy policy, TierFacts facts)
    {
        var current = Of(tiers, facts.State.Tier);
        var stay = new TierDecision(TierChange.Stay, facts.State, null, TierPhrases.Stays.With(("tier", current.Name)));
        bool Holds(TierDef tier) => Met(tier.Upgrade, c => Running(c, facts.Today, facts.Joined), facts);
        if (policy.AfterRefund == AfterRefund.AtReview || current.Upgrade.Conditions.Count == 0 || Holds(current))
            return stay;
        var next = Highest(tiers, t => t.Order < current.Order && (IsBase(tiers, t) || Holds(t))) ?? Base(tiers);
        return next.Id == current.Id
            ? stay
            : Enter(
                TierChange.Downgrade,
                next,
                facts,
                TierPhrases.Lowered.With(("old", current.Name), ("tier", next.Name))
            );
    }

    /// <summary>Given by staff or by a top-up plan; a tier that is not higher than the present one changes nothing.</summary>
    public static TierDecision Give(IReadOnlyList<TierDef> tiers, TierId tier, TierFacts facts)
    {
        var (current, next) = (Of(tiers, facts.State.Tier), Of(tiers, tier));
        return next.Order > current.Order
            ? Enter(TierChange.Upgrade, next, facts, TierPhrases.Given.With(("tier", next.Name)))
            : new(TierChange.Stay, facts.State, null, TierPhrases.Stays.With(("tier", current.Name)));
    }

    /// <summary>Only the pack of the tier that is reached; tiers jumped over give none, and a fall gives none.</summary>
    private static TierDecision Enter(TierChange change, TierDef tier, TierFacts facts, Sentence why)
    {
        var state = facts.State;
        var given = change == TierChange.Upgrade && !tier.Pack.IsEmpty && !state.PacksGiven.Contains(tier.Id);
        var after = new TierState(
            tier.Id,
            facts.Today,
            tier.Validity.LastDay(facts.Today),
            given ? [.. state.PacksGiven, tier.Id] : state.PacksGiven
        );
        return new(change, after, given ? tier.Pack : null, why);
    }

    internal static bool MetInPeriod(UpgradeRule rule, TierFacts facts) =>
        Met(rule, c => ToKeep(c, facts.State, facts.Today, facts.Joined), facts);

    private static bool Met(UpgradeRule rule, Func<Condition, Measure> measure, TierFacts facts)
    {
        if (rule.Conditions.Count == 0)
            return false;
        bool Reached(Condition condition) => facts.Value(measure(condition)) >= condition.AtLeast;
        return rule.Match == Match.All ? rule.Conditions.All(Reached) : rule.Conditions.Any(Reached);
    }

    /// <summary>At period end, only a natural period that is over counts: the one before today's.</summary>
    private static Measure ToRise(TierDef tier, Condition condition, BusinessDay today, BusinessDay joined)
    {
        var running = condition.Window.Around(today, joined);
        return tier.Upgrade.When == UpgradeWhen.PeriodEnd && condition.Window.IsNatural
            ? new(condition.Metric, condition.Window.Around(running.First.AddDays(-1), joined))
            : new(condition.Metric, running);
    }

    internal static Measure Running(Condition condition, BusinessDay today, BusinessDay joined) =>
        new(condition.Metric, condition.Window.Around(today, joined));

    /// <summary>What was reached while the tier lasted decides; only growth is a standing that one has, not a flow.</summary>
    internal static Measure ToKeep(Condition condition, TierState state, BusinessDay today, BusinessDay joined) =>
        condition is { Metric: Metric.Growth, Window.Kind: WindowKind.SinceJoining }
            ? Running(condition, today, joined)
            : new(condition.Metric, new(state.Since, today));

    internal static UpgradeRule KeepRule(TierDef tier) => tier.Keep ?? tier.Upgrade;

    internal static TierDef Of(IReadOnlyList<TierDef> tiers, TierId id) => tiers.First(t => t.Id == id);

    private static TierDef Base(IReadOnlyList<TierDef> tiers) => tiers.MinBy(t => t.Order)!;

    private static bool IsBase(IReadOnlyList<TierDef> tiers, TierDef tier) => tier.Id == Base(tiers).Id;

    private static TierDef? Highest(IReadOnlyList<TierDef> tiers, Func<TierDef, bool> fits) =>
        tiers.Where(fits).MaxBy(t => t.Order);
}
