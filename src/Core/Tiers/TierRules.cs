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
public sealed record TierDecision(TierChange Change, TierState After, TierPack? Pack, Sentence Why)
{
    /// <summary>A higher tier whose rule is met but which the manager has to approve first; null if there is none.</summary>
    public TierId? Asks { get; init; }
}

/// <summary>
/// Which tier a member has, and why. Looked at after every ticket and top-up, and at night for those whose tier has ended.
/// </summary>
public static class TierRules
{
    /// <summary>The sums to fetch before OnRefund or Progress; each may be asked for once.</summary>
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
                measures.Add(ToKeep(condition, state, today, joined, gross: false));
            foreach (var condition in tier.Upgrade.Conditions)
                measures.Add(ToKeep(condition, state, today, joined, gross: false));
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
        var keeping = HasEnded(tiers, policy, state, today)
            ? tiers
                .Where(t => t.Order <= current.Order)
                .SelectMany(t => KeepRule(t).Conditions)
                .Select(c => AtEnd(c, policy, state, today, joined))
            : [];
        return [.. rising.Concat(keeping).Distinct()];
    }

    /// <summary>Whether the night's review has to look at this tier: it is past its last day and the grace after it.</summary>
    public static bool HasEnded(IReadOnlyList<TierDef> tiers, TierPolicy policy, TierState state, BusinessDay today) =>
        state.Until is { } until
        && today > until.AddDays(policy.GraceDays)
        && policy.Downgrade != Downgrade.Off
        && state.Tier != Base(tiers).Id;

    /// <summary>Up when a higher rule is met; when the tier has ended: kept, or down as the policy says.</summary>
    public static TierDecision Examine(IReadOnlyList<TierDef> tiers, TierPolicy policy, TierFacts facts)
    {
        var current = Of(tiers, facts.State.Tier);
        var met = tiers
            .Where(t => t.Order > current.Order && Met(t.Upgrade, c => ToRise(t, c, facts.Today, facts.Joined), facts))
            .ToList();
        var reached = Highest(met, t => !t.Upgrade.NeedsApproval);
        var asks = Highest(met, t => t.Upgrade.NeedsApproval && t.Order > (reached ?? current).Order);
        var decision = reached is null
            ? Settle(tiers, policy, facts, current)
            : Enter(TierChange.Upgrade, reached, tiers, facts, TierPhrases.Reached.With(("tier", reached.Name)));
        if (asks is null)
            return decision;
        return decision with
        {
            Asks = asks.Id,
            Why = decision.Change == TierChange.Stay ? TierPhrases.Awaits.With(("tier", asks.Name)) : decision.Why,
        };
    }

    /// <summary>Nothing higher is reached: what the end of a term decides.</summary>
    private static TierDecision Settle(
        IReadOnlyList<TierDef> tiers,
        TierPolicy policy,
        TierFacts facts,
        TierDef current
    )
    {
        if (!HasEnded(tiers, policy, facts.State, facts.Today))
            return Stay(facts, TierPhrases.Stays.With(("tier", current.Name)));
        if (MetAtEnd(KeepRule(current), policy, facts))
            return Enter(TierChange.Keep, current, tiers, facts, TierPhrases.Kept.With(("tier", current.Name)));
        if (IsProtected(policy, facts))
            return Stay(facts, TierPhrases.Protected.With(("tier", current.Name), ("until", facts.State.Until)));

        var lower =
            policy.Downgrade == Downgrade.OneDown
                ? Highest(tiers, t => t.Order < current.Order)
                : Highest(
                    tiers,
                    t => t.Order < current.Order && (IsBase(tiers, t) || MetAtEnd(KeepRule(t), policy, facts))
                );
        var next = lower ?? Base(tiers);
        var why = TierPhrases.Dropped.With(("old", current.Name), ("until", facts.State.Until), ("tier", next.Name));
        return Forget(tiers, policy, Enter(TierChange.Downgrade, next, tiers, facts, why));
    }

    /// <summary>
    /// After a refund has taken growth and turnover back. By default a tier is not lowered at once. A tier that was given
    /// by hand has no rule to fail.
    /// </summary>
    public static TierDecision OnRefund(IReadOnlyList<TierDef> tiers, TierPolicy policy, TierFacts facts)
    {
        var current = Of(tiers, facts.State.Tier);
        var stay = Stay(facts, TierPhrases.Stays.With(("tier", current.Name)));
        bool Holds(TierDef tier) => Met(tier.Upgrade, c => Running(c, facts.Today, facts.Joined), facts);
        if (policy.AfterRefund != AfterRefund.AtOnce || current.Upgrade.Conditions.Count == 0 || Holds(current))
            return stay;
        var next = Highest(tiers, t => t.Order < current.Order && (IsBase(tiers, t) || Holds(t))) ?? Base(tiers);
        var why = TierPhrases.Lowered.With(("old", current.Name), ("tier", next.Name));
        return next.Id == current.Id
            ? stay
            : Forget(tiers, policy, Enter(TierChange.Downgrade, next, tiers, facts, why));
    }

    /// <summary>
    /// Given by staff, by a top-up plan, or approved after its rule was met; a tier that is not higher than the present one
    /// changes nothing.
    /// </summary>
    public static TierDecision Give(IReadOnlyList<TierDef> tiers, TierId tier, TierFacts facts)
    {
        var (current, next) = (Of(tiers, facts.State.Tier), Of(tiers, tier));
        return next.Order > current.Order
            ? Enter(TierChange.Upgrade, next, tiers, facts, TierPhrases.Given.With(("tier", next.Name)))
            : Stay(facts, TierPhrases.Stays.With(("tier", current.Name)));
    }

    /// <summary>A member who was registered ahead activates: the term of the tier they already have begins today.</summary>
    public static TierDecision Activate(IReadOnlyList<TierDef> tiers, TierFacts facts)
    {
        var current = Of(tiers, facts.State.Tier);
        return IsBase(tiers, current)
            ? Stay(facts, TierPhrases.Stays.With(("tier", current.Name)))
            : Enter(
                TierChange.Keep,
                current,
                tiers,
                facts with
                {
                    IsActive = true,
                },
                TierPhrases.Activated.With(("tier", current.Name))
            );
    }

    /// <summary>
    /// A higher tier on trial for some days, today included. It gives no pack and has no term of its own: what the member
    /// had is kept aside and comes back with <see cref="Return"/>.
    /// </summary>
    public static Outcome<TierDecision> Lend(IReadOnlyList<TierDef> tiers, TierId tier, int days, TierFacts facts)
    {
        var (current, next) = (Of(tiers, facts.State.Tier), Of(tiers, tier));
        if (next.Order <= current.Order)
            return TierRefusals.NotHigher.With(("tier", next.Name), ("now", current.Name));
        var why = TierPhrases.Lent.With(("tier", next.Name), ("until", facts.Today.AddDays(days - 1)));
        return new TierDecision(
            TierChange.Upgrade,
            facts.State with
            {
                Tier = tier,
                Since = facts.Today,
                Until = null,
            },
            null,
            why
        );
    }

    /// <summary>
    /// A trial is over: the tier from before comes back with its own term - unless what was done meanwhile has earned a
    /// higher one. A tier risen to above the trial is not touched. Its term may have ended too; the review that follows sees to that.
    /// </summary>
    /// <param name="before">what the member had when the trial began</param>
    public static TierDecision Return(
        IReadOnlyList<TierDef> tiers,
        TierPolicy policy,
        TierId lent,
        TierState before,
        TierFacts facts
    )
    {
        if (facts.State.Tier != lent)
            return Stay(facts, TierPhrases.Stays.With(("tier", Of(tiers, facts.State.Tier).Name)));
        var own = Examine(
            tiers,
            policy with
            {
                Downgrade = Downgrade.Off,
            },
            facts with
            {
                State = before with { PacksGiven = facts.State.PacksGiven },
            }
        );
        if (own.Change == TierChange.Upgrade)
            return own;
        var why = TierPhrases.Returned.With(("old", Of(tiers, lent).Name), ("tier", Of(tiers, before.Tier).Name));
        return own with { Change = TierChange.Downgrade, Why = why };
    }

    private static TierDecision Stay(TierFacts facts, Sentence why) => new(TierChange.Stay, facts.State, null, why);

    /// <summary>Only the pack of the tier that is reached; tiers jumped over give none, and a fall gives none.</summary>
    private static TierDecision Enter(
        TierChange change,
        TierDef tier,
        IReadOnlyList<TierDef> tiers,
        TierFacts facts,
        Sentence why
    )
    {
        var state = facts.State;
        var given = change == TierChange.Upgrade && !tier.Pack.IsEmpty && !state.PacksGiven.Contains(tier.Id);
        // The base tier does not end, and before activation no term runs.
        var ends = facts.IsActive && !IsBase(tiers, tier);
        var after = new TierState(
            tier.Id,
            facts.Today,
            ends ? tier.Validity.LastDay(facts.Today) : null,
            given ? [.. state.PacksGiven, tier.Id] : state.PacksGiven
        );
        return new(change, after, given ? tier.Pack : null, why);
    }

    /// <summary>A merchant that gives packs again after a drop forgets those of the tiers that were lost.</summary>
    private static TierDecision Forget(IReadOnlyList<TierDef> tiers, TierPolicy policy, TierDecision drop)
    {
        if (policy.PackAgain == PackAgain.OncePerTier)
            return drop;
        var order = Of(tiers, drop.After.Tier).Order;
        return drop with
        {
            After = drop.After with
            {
                PacksGiven =
                [
                    .. drop.After.PacksGiven.Where(p =>
                        tiers.FirstOrDefault(t => t.Id == p) is not { } t || t.Order <= order
                    ),
                ],
            },
        };
    }

    private static bool IsProtected(TierPolicy policy, TierFacts facts) =>
        facts.ProtectedUntil >= facts.Today
        || (policy.ProtectBirthMonth && facts.IsBirthMonth)
        || (policy.ProtectedMonths > 0 && facts.Today < facts.Joined.AddMonths(policy.ProtectedMonths));

    private static bool MetAtEnd(UpgradeRule rule, TierPolicy policy, TierFacts facts) =>
        Met(rule, c => AtEnd(c, policy, facts.State, facts.Today, facts.Joined), facts);

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

    /// <summary>
    /// What was reached while the tier lasted, grace included, decides - also when the review comes days late. Whether
    /// refunds count against it is the merchant's policy.
    /// </summary>
    private static Measure AtEnd(
        Condition condition,
        TierPolicy policy,
        TierState state,
        BusinessDay today,
        BusinessDay joined
    )
    {
        var last =
            state.Until is { } until && until.AddDays(policy.GraceDays) < today
                ? until.AddDays(policy.GraceDays)
                : today;
        return ToKeep(condition, state, last, joined, policy.AfterRefund == AfterRefund.Never);
    }

    /// <summary>What was reached since the term began; only growth is a standing that one has, not a flow.</summary>
    internal static Measure ToKeep(
        Condition condition,
        TierState state,
        BusinessDay last,
        BusinessDay joined,
        bool gross
    ) =>
        condition is { Metric: Metric.Growth or Metric.Profile, Window.Kind: WindowKind.SinceJoining }
            ? Running(condition, last, joined)
            : new(condition.Metric, new(state.Since, last), gross);

    internal static UpgradeRule KeepRule(TierDef tier) => tier.Keep ?? tier.Upgrade;

    internal static TierDef Of(IReadOnlyList<TierDef> tiers, TierId id) => tiers.First(t => t.Id == id);

    private static TierDef Base(IReadOnlyList<TierDef> tiers) => tiers.MinBy(t => t.Order)!;

    private static bool IsBase(IReadOnlyList<TierDef> tiers, TierDef tier) => tier.Id == Base(tiers).Id;

    private static TierDef? Highest(IEnumerable<TierDef> tiers, Func<TierDef, bool> fits) =>
        tiers.Where(fits).MaxBy(t => t.Order);
}
