using System.ComponentModel.DataAnnotations;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Rewards;

/// <summary>
/// Tasks: GET, POST /rewards/tasks, PUT /rewards/tasks/{id}; GET /members/{id}/tasks with progress; POST
/// /members/{id}/tasks/{taskId}/claim. Own events of integrators come in by POST /rewards/events.
/// </summary>
public static class Tasks
{
    /// <param name="ByOffer">only for members it was offered to by a rule</param>
    public sealed record Request(
        [StringLength(40, MinimumLength = 1)] string TitleZh,
        [StringLength(80)] string TitleEn,
        TaskTerms Terms,
        [MaxLength(10)] IReadOnlyList<Effect> Effects,
        bool ByOffer = false,
        bool Active = true,
        [Range(0, 1_000)] int Position = 0
    );

    public sealed record Reply(
        RewardTaskId Id,
        string TitleZh,
        string TitleEn,
        TaskTerms Terms,
        IReadOnlyList<Effect> Effects,
        string Gives,
        bool ByOffer,
        bool Active,
        int Position,
        long Done,
        long Version
    ) : IVersioned;

    /// <summary>A task on a member's list.</summary>
    /// <param name="Waits">for this task of the chain; null = can be done now</param>
    public sealed record Progress(
        RewardTaskId Id,
        string Title,
        string Gives,
        FeatKind Kind,
        long Value,
        long Target,
        bool Done,
        bool Claimed,
        BusinessDay? Until,
        string? Waits
    );

    /// <param name="Name">what the rule or task calls it</param>
    /// <param name="Key">the caller's own key: the same key counts once</param>
    public sealed record EventRequest(
        MemberId MemberId,
        [StringLength(40, MinimumLength = 1)] string Name,
        [StringLength(80, MinimumLength = 1)] string Key
    )
    {
        public Money Amount { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/rewards/tasks", Permission.RewardsView, List).WithSummary("Tasks.");
        routes.Post("/rewards/tasks", Permission.RewardsEdit, Add).WithSummary("Add a task.");
        routes.Put("/rewards/tasks/{id}", Permission.RewardsEdit, Handle).WithSummary("Change a task.");
        routes.Get("/members/{id}/tasks", Permission.MembersView, Show).WithSummary("A member's tasks with progress.");
        routes
            .Post("/members/{id}/tasks/{taskId}/claim", Permission.RewardsPlay, Claim)
            .WithSummary("Claim the reward of a task.");
        routes
            .Get("/rewards/events", Permission.RewardsPlay, Events)
            .WithSummary("Names of the own events that rules, tasks and badges wait for.");
        routes.Post("/rewards/events", Permission.RewardsPlay, Tell).WithSummary("Tell an own event of a member.");
    }

    public static async Task<Outcome<IReadOnlyList<Reply>>> List(DbRead db, Caller caller)
    {
        var rows = await db.All<TaskRow>(
            "SELECT * FROM reward_task WHERE merchant_id = @m ORDER BY active DESC, position, id LIMIT 200"
        );
        var done = (
            await db.All<(RewardTaskId Id, long Done)>(
                "SELECT task_id, COUNT(*) FROM reward_task_done WHERE merchant_id = @m GROUP BY task_id"
            )
        ).ToDictionary(d => d.Id, d => d.Done);
        var sentence = new RuleSentence(await RewardNames.Load(db, caller.Language), caller.Language);
        return rows.ConvertAll(r => View(r, done.GetValueOrDefault(r.Id), sentence));
    }

    public static async Task<Outcome<Reply>> Add(Request request, Tx tx, Caller caller)
    {
        if (await WhyNot(tx, request, null) is { } refusal)
            return refusal;
        var row = new TaskRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.RewardTask>(),
            request.Position,
            request.TitleZh.Trim(),
            request.TitleEn.Trim(),
            Json.Text(request.Terms),
            Json.Text(request.Effects),
            request.ByOffer,
            request.Active,
            1
        );
        await tx.Insert(row);
        tx.Audit(new(caller, "reward_task.added", "reward_task", row.Id.ToString(), After: request));
        return View(row, 0, new(await RewardNames.Load(tx, caller.Language), caller.Language));
    }

    public static async Task<Outcome<Reply>> Handle(
        RewardTaskId id,
        Request request,
        IfMatch match,
        Tx tx,
        Caller caller
    )
    {
        if (await Find(tx, id) is null)
            return CommonReasons.NotFound.With(("what", "任务"));
        if (await WhyNot(tx, request, id) is { } refusal)
            return refusal;
        var touched = await tx.Execute(
            """
            UPDATE reward_task SET title_zh = @TitleZh, title_en = @TitleEn, terms = @terms, effects = @effects, by_offer = @ByOffer,
                active = @Active, position = @Position, version = version + 1
            WHERE merchant_id = @m AND id = @id AND version = @old
            """,
            new
            {
                id,
                old = match.Version,
                request.TitleZh,
                request.TitleEn,
                terms = Json.Text(request.Terms),
                effects = Json.Text(request.Effects),
                request.ByOffer,
                request.Active,
                request.Position,
            }
        );
        if (touched == 0)
            return CommonReasons.Stale;
        tx.Audit(new(caller, "reward_task.changed", "reward_task", id.ToString(), After: request));
        return View((await Find(tx, id))!, 0, new(await RewardNames.Load(tx, caller.Language), caller.Language));
    }

    public static async Task<Outcome<IReadOnlyList<Progress>>> Show(MemberId id, DbRead db, Caller caller)
    {
        if (await MembersPublic.Get(db, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        var today = await ShowRule.Today(db, caller);
        var tasks = await TaskBook.Tasks(db);
        var standing = await TaskBook.Standing(db, member.Id);
        var events = tasks.Count == 0 ? [] : await TaskBook.Events(db, member.Id);
        var sentence = new RuleSentence(await RewardNames.Load(db, caller.Language), caller.Language);
        var list = new List<Progress>();
        foreach (var task in tasks.Where(t => !t.ByOffer || standing.Offers.Contains(t.Id)))
        {
            var terms = task.ReadTerms();
            if (!terms.IsOn(today))
                continue;
            var (period, _, last) = terms.PeriodOf(today);
            var done = standing.Done.FirstOrDefault(d => d.TaskId == task.Id && d.Period == period);
            var waits = standing.MayDo(task, terms) ? null : tasks.FirstOrDefault(t => t.Id == terms.After);
            list.Add(
                new(
                    task.Id,
                    task.Title(caller.Language),
                    Gives(task, sentence, caller.Language),
                    terms.Kind,
                    Math.Min(TaskBook.Progress(terms, today, events), terms.Target),
                    terms.Target,
                    done is not null,
                    done?.Claimed == true,
                    last.Date == DateOnly.MaxValue ? null : last,
                    waits?.Title(caller.Language)
                )
            );
        }
        return list;
    }

    public static async Task<Outcome<IReadOnlyList<Progress>>> Claim(
        MemberId id,
        RewardTaskId taskId,
        Tx tx,
        Caller caller
    )
    {
        if (await MembersPublic.Get(tx, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } gone)
            return gone;
        if (await Find(tx, taskId) is not { } task)
            return CommonReasons.NotFound.With(("what", "任务"));
        var store = await Happenings.StoreOf(tx, caller.StoreId);
        var (terms, today) = (task.ReadTerms(), store.DayOf(tx.Now));
        var period = terms.PeriodOf(today).Name;
        var standing = await TaskBook.Standing(tx, member.Id);
        if (!standing.Done.Any(d => d.TaskId == task.Id && d.Period == period))
        {
            var value = TaskBook.Progress(terms, today, await TaskBook.Events(tx, member.Id));
            return RewardRefusals.TaskNotDone.With(
                (
                    "short",
                    terms.Kind is FeatKind.Spent or FeatKind.TopUps
                        ? new Money(Math.Max(terms.Target - value, 0)).ToString()
                        : Math.Max(terms.Target - value, 0)
                )
            );
        }
        if (!await TaskBook.Claim(tx, task, member.Id, period, store))
            return RewardRefusals.TaskClaimed;
        return await Show(member.Id, tx, caller);
    }

    public static async Task<Outcome<IReadOnlyList<string>>> Events(DbRead db)
    {
        var rules = (await Rules.Live(db, Happening.Custom)).Select(r => r.Trigger.Name);
        var tasks = (await TaskBook.Tasks(db)).Select(t => t.ReadTerms()).Where(t => t.Kind == FeatKind.Custom);
        var badges = (await TaskBook.Badges(db)).Select(b => b.ReadFeat()).Where(f => f.Kind == FeatKind.Custom);
        return rules
            .Concat(tasks.Select(t => t.Name))
            .Concat(badges.Select(f => f.Name))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    public static async Task<Outcome<Done>> Tell(EventRequest request, Tx tx, Caller caller)
    {
        if (await MembersPublic.Get(tx, request.MemberId) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (request.Amount.IsNegative)
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        var store = await Happenings.StoreOf(tx, caller.StoreId);
        await RewardsPublic.Happened(tx, member.Id, request.Name, request.Key, store, request.Amount);
        return Done.Ok;
    }

    private static Task<TaskRow?> Find(DbRead db, RewardTaskId id) =>
        db.One<TaskRow>("SELECT * FROM reward_task WHERE merchant_id = @m AND id = @id", new { id });

    private static async Task<Refusal?> WhyNot(DbRead db, Request request, RewardTaskId? self)
    {
        var t = request.Terms;
        Refusal No(string zh, string en) => RewardRefusals.TriggerInvalid.With(("what", new Phrase("what", zh, en)));
        if (t.Target is < 1 or > Money.FenMax)
            return No("目标必须大于 0", "the target must be above 0");
        if (t.Kind == FeatKind.Categories && (t.Categories.Count == 0 || t.Target > t.Categories.Count))
            return No("请选择足够的分类", "choose enough categories");
        if (t.Kind == FeatKind.Custom && t.Name.Trim().Length == 0)
            return No("请填写事件名称", "name the event");
        if (t.After is { } after && (after == self || await Find(db, after) is null))
            return No("前置任务不存在", "the task before does not exist");
        if (t.To < t.From)
            return No("结束日期早于开始日期", "it ends before it begins");
        if (request.Effects.Any(e => e.RateBp > 0))
            return No("任务奖励不能按比例", "the reward of a task cannot be a share");
        return request.Effects.Count == 0
            ? RewardRefusals.EffectsMissing
            : await RuleCheck.Effects(db, request.Effects);
    }

    private static string Gives(TaskRow row, RuleSentence sentence, Language language) =>
        string.Join(language == Language.Zh ? "、" : ", ", row.ReadEffects().Select(sentence.Says));

    private static Reply View(TaskRow r, long done, RuleSentence sentence) =>
        new(
            r.Id,
            r.TitleZh,
            r.TitleEn,
            r.ReadTerms(),
            r.ReadEffects(),
            string.Join(" · ", r.ReadEffects().Select(sentence.Says)),
            r.ByOffer,
            r.Active,
            r.Position,
            done,
            r.Version
        );
}
