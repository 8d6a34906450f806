using Shuke.Core.Conditions;

namespace Shuke.Core.Rewards;

/// <summary>One instalment: so much on this day.</summary>
public readonly record struct Due(BusinessDay Day, long Amount);

/// <summary>One thing to give, in its unit, with the days it is due; an undelayed one is due on the day of the event.</summary>
public sealed record GrantItem(int No, Effect Effect, long Amount, IReadOnlyList<Due> Dues);

/// <summary>A reward to give.</summary>
/// <param name="Cost">fen; what it counts against budgets</param>
/// <param name="Hold">why a person or the refund period comes first; null = at once</param>
/// <param name="HoldUntil">null while Hold is set: a person decides</param>
public sealed record Grant(
    IReadOnlyList<GrantItem> Items,
    Money Cost,
    Sentence Why,
    Sentence? Hold,
    BusinessDay? HoldUntil
);

/// <summary>What a rule says to an event: a grant, or why not.</summary>
public sealed record Verdict(RewardRule Rule, Grant? Grant, Refusal? WhyNot)
{
    public bool IsTest => Rule.State == RuleState.Test;
}

/// <summary>The reward engine: pure, total, and every answer says why.</summary>
public static class RewardEngine
{
    /// <summary>
    /// Every rule of the event's kind is answered, in order of priority (high first, then the older). A rule in test mode
    /// takes nobody's place in an exclusive group.
    /// </summary>
    public static IReadOnlyList<Verdict> Decide(
        IReadOnlyList<RewardRule> rules,
        RewardEvent happened,
        RewardFacts facts,
        AbuseLimits abuse
    )
    {
        var verdicts = new List<Verdict>();
        var taken = new Dictionary<string, RewardRule>(StringComparer.Ordinal);
        var concerned = rules.Where(r => r.State != RuleState.Stopped && Concerns(r, happened));
        foreach (var rule in concerned.OrderByDescending(r => r.Priority).ThenBy(r => r.Id))
        {
            var verdict =
                rule.Group.Length > 0 && taken.TryGetValue(rule.Group, out var other)
                    ? new(rule, null, RewardReasons.GroupTaken.With(("other", other.Name)))
                    : One(rule, happened, facts, abuse);
            if (verdict is { Grant: not null, IsTest: false } && rule.Group.Length > 0)
                taken[rule.Group] = rule;
            verdicts.Add(verdict);
        }
        return verdicts;
    }

    /// <summary>Of the event's kind, and for a clock event made for this very rule.</summary>
    private static bool Concerns(RewardRule rule, RewardEvent happened) =>
        rule.Trigger.On == happened.Kind
        && (!rule.Trigger.IsOfTheClock || happened.Name == rule.Id.ToString())
        && rule.Effects.Any(e => e.For == happened.Side);

    private static Verdict One(RewardRule rule, RewardEvent happened, RewardFacts facts, AbuseLimits abuse)
    {
        Verdict No(Refusal refusal) => new(rule, null, refusal);
        if (facts.Blocked)
            return No(RewardReasons.Blocked);
        if (Outside(rule.Validity, happened, facts.Known.At) is { } outside)
            return No(outside);
        if (Fits(rule.Trigger, happened, facts.Past).No(out var times, out var refusal))
            return No(refusal);
        if (Condition.Of(rule.Condition).Unmet(facts.Known, facts.Names) is { } unmet)
            return No(RewardReasons.ConditionUnmet.With(("why", Phrase(unmet.Why)), ("distance", unmet.Distance)));
        var items = Items(rule, happened, times);
        if (items.Count == 0)
            return No(RewardReasons.Nothing);
        var cost = new Money(items.Sum(i => Cost(i, facts.WorthOfHundred).Fen));
        if (Caps(rule, happened, facts, cost) is { } full)
            return No(full);
        var (hold, until) = Hold(rule, happened, facts.Suspicion, abuse, cost);
        return new(rule, new(items, cost, RewardPhrases.Why(rule, happened, times), hold, until), null);
    }

    private static Refusal? Outside(Validity validity, RewardEvent happened, Moment at)
    {
        if (validity.When is { } when)
        {
            if (when.From > happened.Day)
                return RewardReasons.NotYet.With(("from", when.From));
            if (when.Until < happened.Day)
                return RewardReasons.Over.With(("to", when.Until));
            // A clock event has no hour of its own: it happens on its day.
            if (happened.Kind >= Happening.Birthday ? !when.HoldsOn(happened.Day) : !when.Holds(at))
                return OtherTime(when, happened.Day);
        }
        if (validity.Stores is { Count: > 0 } stores && happened.Store is { } store && !stores.Contains(store))
            return RewardReasons.OtherStore;
        return null;
    }

    private static Refusal OtherTime(Schedule when, BusinessDay day)
    {
        for (var next = day.AddDays(1); next < day.AddDays(400); next = next.AddDays(1))
            if (when.HoldsOn(next))
                return RewardReasons.OtherTime.With(("next", next));
        return RewardReasons.Over.With(("to", when.Until ?? day));
    }

    private static Phrase Phrase(Sentence why) => new(why.Phrase.Code, why.In(Language.Zh), why.In(Language.En));

    /// <summary>How often the trigger fits: once, or for sums once for each step that was passed.</summary>
    internal static Outcome<int> Fits(Trigger trigger, RewardEvent happened, IReadOnlyList<PastEvent> past)
    {
        if (!trigger.IsOfTheClock && trigger.Name.Length > 0 && trigger.Name != happened.Name)
            return RewardReasons.OtherName;
        var counted = trigger.Counted(happened.Amount, happened.LinesOrNone);
        if (trigger.NamesGoods && !happened.LinesOrNone.Any(trigger.Holds))
            return RewardReasons.OtherGoods;
        if (counted < trigger.MinAmount)
            return RewardReasons.AmountTooSmall.With(
                ("min", trigger.MinAmount.Fen),
                ("short", (trigger.MinAmount - counted).Fen)
            );
        if (!trigger.LooksBack)
            return 1;
        var before = past.Where(p => p.Amount.IsPositive || !happened.Amount.IsPositive)
            .Where(p => !trigger.NamesGoods || p.Lines.Any(trigger.Holds))
            .Select(p => (p.Day, Amount: trigger.Counted(p.Amount, p.Lines)))
            .Where(p => trigger.EachAmount.IsPositive || p.Amount >= trigger.MinAmount)
            .ToList();
        var n = before.Count + 1;
        if (trigger.Nth > 0 && n != trigger.Nth)
            return RewardReasons.NotTheNth.With(("n", n), ("nth", trigger.Nth));
        if (trigger.Every > 0 && n % trigger.Every != 0)
            return RewardReasons.NotEveryNth.With(
                ("every", trigger.Every),
                ("short", trigger.Every - n % trigger.Every)
            );
        if (trigger.On == Happening.Purchased && trigger.Days > 0 && before.Count > 0)
        {
            var days = happened.Day.Date.DayNumber - before[^1].Day.Date.DayNumber;
            if (days > trigger.Days)
                return RewardReasons.TooLate.With(("days", days), ("max", trigger.Days));
        }
        return trigger.EachAmount.IsPositive ? Steps(trigger.EachAmount, before.Sum(b => b.Amount.Fen), counted) : 1;
    }

    private static Outcome<int> Steps(Money each, long before, Money counted)
    {
        var after = before + counted.Fen;
        var steps = after / each.Fen - before / each.Fen;
        return steps > 0
            ? checked((int)steps)
            : RewardReasons.SumTooSmall.With(("each", each.Fen), ("short", each.Fen - after % each.Fen));
    }

    /// <summary>What the effects come to for this event, whatever the trigger says; for tasks, badges and prizes.</summary>
    public static IReadOnlyList<GrantItem> ItemsOf(RewardRule rule, RewardEvent happened) => Items(rule, happened, 1);

    internal static List<GrantItem> Items(RewardRule rule, RewardEvent happened, int times)
    {
        var counted = rule.Trigger.Counted(happened.Amount, happened.LinesOrNone);
        var items = new List<GrantItem>();
        for (var i = 0; i < rule.Effects.Count; i++)
        {
            var effect = rule.Effects[i];
            if (effect.For != happened.Side)
                continue;
            var amount =
                effect.RateBp > 0 ? Share(effect, counted) : effect.Amount * (IsCounted(effect.Kind) ? times : 1);
            if (amount > 0 || !IsCounted(effect.Kind))
                items.Add(new(i, effect, amount, Dues(effect, amount, happened.Day)));
        }
        return items;
    }

    /// <summary>Things that come in numbers; tags, messages, badges, tiers and tasks are given or not.</summary>
    public static bool IsCounted(EffectKind kind) =>
        kind
            is EffectKind.Points
                or EffectKind.Growth
                or EffectKind.Bonus
                or EffectKind.Voucher
                or EffectKind.Coupon
                or EffectKind.Chances;

    private static long Share(Effect effect, Money counted)
    {
        // Points and growth are counted on yuan, everything else on fen; one division, rounded down.
        var perYuan = effect.Kind is EffectKind.Points or EffectKind.Growth;
        var amount = Divide.Exact((Int128)counted.Fen * effect.RateBp, perYuan ? 1_000_000 : 10_000, Rounding.Down);
        return effect.Max > 0 ? Math.Min(amount, effect.Max) : amount;
    }

    private static IReadOnlyList<Due> Dues(Effect effect, long amount, BusinessDay day)
    {
        var first = day.AddDays(effect.DelayDays);
        var parts = Math.Max(effect.Parts, 1);
        if (parts == 1)
            return [new(first, amount)];
        var weights = new long[parts];
        Array.Fill(weights, 1);
        var shares = Divide.Share(amount, weights);
        return
        [
            .. shares
                .Select(
                    (share, k) =>
                        new Due(effect.EveryDays > 0 ? first.AddDays(effect.EveryDays * k) : first.AddMonths(k), share)
                )
                .Where(d => d.Amount > 0),
        ];
    }

    /// <summary>What it counts against a budget, fen.</summary>
    public static Money Cost(GrantItem item, Money worthOfHundred) =>
        item.Effect.Kind switch
        {
            EffectKind.Bonus => new(item.Amount),
            // Rounded up: a budget is never overspent by rounding.
            EffectKind.Points => new(Divide.Exact((Int128)item.Amount * worthOfHundred.Fen, 100, Rounding.Up)),
            EffectKind.Voucher or EffectKind.Coupon or EffectKind.Chances => item.Effect.Worth * item.Amount,
            _ => Money.Zero,
        };

    private static Refusal? Caps(RewardRule rule, RewardEvent happened, RewardFacts facts, Money cost)
    {
        foreach (var cap in rule.Caps)
        {
            var used = facts.Counters.GetValueOrDefault((rule.Id, cap.Key(happened.Member, happened.Day)));
            if (WhyFull(cap, used, cost) is { } full)
                return full;
        }
        return null;
    }

    /// <summary>Why one more reward of this cost does not fit under a cap; also asked when another was quicker.</summary>
    public static Refusal? WhyFull(Cap cap, long used, Money cost)
    {
        var next = cap.Unit == CapUnit.Times ? 1 : cost.Fen;
        if (used + next <= cap.Max)
            return null;
        return cap.Unit == CapUnit.Fen
            ? RewardReasons.BudgetGone.With(("left", Math.Max(cap.Max - used, 0)), ("needed", cost.Fen))
            : RewardReasons.CapReached.With(
                ("who", cap.Scope == CapScope.EachMember ? RewardPhrases.Each : RewardPhrases.All),
                ("window", RewardPhrases.Window(cap.Window)),
                ("max", cap.Max)
            );
    }

    private static (Sentence? Hold, BusinessDay? Until) Hold(
        RewardRule rule,
        RewardEvent happened,
        Suspicion seen,
        AbuseLimits limits,
        Money cost
    )
    {
        if (rule.Review)
            return (RewardPhrases.HeldForReview.With(), null);
        if (limits.GrantsPerDayMax > 0 && seen.GrantsToday >= limits.GrantsPerDayMax)
            return (RewardPhrases.HeldTooMany.With(("n", seen.GrantsToday + 1), ("max", limits.GrantsPerDayMax)), null);
        if (limits.RefundsPerMonthMax > 0 && seen.RefundsLately >= limits.RefundsPerMonthMax)
            return (RewardPhrases.HeldRefunds.With(("n", seen.RefundsLately)), null);
        if (limits.MembersPerDeviceMax > 0 && seen.Device > limits.MembersPerDeviceMax)
            return (RewardPhrases.HeldDevice.With(("n", seen.Device)), null);
        if (limits.CostMax.IsPositive && cost > limits.CostMax)
            return (RewardPhrases.HeldCostly.With(("cost", cost.Fen), ("max", limits.CostMax.Fen)), null);
        return rule.HoldDays > 0
            ? (RewardPhrases.HeldDays.With(("days", rule.HoldDays)), happened.Day.AddDays(rule.HoldDays))
            : (null, null);
    }
}
