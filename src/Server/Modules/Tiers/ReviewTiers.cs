using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Tiers;

/// <summary>
/// POST /tiers/review, and each night: trials end; whose tier has ended is kept or moved down; who reached a tier that is
/// given at the end of a period moves up. Thousands of members at a time: their figures in a few queries, the decisions in
/// Core, the moves in a few statements, and the note of how far it came in the same transaction - so a run that is killed
/// goes on behind its last chunk and nothing is done twice. As a preview it decides the same and writes nothing.
/// </summary>
public static class ReviewTiers
{
    public const string Kind = "tiers.review";

    /// <param name="Preview">decide and count, write nothing</param>
    /// <param name="Day">for a preview: as if it were this day; null = today</param>
    public sealed record Request(bool Preview = true, BusinessDay? Day = null);

    public sealed record Started(JobId JobId);

    /// <summary>What the job is told; a nightly run is told nothing and so writes.</summary>
    internal sealed record Orders(bool Preview = false, BusinessDay? Day = null, int MembersAtOnce = 2_000);

    /// <summary>What a review did, or would do: how many members moved from where to where.</summary>
    public sealed record Moves(TierId From, TierId To, TierChange Change, long Members);

    /// <param name="Looked">members looked at</param>
    /// <param name="Protected">whose tier has ended but is protected</param>
    /// <param name="Asked">who reached a tier that needs approval</param>
    /// <param name="Trials">trials that ended</param>
    public sealed record Result(
        bool Preview,
        BusinessDay Day,
        long Looked,
        long Protected,
        long Asked,
        long Trials,
        IReadOnlyList<Moves> Moves
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/tiers/review", Permission.TiersEdit, Handle)
            .WithSummary("Review all tiers now, or see what a review would do.");

    public static async Task<Outcome<Started>> Handle(Request request, Tx tx, Caller caller)
    {
        if (!request.Preview)
            tx.Audit(new(caller, "tiers.review_started", "tier", "all"));
        var task = new Orders(request.Preview, request.Preview ? request.Day : null);
        return new Started(
            await Jobs.Start(tx, Kind, request.Preview ? "等级复核预览" : "等级复核", task, caller.StaffId)
        );
    }

    internal enum Phase
    {
        Trials,
        Ended,
        Period,
        Over,
    }

    /// <summary>How far a run is; the job's checkpoint.</summary>
    internal sealed record Place(
        BusinessDay Day,
        Phase Phase,
        BusinessDay? Until,
        MemberId? After,
        WindowKind Period,
        long Total,
        long Looked,
        long Protected,
        long Asked,
        long Trials,
        IReadOnlyList<Moves> Moves
    );

    internal static async Task<object?> Run(JobRun run)
    {
        var task = run.Arguments<Orders>();
        var place = run.Checkpoint.Length == 0 ? null : Json.Parse<Place>(run.Checkpoint);
        while (place?.Phase != Phase.Over)
        {
            await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
            place = place is null ? await Begin(tx, task.Day) : await (await ReviewStep.Load(tx, place, task)).Take();
            await run.Save(tx, place.Looked, place.Total, Json.Text(place));
            await tx.Commit();
        }
        return new Result(
            task.Preview,
            place.Day,
            place.Looked,
            place.Protected,
            place.Asked,
            place.Trials,
            place.Moves
        );
    }

    internal static async Task<Place> Begin(Tx tx, BusinessDay? asked)
    {
        var day = asked ?? (await ShowMemberTier.StoreOf(tx, null)).DayOf(tx.Now);
        var total = await tx.One<long>(
            "SELECT COUNT(*) FROM member_tier WHERE merchant_id = @m AND until < @day",
            new { day }
        );
        return new(day, Phase.Trials, null, null, WindowKind.SinceJoining, total, 0, 0, 0, 0, []);
    }
}

/// <summary>One chunk of a review.</summary>
internal sealed class ReviewStep
{
    private sealed record Row(
        MemberId MemberId,
        TierId? TierId,
        BusinessDay? Since,
        BusinessDay? Until,
        Instant OpenedAt,
        BusinessDay? ProtectedUntil
    );

    private sealed record Decided(Row Row, TierState State, TierDecision Decision);

    private readonly Tx _tx;
    private readonly ReviewTiers.Place _place;
    private readonly bool _preview;
    private readonly int _atOnce;
    private readonly Ladder _ladder;
    private readonly TierPolicy _policy;
    private readonly StoreInfo _store;
    private readonly Dictionary<TierId, List<TierDef>> _tiers = [];

    private ReviewStep(
        Tx tx,
        ReviewTiers.Place place,
        ReviewTiers.Orders task,
        Ladder ladder,
        TierPolicy policy,
        StoreInfo store
    ) =>
        (_tx, _place, _preview, _atOnce, _ladder, _policy, _store) = (
            tx,
            place,
            task.Preview,
            task.MembersAtOnce,
            ladder,
            policy,
            store
        );

    public static async Task<ReviewStep> Load(Tx tx, ReviewTiers.Place place, ReviewTiers.Orders task) =>
        new(
            tx,
            place,
            task,
            await Ladder.Load(tx),
            (await OrgPublic.Setting<TierSettings>(tx)).ToPolicy(),
            await ShowMemberTier.StoreOf(tx, null)
        );

    /// <summary>Does one chunk and answers where to go on.</summary>
    public Task<ReviewTiers.Place> Take() =>
        _ladder.Base is null
            ? Task.FromResult(_place with { Phase = ReviewTiers.Phase.Over })
            : _place.Phase switch
            {
                ReviewTiers.Phase.Trials => Trials(),
                ReviewTiers.Phase.Ended => Ended(),
                _ => Period(),
            };

    private async Task<ReviewTiers.Place> Trials()
    {
        var over = await TierLoans.Over(_tx, _place.Day);
        if (!_preview)
            foreach (var loan in over)
                await TierLoans.End(_tx, loan, _store);
        return _place with { Phase = ReviewTiers.Phase.Ended, Trials = over.Count };
    }

    private async Task<ReviewTiers.Place> Ended()
    {
        var next = _place with { Phase = ReviewTiers.Phase.Period, After = null };
        if (_policy.Downgrade == Downgrade.Off)
            return next;
        var until = await _tx.One<BusinessDay?>(
            "SELECT MIN(until) FROM member_tier WHERE merchant_id = @m AND until >= @from AND until < @limit",
            new { from = _place.Until ?? BusinessDay.Of(1, 1, 1), limit = _place.Day.AddDays(-_policy.GraceDays) }
        );
        if (until is null)
            return next;
        var after = (until == _place.Until ? _place.After : null) ?? default(MemberId);
        var rows = await _tx.All<Row>(
            """
            SELECT t.member_id, t.tier_id, t.since, t.until, b.opened_at, p.until AS protected_until
            FROM member_tier t
            JOIN book b ON b.merchant_id = t.merchant_id AND b.member_id = t.member_id
            LEFT JOIN tier_protection p ON p.merchant_id = t.merchant_id AND p.member_id = t.member_id
            WHERE t.merchant_id = @m AND t.until = @until AND t.member_id > @after ORDER BY t.member_id LIMIT @atOnce
            """,
            new
            {
                until,
                after,
                atOnce = _atOnce,
            }
        );
        var looked = await Look(rows, _policy);
        return rows.Count == _atOnce
            ? looked with
            {
                Until = until,
                After = rows[^1].MemberId,
            }
            : looked with
            {
                Until = until.Value.AddDays(1),
                After = null,
            };
    }

    /// <summary>
    /// Tiers given at the end of a month, quarter or year concern everybody, once, as soon as the period is over; a night
    /// that was missed is caught up because the table knows which period was settled.
    /// </summary>
    private async Task<ReviewTiers.Place> Period()
    {
        if (await Unsettled() is not { } kind)
            return _place with { Phase = ReviewTiers.Phase.Over };
        var after = (kind == _place.Period ? _place.After : null) ?? default(MemberId);
        var rows = await _tx.All<Row>(
            """
            SELECT b.member_id, t.tier_id, t.since, t.until, b.opened_at, CAST(NULL AS DATE) AS protected_until
            FROM book b LEFT JOIN member_tier t ON t.merchant_id = b.merchant_id AND t.member_id = b.member_id
            WHERE b.merchant_id = @m AND b.member_id > @after ORDER BY b.member_id LIMIT @atOnce
            """,
            new { after, atOnce = _atOnce }
        );
        var looked = await Look(rows, TierPolicy.RiseOnly);
        if (rows.Count == _atOnce)
            return looked with { Period = kind, After = rows[^1].MemberId };
        if (!_preview)
            await Periods.Done(_tx, ReviewTiers.Kind + "." + Names.Of(kind), FirstOf(kind));
        // A preview cannot note that a period is settled, so it goes on behind it.
        return looked with { Period = _preview ? kind + 1 : kind, After = null };
    }

    private async Task<WindowKind?> Unsettled()
    {
        foreach (var kind in new[] { WindowKind.Month, WindowKind.Quarter, WindowKind.Year })
        {
            if (_preview && kind < _place.Period)
                continue;
            var concerns = _ladder.Tiers.Any(t =>
                t.Upgrade.When == UpgradeWhen.PeriodEnd && t.Upgrade.Conditions.Any(c => c.Window.Kind == kind)
            );
            if (concerns && !await Periods.IsDone(_tx, ReviewTiers.Kind + "." + Names.Of(kind), FirstOf(kind)))
                return kind;
        }
        return null;
    }

    private BusinessDay FirstOf(WindowKind kind) => new Window(kind).Around(_place.Day, _place.Day).First;

    private async Task<ReviewTiers.Place> Look(IReadOnlyList<Row> rows, TierPolicy policy)
    {
        if (rows.Count == 0)
            return _place;
        var decided = await Decide(rows, policy);
        var moved = decided.Where(d => d.Decision.Change != TierChange.Stay).ToList();
        var asked = decided.Where(d => d.Decision.Asks is not null).ToList();
        var done = moved;
        if (!_preview)
        {
            done = await Write(moved);
            foreach (var ask in asked)
                await TierRequests.Open(
                    _tx,
                    ask.Row.MemberId,
                    ask.Decision.Asks!.Value,
                    TierRequestKind.Rule,
                    "",
                    null
                );
        }
        return _place with
        {
            Looked = _place.Looked + rows.Count,
            Asked = _place.Asked + asked.Count,
            Protected = _place.Protected + decided.Count(d => d.Decision.Why.Phrase == TierPhrases.Protected),
            Moves = Added(_place.Moves, done),
        };
    }

    private static List<ReviewTiers.Moves> Added(
        IReadOnlyList<ReviewTiers.Moves> before,
        IReadOnlyList<Decided> done
    ) =>
        [
            .. before
                .Concat(
                    done.Select(d => new ReviewTiers.Moves(d.State.Tier, d.Decision.After.Tier, d.Decision.Change, 1))
                )
                .GroupBy(m => (m.From, m.To, m.Change))
                .Select(g => new ReviewTiers.Moves(g.Key.From, g.Key.To, g.Key.Change, g.Sum(m => m.Members))),
        ];

    private async Task<List<Decided>> Decide(IReadOnlyList<Row> rows, TierPolicy policy)
    {
        var day = _place.Day;
        var states = rows.Select(r =>
                r.TierId is { } tier
                    ? new TierState(tier, r.Since!.Value, r.Until, [])
                    : new TierState(_ladder.Base!.Id, _store.DayOf(r.OpenedAt), null, [])
            )
            .ToList();
        var questions = rows.Select(
                (r, i) =>
                    new ReviewSums.Question(
                        r.MemberId,
                        _store.DayOf(r.OpenedAt),
                        TierRules.MeasuresToExamine(
                            Tiers(states[i].Tier),
                            policy,
                            states[i],
                            day,
                            _store.DayOf(r.OpenedAt)
                        )
                    )
            )
            .ToList();
        var sums = await ReviewSums.Load(_tx, await LedgerPublic.Assets(_tx), questions, day);
        var facts = questions
            .Select(
                (q, i) =>
                    new TierFacts(day, q.Joined, states[i], sums.Of(q, day)) { ProtectedUntil = rows[i].ProtectedUntil }
            )
            .ToList();
        var decided = rows.Select(
                (r, i) => new Decided(r, states[i], TierRules.Examine(Tiers(states[i].Tier), policy, facts[i]))
            )
            .ToList();
        await AskMore(decided, facts, policy);
        return decided;
    }

    /// <summary>Only those who would move are asked whether terms run for them yet, and whether it is their birthday month.</summary>
    private async Task AskMore(List<Decided> decided, List<TierFacts> facts, TierPolicy policy)
    {
        var moving = Enumerable
            .Range(0, decided.Count)
            .Where(i => decided[i].Decision.Change != TierChange.Stay)
            .ToList();
        if (moving.Count == 0)
            return;
        var ids = moving.ConvertAll(i => decided[i].Row.MemberId);
        var waiting = (await MembersPublic.NotActive(_tx, ids)).ToHashSet();
        var people = policy.ProtectBirthMonth
            ? await MembersPublic.GetMany(_tx, ids)
            : new Dictionary<MemberId, MemberInfo>();
        foreach (var i in moving)
        {
            var member = decided[i].Row.MemberId;
            var isBirthMonth =
                people.GetValueOrDefault(member)?.Birthday?.OnOrAfter(_place.Day.FirstOfMonth.Date) is { } next
                && next <= _place.Day.LastOfMonth.Date;
            if (!isBirthMonth && !waiting.Contains(member))
                continue;
            var known = facts[i] with { IsActive = !waiting.Contains(member), IsBirthMonth = isBirthMonth };
            decided[i] = decided[i] with { Decision = TierRules.Examine(Tiers(decided[i].State.Tier), policy, known) };
        }
    }

    private List<TierDef> Tiers(TierId held)
    {
        if (!_tiers.TryGetValue(held, out var tiers))
            _tiers[held] = tiers = _ladder.For(held);
        return tiers;
    }

    /// <summary>
    /// Writes the moves group by group. A member whom a till moved meanwhile no longer has the row that was read, is left
    /// out here and looked at again the next night.
    /// </summary>
    private async Task<List<Decided>> Write(IReadOnlyList<Decided> moved)
    {
        var done = new List<Decided>();
        foreach (
            var group in moved
                .Where(d => d.Decision.Pack is null)
                .GroupBy(d => (d.State, Fresh: d.Row.TierId is null, d.Decision.After), GroupOf)
        )
        {
            var members = group.Select(d => d.Row.MemberId).ToList();
            var written = (
                group.Key.Fresh
                    ? await Insert(members, group.Key.After)
                    : await Update(members, group.Key.State, group.Key.After)
            ).ToHashSet();
            done.AddRange(group.Where(d => written.Contains(d.Row.MemberId)));
        }
        await Note(done);
        // A pack moves value: one by one under the lock of the member's book, in the order of ids like everybody else.
        foreach (var each in moved.Where(d => d.Decision.Pack is not null).OrderBy(d => d.Row.MemberId))
            if (await Examination.Review(_tx, each.Row.MemberId, _store) is not null)
                done.Add(each);
        return done;
    }

    private static readonly EqualityComparer<(TierState State, bool Fresh, TierState After)> GroupOf =
        EqualityComparer<(TierState State, bool Fresh, TierState After)>.Create(
            (a, b) => Key(a) == Key(b),
            k => Key(k).GetHashCode()
        );

    private static (TierId, BusinessDay?, BusinessDay?, bool, TierId, BusinessDay, BusinessDay?) Key(
        (TierState State, bool Fresh, TierState After) k
    ) =>
        (
            k.State.Tier,
            k.Fresh ? null : k.State.Since,
            k.State.Until,
            k.Fresh,
            k.After.Tier,
            k.After.Since,
            k.After.Until
        );

    private Task<List<MemberId>> Update(List<MemberId> members, TierState before, TierState after) =>
        _tx.All<MemberId>(
            """
            UPDATE member_tier SET tier_id = @to, since = @first, until = @last, how = 'review'
            WHERE merchant_id = @m AND member_id IN @members AND tier_id = @from AND since = @since
            AND COALESCE(until, @never) = @until
            RETURNING member_id
            """,
            new
            {
                members,
                to = after.Tier,
                first = after.Since,
                last = after.Until,
                from = before.Tier,
                since = before.Since,
                until = before.Until ?? Never,
                never = Never,
            }
        );

    private Task<List<MemberId>> Insert(List<MemberId> members, TierState after) =>
        _tx.All<MemberId>(
            """
            INSERT INTO member_tier (merchant_id, member_id, tier_id, since, until, how)
            SELECT merchant_id, member_id, @to, @first, @last, 'review' FROM book
            WHERE merchant_id = @m AND member_id IN @members ON CONFLICT DO NOTHING RETURNING member_id
            """,
            new
            {
                members,
                to = after.Tier,
                first = after.Since,
                last = after.Until,
            }
        );

    private static readonly BusinessDay Never = BusinessDay.Of(9999, 12, 31);

    private async Task Note(IReadOnlyList<Decided> done)
    {
        await _tx.InsertMany(
            done.Select(d => new TierChangeRow(
                    _tx.Merchant,
                    _tx.NewId(),
                    d.Row.MemberId,
                    d.State.Tier,
                    d.Decision.After.Tier,
                    HowMoved.Review,
                    d.Decision.Why.In(Language.Zh),
                    d.Decision.Why.In(Language.En),
                    "review",
                    _place.Day.ToString(),
                    null,
                    "",
                    _place.Day,
                    _tx.Now
                ))
                .ToList()
        );
        foreach (var d in done)
            _tx.Tell(
                new MemberMoved(
                    _tx.Merchant,
                    d.Row.MemberId,
                    d.State.Tier,
                    d.Decision.After.Tier,
                    HowMoved.Review,
                    d.Decision.After.Until,
                    _place.Day,
                    _tx.Now
                )
            );
    }
}
