using System.ComponentModel.DataAnnotations;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Rewards;

/// <summary>
/// GET /rewards/grants: rewards given, waiting or held. POST /rewards/grants/{id}/decision: a person lets a held reward go
/// or turns it down. Members on the block list get none: PUT, DELETE /rewards/blocks/{memberId}.
/// </summary>
public static class Grants
{
    public sealed record Filter(string? State = null, RewardRuleId? Rule = null);

    /// <summary>A reward with what it gives and why.</summary>
    public sealed record Item(
        RewardGrantId Id,
        GrantState State,
        GrantSource Source,
        string Rule,
        MemberId MemberId,
        string Member,
        string Gives,
        Money Cost,
        string Why,
        string Hold,
        BusinessDay? HoldUntil,
        BusinessDay Day,
        Instant At,
        string? Staff,
        string Note
    );

    public sealed record Decision(bool Give, [StringLength(200, MinimumLength = 2)] string Reason);

    public sealed record BlockRequest([StringLength(200, MinimumLength = 2)] string Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/rewards/grants", Permission.RewardsView, List).WithSummary("Rewards, newest first.");
        routes
            .Post("/rewards/grants/{id}/decision", Permission.RewardsReview, Handle)
            .WithSummary("Let a held reward go or turn it down.");
        routes
            .Put("/rewards/blocks/{memberId}", Permission.RewardsReview, Block)
            .WithSummary("Give a member no more rewards.");
        routes
            .Delete("/rewards/blocks/{memberId}", Permission.RewardsReview, Unblock)
            .WithSummary("Give a member rewards again.");
    }

    internal static Task<GrantRow?> Find(DbRead db, RewardGrantId id) =>
        db.One<GrantRow>("SELECT * FROM reward_grant WHERE merchant_id = @m AND id = @id", new { id });

    public static async Task<Outcome<Page<Item>>> List(
        [AsParameters] Filter filter,
        [AsParameters] PageQuery page,
        DbRead db,
        Caller caller
    )
    {
        GrantState? state = null;
        if (filter.State is { Length: > 0 } text)
        {
            if (!Names.TryParse<GrantState>(text, out var parsed))
                return CommonReasons.NotFound.With(("what", text));
            state = parsed;
        }
        var where =
            "merchant_id = @m"
            + (state is null ? "" : " AND state = @state")
            + (filter.Rule is null ? "" : " AND source_kind = 'rule' AND source_id = @rule");
        var args = new
        {
            state = state ?? default,
            rule = filter.Rule ?? default,
            after = Cursor.Read(page.After).Number,
            fetch = page.Fetch,
        };
        var total = await db.One<long>($"SELECT COUNT(*) FROM reward_grant WHERE {where}", args);
        var rows = await db.All<GrantRow>(
            $"SELECT * FROM reward_grant WHERE {where} AND id < @after ORDER BY id DESC LIMIT @fetch",
            args
        );
        return Page<Item>.Of(page, await Describe(db, rows, caller.Language), total, i => new("", i.Id.Value));
    }

    public static async Task<Outcome<Item>> Handle(RewardGrantId id, Decision request, Tx tx, Caller caller)
    {
        if (await Find(tx, id) is null)
            return CommonReasons.NotFound.With(("what", "奖励"));
        var state = request.Give ? GrantState.Given : GrantState.Rejected;
        var row = await tx.One<GrantRow>(
            """
            UPDATE reward_grant SET state = @state, staff_id = @staff, note = @note, decided_at = @now
            WHERE merchant_id = @m AND id = @id AND state IN ('held', 'waiting') RETURNING *
            """,
            new
            {
                id,
                state,
                staff = caller.Staff,
                note = request.Reason.Trim(),
                now = tx.Now,
            }
        );
        if (row is null)
            return RewardRefusals.NotHeld;
        if (request.Give)
        {
            if (
                await MembersPublic.Get(tx, row.MemberId, caller.Language) is not { } member
                || member.WhyNot() is not null
            )
                return Core.Members.MemberReasons.Gone;
            await Giving.Give(tx, row, await Happenings.StoreOf(tx, row.StoreId));
        }
        else if (row.SourceKind == GrantSource.Rule && await Rules.Find(tx, new(row.SourceId)) is { } rule)
            await RewardCounters.Return(tx, Rules.Read(rule), row.MemberId, row.Day, row.Cost, whole: true);
        tx.Audit(
            new(
                caller,
                request.Give ? "reward.released" : "reward.rejected",
                "member",
                row.MemberId.ToString(),
                new { grant = id, row.Cost },
                new { state },
                request.Reason
            )
        );
        return (await Describe(tx, [row], caller.Language))[0];
    }

    public static async Task<Outcome<Done>> Block(MemberId memberId, BlockRequest request, Tx tx, Caller caller)
    {
        if (await MembersPublic.Get(tx, memberId) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        await tx.Execute(
            """
            INSERT INTO reward_block (merchant_id, member_id, reason, staff_id, at) VALUES (@m, @id, @Reason, @staff, @now)
            ON CONFLICT (merchant_id, member_id) DO UPDATE SET reason = @Reason, staff_id = @staff, at = @now
            """,
            new
            {
                id = member.Id,
                request.Reason,
                staff = caller.Staff,
                now = tx.Now,
            }
        );
        tx.Audit(new(caller, "reward.blocked", "member", member.Id.ToString(), Reason: request.Reason));
        return Done.Ok;
    }

    public static async Task<Outcome<Done>> Unblock(MemberId memberId, Tx tx, Caller caller)
    {
        var gone = await tx.Execute(
            "DELETE FROM reward_block WHERE merchant_id = @m AND member_id = @memberId",
            new { memberId }
        );
        if (gone == 1)
            tx.Audit(new(caller, "reward.unblocked", "member", memberId.ToString()));
        return Done.Ok;
    }

    internal static async Task<List<Item>> Describe(DbRead db, List<GrantRow> rows, Language language)
    {
        var members = await MembersPublic.GetMany(db, rows.Select(r => r.MemberId).Distinct().ToArray(), language);
        var rules = await RuleNames(db);
        var sentence = new RuleSentence(await RewardNames.Load(db, language), language);
        var items = new List<Item>();
        foreach (var r in rows)
            items.Add(
                new(
                    r.Id,
                    r.State,
                    r.SourceKind,
                    rules.GetValueOrDefault(r.SourceId, ""),
                    r.MemberId,
                    members.TryGetValue(r.MemberId, out var m) ? m.Name : "",
                    RewardNames.Say(r.ReadItems(), sentence, language),
                    r.Cost,
                    r.Why(language),
                    r.Hold(language),
                    r.HoldUntil,
                    r.Day,
                    r.At,
                    r.StaffId is { } staff ? await OrgPublic.StaffName(db, staff) : null,
                    r.Note
                )
            );
        return items;
    }

    private static async Task<Dictionary<long, string>> RuleNames(DbRead db) =>
        (
            await db.All<(long Id, string Name)>(
                """
                SELECT id, name FROM reward_rule WHERE merchant_id = @m
                UNION ALL SELECT id, name FROM draw WHERE merchant_id = @m
                UNION ALL SELECT id, title_zh FROM reward_task WHERE merchant_id = @m
                UNION ALL SELECT id, title_zh FROM badge WHERE merchant_id = @m
                """
            )
        ).ToDictionary(r => r.Id, r => r.Name);
}
