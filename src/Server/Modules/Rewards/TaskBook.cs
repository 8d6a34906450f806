using System.ComponentModel.DataAnnotations;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Rewards;

/// <summary>What a badge counts, ever.</summary>
public sealed record BadgeFeat(
    FeatKind Kind,
    IReadOnlyList<CategoryId> Categories,
    [StringLength(40)] string Name = ""
);

/// <summary>A level of a badge: its threshold and what reaching it gives.</summary>
public sealed record BadgeLevel(
    [Range(1, Money.FenMax)] long AtLeast,
    [StringLength(20, MinimumLength = 1)] string TitleZh,
    [StringLength(40)] string TitleEn,
    IReadOnlyList<Effect> Effects
);

/// <summary>
/// Progress of tasks and badges. It is counted from what happened whenever something happens, so it cannot drift, and a
/// refund takes it back by itself.
/// </summary>
internal static class TaskBook
{
    private const int EventsMax = 5_000;

    /// <summary>The active tasks; kept in memory until somebody changes one. Likewise the badges.</summary>
    public static async Task<IReadOnlyList<TaskRow>> Tasks(DbRead db) =>
        await db.Kept<IReadOnlyList<TaskRow>>(
            "active",
            static async db =>
                await db.All<TaskRow>(
                    "SELECT * FROM reward_task WHERE merchant_id = @m AND active ORDER BY position, id"
                )
        );

    public static async Task<IReadOnlyList<BadgeRow>> Badges(DbRead db) =>
        await db.Kept<IReadOnlyList<BadgeRow>>(
            "active",
            static async db =>
                await db.All<BadgeRow>("SELECT * FROM badge WHERE merchant_id = @m AND active ORDER BY position, id")
        );

    /// <summary>After something happened: tasks that are done now, badges that are reached.</summary>
    public static async Task Look(Tx tx, RewardEvent happened, StoreInfo store)
    {
        if (happened.Kind is Happening.TaskDone or Happening.BadgeEarned)
            return;
        var tasks = (await Tasks(tx)).Where(t => Counts(t.ReadTerms().Kind, happened)).ToList();
        var badges = (await Badges(tx)).Where(b => Counts(b.ReadFeat().Kind, happened)).ToList();
        if (tasks.Count == 0 && badges.Count == 0)
            return;
        var events = await Events(tx, happened.Member);
        var standing = await Standing(tx, happened.Member);
        foreach (var task in tasks)
        {
            var terms = task.ReadTerms();
            if (!standing.MayDo(task, terms) || !terms.IsOn(happened.Day))
                continue;
            if (Progress(terms, happened.Day, events) >= terms.Target)
                await Finish(tx, task, terms, happened, store);
        }
        foreach (var badge in badges)
            await Reach(tx, badge, happened, events, store);
    }

    /// <summary>After a refund: tasks of this period and badges that are no longer earned are taken back with their rewards.</summary>
    public static async Task LookAgain(Tx tx, RewardEvent kept, StoreInfo store)
    {
        var events = await Events(tx, kept.Member);
        foreach (var task in (await Tasks(tx)).Where(t => Counts(t.ReadTerms().Kind, kept)))
        {
            var terms = task.ReadTerms();
            var period = terms.PeriodOf(kept.Day).Name;
            if (Progress(terms, kept.Day, events) >= terms.Target)
                continue;
            var undone = await tx.Execute(
                "DELETE FROM reward_task_done WHERE merchant_id = @m AND task_id = @Id AND member_id = @Member AND period = @period",
                new
                {
                    task.Id,
                    kept.Member,
                    period,
                }
            );
            if (
                undone == 1
                && await GrantOf(tx, GrantSource.Task, task.Id.Value, TaskKey(task.Id, kept.Member, period))
                    is { } grant
            )
                await TakeBackRewards.Whole(tx, grant, store);
        }
        foreach (var badge in (await Badges(tx)).Where(b => Counts(b.ReadFeat().Kind, kept)))
            await Lower(tx, badge, kept.Member, events, store);
    }

    public static long Progress(TaskTerms terms, BusinessDay day, IReadOnlyList<RewardEvent> events)
    {
        var (_, first, last) = terms.PeriodOf(day);
        var within = events.Where(e => first <= e.Day && e.Day <= last).ToList();
        return Feats.Count(terms.Kind, terms.Name, terms.Categories, within);
    }

    /// <summary>A member's events, net of what came back; the latest thousands, which is years of visits.</summary>
    public static async Task<IReadOnlyList<RewardEvent>> Events(DbRead db, MemberId member)
    {
        var rows = await db.All<EventRow>(
            $"SELECT * FROM reward_event WHERE merchant_id = @m AND member_id = @member ORDER BY id DESC LIMIT {EventsMax}",
            new { member }
        );
        return rows.ConvertAll(r => r.ToEvent());
    }

    public static async Task<TaskStanding> Standing(DbRead db, MemberId member)
    {
        var done = await db.All<TaskDoneRow>(
            "SELECT * FROM reward_task_done WHERE merchant_id = @m AND member_id = @member",
            new { member }
        );
        var offers = await db.All<RewardTaskId>(
            "SELECT task_id FROM reward_task_offer WHERE merchant_id = @m AND member_id = @member",
            new { member }
        );
        return new(done, offers.ToHashSet());
    }

    /// <summary>Gives the reward of a finished task: at once, or when the member claims it.</summary>
    public static async Task<bool> Claim(Tx tx, TaskRow task, MemberId member, string period, StoreInfo store)
    {
        var first = await tx.Execute(
            """
            UPDATE reward_task_done SET claimed = TRUE
            WHERE merchant_id = @m AND task_id = @Id AND member_id = @member AND period = @period AND NOT claimed
            """,
            new
            {
                task.Id,
                member,
                period,
            }
        );
        if (first == 0)
            return false;
        await Give(
            tx,
            GrantSource.Task,
            task.Id.Value,
            task.Version,
            TaskKey(task.Id, member, period),
            Happening.TaskDone,
            member,
            task.ReadEffects(),
            ($"完成任务「{task.TitleZh}」。", $"Finished the task {task.Title(Language.En)}."),
            store
        );
        return true;
    }

    public static async Task GiveBadge(Tx tx, BadgeId badge, MemberId member, int level, BusinessDay day)
    {
        var raised = await tx.Execute(
            """
            INSERT INTO member_badge (merchant_id, badge_id, member_id, level, at)
            SELECT merchant_id, id, @member, @level, @now FROM badge WHERE merchant_id = @m AND id = @badge
            ON CONFLICT (merchant_id, badge_id, member_id) DO UPDATE SET level = @level, at = @now WHERE member_badge.level < @level
            """,
            new
            {
                badge,
                member,
                level = Math.Max(level, 1),
                now = tx.Now,
            }
        );
        if (raised == 1)
            tx.Tell(new BadgeReached(tx.Merchant, badge, member, Math.Max(level, 1), day, tx.Now));
    }

    /// <summary>Writes and applies a grant that follows from no rule: of a task, a badge, a draw or checking in.</summary>
    public static async Task Give(
        Tx tx,
        GrantSource source,
        long id,
        long version,
        string key,
        Happening happening,
        MemberId member,
        IReadOnlyList<Effect> effects,
        (string Zh, string En) why,
        StoreInfo store
    )
    {
        if (effects.Count == 0)
            return;
        var day = store.DayOf(tx.Now);
        var rule = new RewardRule(
            default,
            version,
            "",
            "",
            RuleState.Running,
            new(happening),
            effects,
            [],
            new(),
            Core.Conditions.Clause.Always
        );
        var items = RewardEngine.ItemsOf(rule, new(key, happening, member, day, tx.Now));
        var row = new GrantRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.RewardGrant>(),
            source,
            id,
            version,
            key,
            happening,
            member,
            store.Id,
            GrantState.Given,
            Money.Zero,
            Json.Text(items.Select(i => new GivenItem(i.No, i.Effect, i.Amount, i.Dues)).ToList()),
            why.Zh,
            why.En,
            "",
            "",
            null,
            day,
            tx.Now,
            null,
            "",
            null
        );
        await tx.Insert(row);
        await Giving.Give(tx, row, store);
    }

    private static async Task Finish(Tx tx, TaskRow task, TaskTerms terms, RewardEvent happened, StoreInfo store)
    {
        var period = terms.PeriodOf(happened.Day).Name;
        var first = await tx.Execute(
            """
            INSERT INTO reward_task_done (merchant_id, task_id, member_id, period, day, claimed, at)
            VALUES (@m, @Id, @Member, @period, @Day, FALSE, @now) ON CONFLICT DO NOTHING
            """,
            new
            {
                task.Id,
                happened.Member,
                period,
                happened.Day,
                now = tx.Now,
            }
        );
        if (first == 0)
            return;
        tx.Tell(new TaskFinished(tx.Merchant, task.Id, happened.Member, happened.Day, tx.Now));
        if (!terms.ByHand)
            await Claim(tx, task, happened.Member, period, store);
        await Happenings.Tell(
            tx,
            new(
                $"task:{task.Id}:{happened.Member}:{period}",
                Happening.TaskDone,
                happened.Member,
                happened.Day,
                tx.Now,
                store.Id,
                Name: task.Id.ToString()
            )
        );
    }

    private static async Task Reach(
        Tx tx,
        BadgeRow badge,
        RewardEvent happened,
        IReadOnlyList<RewardEvent> events,
        StoreInfo store
    )
    {
        var (feat, levels) = (badge.ReadFeat(), badge.ReadLevels());
        var count = Feats.Count(feat.Kind, feat.Name, feat.Categories, events);
        var level = Feats.Level([.. levels.Select(l => l.AtLeast)], count);
        var held = await LevelOf(tx, badge.Id, happened.Member);
        for (var next = held + 1; next <= level; next++)
        {
            await GiveBadge(tx, badge.Id, happened.Member, next, happened.Day);
            var reached = levels[next - 1];
            var key = BadgeKey(badge.Id, happened.Member, next);
            if (await GrantOf(tx, GrantSource.Badge, badge.Id.Value, key) is null)
                await Give(
                    tx,
                    GrantSource.Badge,
                    badge.Id.Value,
                    badge.Version,
                    key,
                    Happening.BadgeEarned,
                    happened.Member,
                    reached.Effects,
                    (
                        $"获得勋章「{badge.TitleZh}·{reached.TitleZh}」。",
                        $"Earned the badge {badge.Title(Language.En)}, {reached.TitleEn}."
                    ),
                    store
                );
            await Happenings.Tell(
                tx,
                new(
                    key,
                    Happening.BadgeEarned,
                    happened.Member,
                    happened.Day,
                    tx.Now,
                    store.Id,
                    Count: next,
                    Name: badge.Id.ToString()
                )
            );
        }
    }

    private static async Task Lower(
        Tx tx,
        BadgeRow badge,
        MemberId member,
        IReadOnlyList<RewardEvent> events,
        StoreInfo store
    )
    {
        var (feat, levels) = (badge.ReadFeat(), badge.ReadLevels());
        var count = Feats.Count(feat.Kind, feat.Name, feat.Categories, events);
        var level = Feats.Level([.. levels.Select(l => l.AtLeast)], count);
        var held = await LevelOf(tx, badge.Id, member);
        if (level >= held)
            return;
        await tx.Execute(
            level == 0
                ? "DELETE FROM member_badge WHERE merchant_id = @m AND badge_id = @Id AND member_id = @member"
                : "UPDATE member_badge SET level = @level WHERE merchant_id = @m AND badge_id = @Id AND member_id = @member",
            new
            {
                badge.Id,
                member,
                level,
            }
        );
        for (var lost = level + 1; lost <= held; lost++)
            if (
                await GrantOf(tx, GrantSource.Badge, badge.Id.Value, BadgeKey(badge.Id, member, lost)) is
                { State: GrantState.Given } grant
            )
                await TakeBackRewards.Whole(tx, grant, store);
    }

    private static async Task<int> LevelOf(DbRead db, BadgeId badge, MemberId member) =>
        (int)
            await db.One<long>(
                "SELECT level FROM member_badge WHERE merchant_id = @m AND badge_id = @badge AND member_id = @member",
                new { badge, member }
            );

    private static Task<GrantRow?> GrantOf(DbRead db, GrantSource source, long id, string key) =>
        db.One<GrantRow>(
            """
            SELECT * FROM reward_grant
            WHERE merchant_id = @m AND source_kind = @source AND source_id = @id AND event_key = @key AND state <> 'taken_back'
            """,
            new
            {
                source,
                id,
                key,
            }
        );

    private static string TaskKey(RewardTaskId task, MemberId member, string period) =>
        $"task:{task}:{member}:{period}";

    private static string BadgeKey(BadgeId badge, MemberId member, int level) => $"badge:{badge}:{member}:{level}";

    /// <summary>Whether an event can move the count of such a feat.</summary>
    private static bool Counts(FeatKind kind, RewardEvent e) =>
        kind switch
        {
            FeatKind.CheckIns => e.Kind == Happening.CheckedIn,
            FeatKind.Purchases or FeatKind.Spent or FeatKind.Stores or FeatKind.Categories => e.Kind
                == Happening.Purchased,
            FeatKind.TopUps => e.Kind == Happening.ToppedUp,
            FeatKind.Friends => e.Kind == Happening.Referred,
            FeatKind.ProfileCompleted => e.Kind == Happening.ProfileCompleted,
            FeatKind.Custom => e.Kind == Happening.Custom,
        };
}

/// <summary>Which tasks a member has done, and which were offered.</summary>
internal sealed record TaskStanding(IReadOnlyList<TaskDoneRow> Done, IReadOnlySet<RewardTaskId> Offers)
{
    public bool MayDo(TaskRow task, TaskTerms terms) =>
        (!task.ByOffer || Offers.Contains(task.Id))
        && (terms.After is not { } first || Done.Any(d => d.TaskId == first));
}
