using Shuke.Core.Rewards;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Rewards;

/// <summary>GET /rewards/rules and /rewards/rules/{id}: rules with their sentence and results; one with its versions.</summary>
public static class ShowRule
{
    /// <summary>What a rule has done so far. Cost in fen, net of what was taken back.</summary>
    public sealed record Results(
        long Given,
        long Members,
        long Waiting,
        long Held,
        long Tested,
        long TakenBack,
        Money Cost,
        Money TestCost
    );

    public sealed record Edition(long Number, RuleState State, string Says, string? Staff, Instant At);

    /// <summary>A rule on the list.</summary>
    public sealed record Item(
        RewardRuleId Id,
        string Form,
        string Name,
        RuleState State,
        Happening On,
        string Says,
        Results Results,
        IReadOnlyList<Left> Left,
        long Version
    );

    /// <summary>A limit for everybody with what is left of it today.</summary>
    public sealed record Left(Cap Cap, long Used);

    public sealed record Reply(
        RewardRuleId Id,
        RuleBody Body,
        RuleState State,
        string Says,
        Results Results,
        IReadOnlyList<Left> Left,
        IReadOnlyList<Edition> Versions,
        long Version
    ) : IVersioned;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/rewards/rules", Permission.RewardsView, List).WithSummary("Reward rules with results.");
        routes
            .Get("/rewards/rules/{id}", Permission.RewardsView, Handle)
            .WithSummary("A reward rule with its versions.");
    }

    public static async Task<Outcome<IReadOnlyList<Item>>> List(DbRead db, Caller caller)
    {
        var rows = await db.All<RuleRow>(
            """
            SELECT * FROM reward_rule WHERE merchant_id = @m
            ORDER BY CASE state WHEN 'running' THEN 0 WHEN 'test' THEN 1 ELSE 2 END, id DESC LIMIT 200
            """
        );
        var results = await Count(db, null);
        var used = await Used(db, null);
        var today = await Today(db, caller);
        var names = await RewardNames.Load(db, caller.Language, Products(rows));
        var sentence = new RuleSentence(names, caller.Language);
        return rows.ConvertAll(r =>
        {
            var rule = Rules.Read(r);
            return new Item(
                r.Id,
                r.Form,
                r.Name,
                r.State,
                r.Happening,
                sentence.Of(rule),
                results.GetValueOrDefault(r.Id, None),
                Lefts(rule, used, today),
                r.Version
            );
        });
    }

    public static async Task<Outcome<Reply>> Handle(RewardRuleId id, DbRead db, Caller caller)
    {
        if (await Rules.Find(db, id) is not { } row)
            return CommonReasons.NotFound.With(("what", "奖励规则"));
        var versions = await db.All<RuleVersionRow>(
            "SELECT * FROM reward_rule_version WHERE merchant_id = @m AND rule_id = @id ORDER BY version DESC LIMIT 100",
            new { id }
        );
        var names = await RewardNames.Load(db, caller.Language, Products([row]));
        var sentence = new RuleSentence(names, caller.Language);
        var said = new List<Edition>();
        foreach (var v in versions)
            said.Add(
                new(
                    v.Version,
                    v.State,
                    sentence.Of(Json.Parse<RuleBody>(v.Body).ToRule(id, v.Version, v.State)),
                    v.StaffId is { } staff ? await OrgPublic.StaffName(db, staff) : null,
                    v.At
                )
            );
        var rule = Rules.Read(row);
        return new Reply(
            id,
            Json.Parse<RuleBody>(row.Body),
            row.State,
            sentence.Of(rule),
            (await Count(db, id)).GetValueOrDefault(id, None),
            Lefts(rule, await Used(db, id), await Today(db, caller)),
            said,
            row.Version
        );
    }

    internal static async Task<BusinessDay> Today(DbRead db, Caller caller) =>
        (await Happenings.StoreOf(db, caller.StoreId)).DayOf(db.Now);

    private static readonly Results None = new(0, 0, 0, 0, 0, 0, Money.Zero, Money.Zero);

    private sealed record CountRow(
        RewardRuleId SourceId,
        long Given,
        long Members,
        long Waiting,
        long Held,
        long Tested,
        long TakenBack,
        Money Cost,
        Money TestCost
    );

    private static async Task<Dictionary<RewardRuleId, Results>> Count(DbRead db, RewardRuleId? id)
    {
        var rows = await db.All<CountRow>(
            """
            SELECT source_id, CAST(SUM(CASE WHEN state = 'given' THEN 1 ELSE 0 END) AS BIGINT) AS given,
                COUNT(DISTINCT CASE WHEN state = 'given' THEN member_id END) AS members,
                CAST(SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS BIGINT) AS waiting,
                CAST(SUM(CASE WHEN state = 'held' THEN 1 ELSE 0 END) AS BIGINT) AS held,
                CAST(SUM(CASE WHEN state = 'test' THEN 1 ELSE 0 END) AS BIGINT) AS tested,
                CAST(SUM(CASE WHEN state = 'taken_back' THEN 1 ELSE 0 END) AS BIGINT) AS taken_back,
                CAST(SUM(CASE WHEN state IN ('given', 'waiting', 'held') THEN cost ELSE 0 END) AS BIGINT) AS cost,
                CAST(SUM(CASE WHEN state = 'test' THEN cost ELSE 0 END) AS BIGINT) AS test_cost
            FROM reward_grant WHERE merchant_id = @m AND source_kind = 'rule'
            """
                + (id is null ? "" : " AND source_id = @id")
                + " GROUP BY source_id",
            new { id = id ?? default }
        );
        return rows.ToDictionary(
            r => r.SourceId,
            r => new Results(r.Given, r.Members, r.Waiting, r.Held, r.Tested, r.TakenBack, r.Cost, r.TestCost)
        );
    }

    private sealed record UsedRow(RewardRuleId RuleId, string Period, CapUnit Unit, long Used);

    private static Task<List<UsedRow>> Used(DbRead db, RewardRuleId? id) =>
        db.All<UsedRow>(
            "SELECT rule_id, period, unit, used FROM reward_counter WHERE merchant_id = @m AND member_id = 0"
                + (id is null ? "" : " AND rule_id = @id"),
            new { id = id ?? default }
        );

    private static IReadOnlyList<Left> Lefts(RewardRule rule, List<UsedRow> used, BusinessDay today)
    {
        return
        [
            .. rule
                .Caps.Where(c => c.Scope == CapScope.Everybody)
                .Select(c => new Left(
                    c,
                    used.Where(u => u.RuleId == rule.Id && u.Unit == c.Unit && u.Period == c.Period(today))
                        .Sum(u => u.Used)
                )),
        ];
    }

    private static IEnumerable<ProductId> Products(IEnumerable<RuleRow> rows) =>
        rows.SelectMany(r => Json.Parse<RuleBody>(r.Body).Trigger.Products ?? []).Distinct();
}
