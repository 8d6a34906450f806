using System.ComponentModel.DataAnnotations;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Sales;

namespace Shuke.Server.Modules.Rewards;

/// <summary>
/// POST /rewards/sentence: what a rule on the form will do, in words. POST /rewards/try-out: what it would have given a real
/// member in the last days. Both read only.
/// </summary>
public static class TryRule
{
    private const int EventsMax = 200;

    /// <param name="Problem">why it cannot be saved yet; null = it can</param>
    public sealed record Sentence(string Says, string? Problem);

    public sealed record Request(EditRule.Request Rule, MemberId MemberId, [Range(1, 400)] int Days = 31);

    /// <summary>One event with what the rule says to it.</summary>
    /// <param name="Gives">empty when it gives nothing</param>
    /// <param name="Why">why it gives, or why not and how far away it is</param>
    public sealed record Step(BusinessDay Day, string Event, Money Amount, string Gives, string Why);

    public sealed record Reply(string Says, string Summary, int Grants, Money Cost, IReadOnlyList<Step> Steps);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Ask("/rewards/sentence", Permission.RewardsView, Say).WithSummary("A rule in words.");
        routes.Ask("/rewards/try-out", Permission.RewardsView, Handle).WithSummary("Try a rule on a member's past.");
    }

    public static async Task<Outcome<Sentence>> Say(EditRule.Request request, DbRead db, Caller caller)
    {
        var body = request.Body();
        var names = await RewardNames.Load(db, caller.Language, body.Trigger.Products);
        return new Sentence(
            new RuleSentence(names, caller.Language).Of(body.ToRule(default, 1, request.State)),
            (await RuleCheck.WhyNot(db, body))?.Sentence(caller.Language)
        );
    }

    public static async Task<Outcome<Reply>> Handle(Request request, DbRead db, Caller caller)
    {
        var body = request.Rule.Body();
        if (await RuleCheck.WhyNot(db, body) is { } refusal)
            return refusal;
        if (await MembersPublic.Get(db, request.MemberId, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        // An id no rule has: the try-out has its own counters and its own clock events.
        var rule = body.ToRule(new(1), 1, RuleState.Running);
        var store = await Happenings.StoreOf(db, caller.StoreId);
        var names = await RewardNames.Load(db, caller.Language, body.Trigger.Products);
        var sentence = new RuleSentence(names, caller.Language);
        var steps = new List<Step>();
        var (grants, cost) = (0, Money.Zero);
        foreach (var (happened, verdict) in await Replay(db, rule, member, store, request.Days))
        {
            grants += verdict.Grant is null ? 0 : 1;
            cost += verdict.Grant?.Cost ?? Money.Zero;
            steps.Add(Describe(happened, verdict, sentence, caller.Language));
        }
        return new Reply(
            sentence.Of(rule),
            caller.Language == Language.Zh
                ? $"最近 {request.Days} 天,{member.Name}会获得 {grants} 次奖励。"
                : $"In the last {request.Days} days {member.Name} would have got {grants} rewards.",
            grants,
            cost,
            steps
        );
    }

    /// <summary>The member's real events of the kind, or the days of the calendar, each answered in turn.</summary>
    internal static async Task<IReadOnlyList<(RewardEvent Happened, Verdict Verdict)>> Replay(
        DbRead db,
        RewardRule rule,
        MemberInfo member,
        StoreInfo store,
        int days
    )
    {
        var today = store.DayOf(db.Now);
        var counters = new Dictionary<(RewardRuleId Rule, CounterKey Key), long>();
        var answers = new List<(RewardEvent, Verdict)>();
        var abuse = (await OrgPublic.Setting<RewardSettings>(db)).Abuse;
        foreach (var happened in await Events(db, rule, member, store, today.AddDays(-days), today))
        {
            var facts = await Happenings.Facts(db, [rule], happened, store, counters);
            var verdicts = RewardEngine.Decide([rule], happened, facts with { Suspicion = new() }, abuse);
            if (verdicts is not [var verdict])
                continue;
            answers.Add((happened, verdict));
            if (verdict.Grant is { } grant)
                foreach (var cap in rule.Caps)
                {
                    var key = (rule.Id, cap.Key(happened.Member, happened.Day));
                    counters[key] = counters.GetValueOrDefault(key) + (cap.Unit == CapUnit.Times ? 1 : grant.Cost.Fen);
                }
        }
        return answers;
    }

    private static async Task<IReadOnlyList<RewardEvent>> Events(
        DbRead db,
        RewardRule rule,
        MemberInfo member,
        StoreInfo store,
        BusinessDay after,
        BusinessDay today
    )
    {
        if (rule.Trigger.IsOfTheClock)
        {
            var leap = (await OrgPublic.Setting<RewardSettings>(db)).LeapDay;
            var clock = await RewardClock.Of(db, member, store);
            return
            [
                .. ClockEvents
                    .Due(rule.Trigger, clock, after, today, leap)
                    .Select(d => RewardClock.Event(rule, member.Id, d, db.Now, 0)),
            ];
        }
        if (rule.Trigger.On == Happening.Purchased)
            return await Purchases(db, member.Id, after);
        var rows = await db.All<EventRow>(
            """
            SELECT * FROM reward_event WHERE merchant_id = @m AND member_id = @id AND happening = @On AND day > @after
            ORDER BY at, id LIMIT
            """ + $" {EventsMax}",
            new
            {
                id = member.Id,
                rule.Trigger.On,
                after,
            }
        );
        return rows.ConvertAll(r => r.ToEvent());
    }

    /// <summary>Tickets are remembered where they were sold: a shop that has no rule yet can try one on its past.</summary>
    private static async Task<IReadOnlyList<RewardEvent>> Purchases(DbRead db, MemberId member, BusinessDay after)
    {
        var tickets = await SalesPublic.Purchases(db, member, after, EventsMax);
        var lines = await Hear.Lines(db, tickets.ConvertAll(t => t.OrderId), kept: true);
        return tickets.ConvertAll(t => new RewardEvent(
            Hear.KeyOf(t.OrderId),
            Happening.Purchased,
            member,
            t.Day,
            t.At,
            t.StoreId,
            t.Payable - t.Refunded,
            lines(t.OrderId)
        ));
    }

    internal static Step Describe(RewardEvent happened, Verdict verdict, RuleSentence sentence, Language language) =>
        new(
            happened.Day,
            language == Language.Zh ? RewardPhrases.Event(happened.Kind).Zh : RewardPhrases.Event(happened.Kind).En,
            happened.Amount,
            verdict.Grant is { } grant
                ? RewardNames.Say(
                    [.. grant.Items.Select(i => new GivenItem(i.No, i.Effect, i.Amount, i.Dues))],
                    sentence,
                    language
                )
                : "",
            verdict.Grant?.Why.In(language) ?? verdict.WhyNot!.Sentence(language)
        );
}
