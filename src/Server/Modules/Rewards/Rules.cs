using Shuke.Core.Conditions;
using Shuke.Core.Rewards;

namespace Shuke.Server.Modules.Rewards;

/// <summary>What of a rule is edited and stored as a version; id, version and state stand beside it.</summary>
/// <param name="Form">the friendly form it is edited with</param>
public sealed record RuleBody(
    string Form,
    string Name,
    Trigger Trigger,
    IReadOnlyList<Effect> Effects,
    IReadOnlyList<Cap> Caps,
    Validity Validity,
    Clause Condition,
    int Priority = 0,
    string Group = "",
    int HoldDays = 0,
    bool Review = false
)
{
    internal RewardRule ToRule(RewardRuleId id, long version, RuleState state) =>
        new(
            id,
            version,
            Form,
            Name,
            state,
            Trigger,
            Effects,
            Caps,
            Validity,
            Condition,
            Priority,
            Group,
            HoldDays,
            Review
        );
}

/// <summary>Loads rules.</summary>
internal static class Rules
{
    public static RewardRule Read(RuleRow row) => Json.Parse<RuleBody>(row.Body).ToRule(row.Id, row.Version, row.State);

    /// <summary>The rules that are running or in test and listen to this.</summary>
    public static async Task<IReadOnlyList<RewardRule>> Live(DbRead db, Happening happening) =>
        [.. (await AllLive(db)).Where(r => r.Trigger.On == happening)];

    /// <summary>All rules that are running or in test; kept in memory until somebody changes one.</summary>
    public static async Task<IReadOnlyList<RewardRule>> AllLive(DbRead db) =>
        await db.Kept<IReadOnlyList<RewardRule>>(
            "live",
            static async db =>
                (
                    await db.All<RuleRow>(
                        "SELECT * FROM reward_rule WHERE merchant_id = @m AND state <> 'stopped' ORDER BY id"
                    )
                ).ConvertAll(Read)
        );

    public static Task<RuleRow?> Find(DbRead db, RewardRuleId id) =>
        db.One<RuleRow>("SELECT * FROM reward_rule WHERE merchant_id = @m AND id = @id", new { id });
}

/// <summary>Counts what limits look at. Every step is one conditional update, so no limit can be passed in a race.</summary>
internal static class RewardCounters
{
    private sealed record CounterRow(RewardRuleId RuleId, MemberId MemberId, string Period, CapUnit Unit, long Used);

    public static async Task<IReadOnlyDictionary<(RewardRuleId Rule, CounterKey Key), long>> Load(
        DbRead db,
        IReadOnlyList<RewardRule> rules,
        RewardEvent happened
    )
    {
        var capped = rules.Where(r => r.Caps.Count > 0).ToList();
        if (capped.Count == 0)
            return new Dictionary<(RewardRuleId, CounterKey), long>();
        var rows = await db.All<CounterRow>(
            """
            SELECT rule_id, member_id, period, unit, used FROM reward_counter
            WHERE merchant_id = @m AND rule_id IN @ids AND member_id IN @members AND period IN @periods
            """,
            new
            {
                ids = capped.Select(r => r.Id).ToList(),
                members = new List<MemberId> { default, happened.Member },
                periods = capped.SelectMany(r => r.Caps).Select(c => c.Period(happened.Day)).Distinct().ToList(),
            }
        );
        return rows.ToDictionary(r => (r.RuleId, new CounterKey(r.MemberId, r.Period, r.Unit)), r => r.Used);
    }

    /// <summary>Counts one more reward of this cost under every cap; a cap another reached meanwhile undoes it and is answered.</summary>
    public static async Task<Refusal?> Take(Tx tx, RewardRule rule, MemberId member, BusinessDay day, Money cost)
    {
        var taken = new List<Cap>();
        // One order for everybody, so that two who count under the same caps wait for each other instead of locking up.
        foreach (var cap in rule.Caps.OrderBy(c => c.Scope).ThenBy(c => c.Window).ThenBy(c => c.Unit))
        {
            if (await Step(tx, rule.Id, cap.Key(member, day), Amount(cap, cost), cap.Max))
            {
                taken.Add(cap);
                continue;
            }
            foreach (var back in taken)
                await Give(tx, rule.Id, back.Key(member, day), Amount(back, cost));
            return RewardEngine.WhyFull(cap, await Used(tx, rule.Id, cap.Key(member, day)), cost)
                ?? RewardEngine.WhyFull(cap, cap.Max, cost);
        }
        return null;
    }

    /// <summary>Gives back what a grant that is undone had counted; a part of the cost only when it is undone in part.</summary>
    public static async Task Return(Tx tx, RewardRule rule, MemberId member, BusinessDay day, Money cost, bool whole)
    {
        foreach (var cap in rule.Caps.OrderBy(c => c.Scope).ThenBy(c => c.Window).ThenBy(c => c.Unit))
            if (whole || cap.Unit == CapUnit.Fen)
                await Give(tx, rule.Id, cap.Key(member, day), Amount(cap, cost));
    }

    private static long Amount(Cap cap, Money cost) => cap.Unit == CapUnit.Times ? 1 : cost.Fen;

    private static async Task<bool> Step(Tx tx, RewardRuleId rule, CounterKey key, long n, long max) =>
        n == 0
        || n <= max
            && await tx.Execute(
                """
                INSERT INTO reward_counter (merchant_id, rule_id, member_id, period, unit, used)
                VALUES (@m, @rule, @member, @period, @unit, @n)
                ON CONFLICT (merchant_id, rule_id, member_id, period, unit) DO UPDATE SET used = reward_counter.used + @n
                WHERE reward_counter.used + @n <= @max
                """,
                new
                {
                    rule,
                    member = key.Member,
                    period = key.Period,
                    unit = key.Unit,
                    n,
                    max,
                }
            ) == 1;

    private static Task<int> Give(Tx tx, RewardRuleId rule, CounterKey key, long n) =>
        tx.Execute(
            """
            UPDATE reward_counter SET used = CASE WHEN used > @n THEN used - @n ELSE 0 END
            WHERE merchant_id = @m AND rule_id = @rule AND member_id = @member AND period = @period AND unit = @unit
            """,
            new
            {
                rule,
                member = key.Member,
                period = key.Period,
                unit = key.Unit,
                n,
            }
        );

    private static Task<long> Used(DbRead db, RewardRuleId rule, CounterKey key) =>
        db.One<long>(
            """
            SELECT used FROM reward_counter
            WHERE merchant_id = @m AND rule_id = @rule AND member_id = @member AND period = @period AND unit = @unit
            """,
            new
            {
                rule,
                member = key.Member,
                period = key.Period,
                unit = key.Unit,
            }
        );
}
