using System.ComponentModel.DataAnnotations;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Tiers;

/// <summary>
/// GET /tiers/requests, POST /members/{id}/tier/match, POST /tiers/requests/{id}/decide: tiers that need a manager's yes,
/// because the rule says so or because another brand's card shall be matched.
/// </summary>
public static class TierRequests
{
    public sealed record Item(
        TierRequestId Id,
        MemberId MemberId,
        string Member,
        TierId TierId,
        string Tier,
        string Colour,
        string Now,
        TierRequestKind Kind,
        string Proof,
        TierRequestState State,
        string? AskedBy,
        Instant AskedAt,
        string? DecidedBy,
        Instant? DecidedAt,
        string Note
    );

    /// <param name="Proof">which brand's card was shown and what staff saw on it</param>
    public sealed record MatchRequest(TierId TierId, [StringLength(500, MinimumLength = 4)] string Proof);

    public sealed record Decision(bool Approve, [StringLength(200)] string Note = "");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Get("/tiers/requests", Permission.TiersView, List)
            .WithSummary("Tiers that wait for approval, and the last ones decided.");
        routes
            .Post("/members/{id}/tier/match", Permission.MembersEdit, Match)
            .WithSummary("Ask for the tier that matches another brand's card.");
        routes
            .Post("/tiers/requests/{id}/decide", Permission.TiersEdit, Handle)
            .WithSummary("Approve or refuse a tier.");
    }

    public static async Task<Outcome<IReadOnlyList<Item>>> List(DbRead db, Caller caller) =>
        await Items(db, caller.Language, "state = 'open' OR decided_at > @since", new { since = db.Now.Plus(-Shown) });

    private static readonly TimeSpan Shown = TimeSpan.FromDays(30);

    public static async Task<Outcome<Item>> Match(MemberId id, MatchRequest request, Tx tx, Caller caller)
    {
        if (await MembersPublic.Get(tx, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } gone)
            return gone;
        if (await Case.Load(tx, member.Id, await ShowMemberTier.StoreOf(tx, caller.StoreId)) is not { } subject)
            return CommonReasons.NotFound.With(("what", "等级"));
        var now = subject.Tiers.First(t => t.Id == subject.State.Tier);
        if (subject.Tiers.FirstOrDefault(t => t.Id == request.TierId) is not { } wanted)
            return CommonReasons.NotFound.With(("what", "等级"));
        if (wanted.Order <= now.Order)
            return TierRefusals.NotHigher.With(("tier", wanted.Name), ("now", now.Name));
        if (
            await Open(tx, member.Id, wanted.Id, TierRequestKind.Match, request.Proof.Trim(), caller.StaffId)
            is not { } asked
        )
            return TierReasons.RequestOpen;
        tx.Audit(new(caller, "tier.match_asked", "member", member.Id.ToString(), After: request));
        return (await Items(tx, caller.Language, "id = @asked", new { asked }))[0];
    }

    public static async Task<Outcome<Item>> Handle(TierRequestId id, Decision request, Tx tx, Caller caller)
    {
        var row = await tx.One<TierRequestRow>(
            """
            UPDATE tier_request SET state = @state, decided_by = @staff, decided_at = @now, note = @note
            WHERE merchant_id = @m AND id = @id AND state = 'open' RETURNING *
            """,
            new
            {
                id,
                state = request.Approve ? TierRequestState.Approved : TierRequestState.Refused,
                staff = caller.Staff,
                now = tx.Now,
                note = request.Note.Trim(),
            }
        );
        if (row is null)
            return
                await tx.One<long>("SELECT COUNT(*) FROM tier_request WHERE merchant_id = @m AND id = @id", new { id })
                == 0
                ? CommonReasons.NotFound.With(("what", "申请"))
                : TierReasons.RequestClosed;
        if (request.Approve)
            await Give(tx, row, caller);
        tx.Audit(
            new(
                caller,
                request.Approve ? "tier.request_approved" : "tier.request_refused",
                "member",
                row.MemberId.ToString(),
                After: new { row.TierId, row.Kind },
                Reason: request.Note
            )
        );
        return (await Items(tx, caller.Language, "id = @id", new { id }))[0];
    }

    private static async Task Give(Tx tx, TierRequestRow row, Caller caller)
    {
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), row.MemberId);
        var subject = await Case.Load(tx, row.MemberId, await ShowMemberTier.StoreOf(tx, caller.StoreId));
        if (subject?.Tiers.Any(t => t.Id == row.TierId) != true)
            return;
        var facts = await Circumstances.Add(tx, subject, TierPolicy.Default, await subject.Facts(tx, book, []));
        var decision = TierRules.Give(subject.Tiers, row.TierId, facts);
        var occasion = new Occasion(
            row.Kind == TierRequestKind.Match ? "match" : "approval",
            $"{row.Id}",
            caller.Staff,
            row.Proof
        );
        await Examination.Move(tx, subject, book, decision, HowMoved.Hand, occasion);
    }

    /// <summary>Puts a request in line; null if the same one is waiting already.</summary>
    internal static async Task<TierRequestId?> Open(
        Tx tx,
        MemberId member,
        TierId tier,
        TierRequestKind kind,
        string proof,
        StaffId? staff
    ) =>
        await tx.One<TierRequestId?>(
            """
            INSERT INTO tier_request (merchant_id, id, member_id, tier_id, kind, proof, state, asked_by, asked_at, note)
            SELECT @m, @id, @member, @tier, @kind, @proof, 'open', @staff, @now, ''
            -- A manager who has refused is not asked again for the same tier within a month.
            WHERE NOT EXISTS (SELECT 1 FROM tier_request r WHERE r.merchant_id = @m AND r.member_id = @member
                AND r.tier_id = @tier AND r.kind = @kind AND r.state = 'refused' AND r.decided_at > @recently)
            ON CONFLICT DO NOTHING RETURNING id
            """,
            new
            {
                id = tx.NewId<Core.Kinds.TierRequest>(),
                member,
                tier,
                kind,
                proof,
                staff,
                now = tx.Now,
                recently = kind == TierRequestKind.Rule ? tx.Now.Plus(-Shown) : tx.Now,
            }
        );

    private static async Task<List<Item>> Items(DbRead db, Language language, string which, object args)
    {
        var rows = await db.All<TierRequestRow>(
            $"SELECT * FROM tier_request WHERE merchant_id = @m AND ({which}) ORDER BY state <> 'open', id DESC LIMIT 200",
            args
        );
        var members = await MembersPublic.GetMany(db, [.. rows.Select(r => r.MemberId).Distinct()], language);
        var chips = await Standings.Chips(db, [.. rows.Select(r => r.MemberId).Distinct()]);
        var tiers = (await Ladder.Rung(db)).ToDictionary(r => r.Id);
        var items = new List<Item>();
        foreach (var r in rows)
            items.Add(
                new(
                    r.Id,
                    r.MemberId,
                    members.GetValueOrDefault(r.MemberId)?.Name ?? "",
                    r.TierId,
                    tiers[r.TierId].Name,
                    tiers[r.TierId].Colour,
                    chips.GetValueOrDefault(r.MemberId)?.Name ?? "",
                    r.Kind,
                    r.Proof,
                    r.State,
                    r.AskedBy is { } asker ? await OrgPublic.StaffName(db, asker) : null,
                    r.AskedAt,
                    r.DecidedBy is { } decider ? await OrgPublic.StaffName(db, decider) : null,
                    r.DecidedAt,
                    r.Note
                )
            );
        return items;
    }
}
