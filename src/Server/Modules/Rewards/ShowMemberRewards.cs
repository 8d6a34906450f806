using Shuke.Core.Rewards;
using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Rewards;

/// <summary>
/// GET /members/{id}/rewards: what a member got and why, what is to come, and for every running rule why not, with the
/// distance; badges with the hidden ones only once earned.
/// </summary>
public static class ShowMemberRewards
{
    private const int DaysBack = 90;

    /// <param name="Why">what the rule said to the last thing that concerned it, or that nothing did</param>
    public sealed record WhyNot(RewardRuleId RuleId, string Rule, string Says, BusinessDay? Day, string Why);

    public sealed record Coming(BusinessDay On, string Gives, string Rule);

    public sealed record Badge(BadgeId Id, string Title, string Level, Instant At);

    /// <param name="Blocked">why the member gets no rewards; null = gets them</param>
    public sealed record Reply(
        IReadOnlyList<Grants.Item> Grants,
        IReadOnlyList<Coming> Coming,
        IReadOnlyList<WhyNot> WhyNot,
        IReadOnlyList<Badge> Badges,
        string? Blocked
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/members/{id}/rewards", Permission.MembersView, Handle)
            .WithSummary("A member's rewards: why, why not.");

    public static async Task<Outcome<Reply>> Handle(MemberId id, DbRead db, Caller caller)
    {
        if (await MembersPublic.Get(db, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        var rows = await db.All<GrantRow>(
            "SELECT * FROM reward_grant WHERE merchant_id = @m AND member_id = @id AND state <> 'test' ORDER BY id DESC LIMIT 50",
            new { id = member.Id }
        );
        var grants = await Grants.Describe(db, rows, caller.Language);
        return new Reply(
            grants,
            await Comings(db, member, caller.Language),
            await WhyNots(db, member, rows, caller),
            await Badges(db, member, caller.Language),
            await db.One<string>(
                "SELECT reason FROM reward_block WHERE merchant_id = @m AND member_id = @id",
                new { id = member.Id }
            )
        );
    }

    private static async Task<List<Coming>> Comings(DbRead db, MemberInfo member, Language language)
    {
        var dues = await db.All<DueRow>(
            """
            SELECT d.* FROM reward_due d JOIN reward_grant g ON g.merchant_id = d.merchant_id AND g.id = d.grant_id
            WHERE d.merchant_id = @m AND g.member_id = @id AND d.state = 'open' ORDER BY d.due_on, d.grant_id, d.item, d.part LIMIT 50
            """,
            new { id = member.Id }
        );
        if (dues.Count == 0)
            return [];
        var rows = await db.All<GrantRow>(
            "SELECT * FROM reward_grant WHERE merchant_id = @m AND id IN @ids",
            new { ids = dues.Select(d => d.GrantId).Distinct().ToList() }
        );
        var said = (await Grants.Describe(db, rows, language)).ToDictionary(i => i.Id);
        var sentence = new RuleSentence(await RewardNames.Load(db, language), language);
        return dues.ConvertAll(d =>
        {
            var item = rows.First(r => r.Id == d.GrantId).ReadItems().First(i => i.No == d.Item);
            var part = item.Effect with { Amount = d.Amount, RateBp = 0, Max = 0, Parts = 1, DelayDays = 0 };
            return new Coming(d.DueOn, sentence.Says(part), said[d.GrantId].Rule);
        });
    }

    /// <summary>Each running rule answers to the last thing that concerned it; what it gave for is not asked again.</summary>
    private static async Task<List<WhyNot>> WhyNots(DbRead db, MemberInfo member, List<GrantRow> granted, Caller caller)
    {
        var store = await Happenings.StoreOf(db, caller.StoreId);
        var sentence = new RuleSentence(await RewardNames.Load(db, caller.Language), caller.Language);
        var answers = new List<WhyNot>();
        foreach (var rule in (await Rules.AllLive(db)).Where(r => r.State == RuleState.Running))
        {
            var last = await LastFor(db, rule, member, store);
            if (last is not null && granted.Any(g => g.SourceId == rule.Id.Value && g.EventKey == last.Key))
                continue;
            var verdict =
                last is not null && await Happenings.Decide(db, [rule], last, store) is [var one] ? one : null;
            if (verdict is { Grant: not null })
                continue;
            answers.Add(
                new(
                    rule.Id,
                    rule.Name,
                    sentence.Of(rule),
                    verdict is null ? null : last!.Day,
                    verdict?.WhyNot?.Sentence(caller.Language)
                        ?? RewardReasons
                            .NotHappened.With(("days", DaysBack), ("event", RewardPhrases.Event(rule.Trigger.On)))
                            .Sentence(caller.Language)
                )
            );
        }
        return answers;
    }

    private static async Task<RewardEvent?> LastFor(DbRead db, RewardRule rule, MemberInfo member, Org.StoreInfo store)
    {
        var row = await db.One<EventRow>(
            """
            SELECT * FROM reward_event WHERE merchant_id = @m AND member_id = @id AND happening = @On AND day > @since
            ORDER BY at DESC, id DESC LIMIT 1
            """,
            new
            {
                id = member.Id,
                rule.Trigger.On,
                since = store.DayOf(db.Now).AddDays(-DaysBack),
            }
        );
        return row?.ToEvent();
    }

    private static async Task<List<Badge>> Badges(DbRead db, MemberInfo member, Language language)
    {
        var held = await db.All<MemberBadgeRow>(
            "SELECT * FROM member_badge WHERE merchant_id = @m AND member_id = @id ORDER BY at DESC",
            new { id = member.Id }
        );
        var all = (await db.All<BadgeRow>("SELECT * FROM badge WHERE merchant_id = @m")).ToDictionary(b => b.Id);
        return held.ConvertAll(h =>
        {
            var badge = all[h.BadgeId];
            var level = badge.ReadLevels().ElementAtOrDefault(h.Level - 1);
            return new Badge(
                h.BadgeId,
                badge.Title(language),
                level is null ? ""
                    : language == Language.Zh || level.TitleEn.Length == 0 ? level.TitleZh
                    : level.TitleEn,
                h.At
            );
        });
    }
}
