using System.ComponentModel.DataAnnotations;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Tiers;

/// <summary>
/// POST /members/{id}/tier/trial and .../protect: a higher tier on trial for some days, and a protection from falling.
/// What the member has of their own is kept aside and comes back by itself in the night after the last day.
/// </summary>
public static class TierLoans
{
    public sealed record Request(
        TierId TierId,
        [Range(1, 366)] int Days,
        [StringLength(200, MinimumLength = 2)] string Reason
    );

    /// <param name="Until">last protected day; null = no protection any more</param>
    public sealed record Protection([StringLength(200, MinimumLength = 2)] string Reason, BusinessDay? Until = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Post("/members/{id}/tier/trial", Permission.TiersEdit, Handle)
            .WithSummary("Let a member try a higher tier.");
        routes
            .Post("/members/{id}/tier/protect", Permission.TiersEdit, Protect)
            .WithSummary("Protect a member from losing a tier.");
    }

    public static async Task<Outcome<ShowMemberTier.Reply>> Handle(MemberId id, Request request, Tx tx, Caller caller)
    {
        if ((await Subject(tx, id, caller)).No(out var subject, out var refusal))
            return refusal;
        if (
            (await Lend(tx, subject, request.TierId, request.Days, caller.StaffId, request.Reason)).No(
                out _,
                out refusal
            )
        )
            return refusal;
        tx.Audit(
            new(caller, "tier.trial_given", "member", $"{subject.Member}", After: request, Reason: request.Reason)
        );
        return await ShowMemberTier.Handle(subject.Member, tx, caller);
    }

    /// <summary>Lends a higher tier from today on; refused where one is lent already or the tier is not higher.</summary>
    internal static async Task<Outcome<TierMoved?>> Lend(
        Tx tx,
        Case subject,
        TierId tier,
        int days,
        StaffId? staff,
        string reason
    )
    {
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), subject.Member);
        if (subject.Tiers.All(t => t.Id != tier))
            return CommonReasons.NotFound.With(("what", "等级"));
        if (await OpenOf(tx, subject.Member) is { } running)
            return TierReasons.OnTrial.With(("until", running.Last));
        var facts = await subject.Facts(tx, book, []);
        if (TierRules.Lend(subject.Tiers, tier, days, facts).No(out var lent, out var refusal))
            return refusal;

        var row = new TierLoanRow(
            tx.Merchant,
            tx.NewId(),
            subject.Member,
            tier,
            subject.Day,
            subject.Day.AddDays(days - 1),
            subject.State.Tier,
            subject.State.Since,
            subject.State.Until,
            staff,
            reason.Trim(),
            null
        );
        await tx.Insert(row);
        return await Examination.Move(tx, subject, book, lent, HowMoved.Hand, new("trial", $"{row.Id}", staff, reason));
    }

    public static async Task<Outcome<ShowMemberTier.Reply>> Protect(
        MemberId id,
        Protection request,
        Tx tx,
        Caller caller
    )
    {
        if ((await Subject(tx, id, caller)).No(out var subject, out var refusal))
            return refusal;
        if (request.Until < subject.Day)
            return TierReasons.PastDay;
        await tx.Execute(
            "DELETE FROM tier_protection WHERE merchant_id = @m AND member_id = @member",
            new { member = subject.Member }
        );
        if (request.Until is { } until)
            await tx.Execute(
                """
                INSERT INTO tier_protection (merchant_id, member_id, until, reason, staff_id, at)
                VALUES (@m, @member, @until, @reason, @staff, @now)
                """,
                new
                {
                    member = subject.Member,
                    until,
                    reason = request.Reason.Trim(),
                    staff = caller.StaffId,
                    now = tx.Now,
                }
            );
        tx.Audit(new(caller, "tier.protected", "member", $"{subject.Member}", After: request, Reason: request.Reason));
        return await ShowMemberTier.Handle(subject.Member, tx, caller);
    }

    internal static Task<TierLoanRow?> OpenOf(DbRead db, MemberId member) =>
        db.One<TierLoanRow>(
            "SELECT * FROM tier_loan WHERE merchant_id = @m AND member_id = @member AND ended_at IS NULL",
            new { member }
        );

    /// <summary>Trials whose last day is over; the night ends them.</summary>
    internal static Task<List<TierLoanRow>> Over(DbRead db, BusinessDay day) =>
        db.All<TierLoanRow>(
            "SELECT * FROM tier_loan WHERE merchant_id = @m AND ended_at IS NULL AND last < @day ORDER BY member_id",
            new { day }
        );

    /// <summary>Gives the own tier back, or the one that was earned meanwhile; false when it was ended already.</summary>
    internal static async Task<bool> End(Tx tx, TierLoanRow loan, Org.StoreInfo store)
    {
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), loan.MemberId);
        if (await Close(tx, loan) == 0 || await Case.Load(tx, loan.MemberId, store) is not { } subject)
            return false;
        var before = new TierState(loan.OwnTier, loan.OwnSince, loan.OwnUntil, []);
        var measures = TierRules.MeasuresToExamine(
            subject.Tiers,
            TierPolicy.RiseOnly,
            before,
            subject.Day,
            subject.Joined
        );
        var facts = await Circumstances.Add(tx, subject, TierPolicy.RiseOnly, await subject.Facts(tx, book, measures));
        var decision = TierRules.Return(subject.Tiers, TierPolicy.RiseOnly, loan.TierId, before, facts);
        await Examination.Move(tx, subject, book, decision, HowMoved.Review, new("trial", $"{loan.Id}", null));
        return true;
    }

    /// <summary>Before two members become one: nobody keeps for good what was lent.</summary>
    internal static async Task GiveUp(Tx tx, IReadOnlyList<MemberId> members)
    {
        foreach (var member in members)
        {
            if (await OpenOf(tx, member) is not { } loan)
                continue;
            await Close(tx, loan);
            await tx.Execute(
                """
                UPDATE member_tier SET tier_id = @own, since = @since, until = @until
                WHERE merchant_id = @m AND member_id = @member AND tier_id = @lent
                """,
                new
                {
                    member,
                    own = loan.OwnTier,
                    since = loan.OwnSince,
                    until = loan.OwnUntil,
                    lent = loan.TierId,
                }
            );
        }
    }

    private static Task<int> Close(Tx tx, TierLoanRow loan) =>
        tx.Execute(
            "UPDATE tier_loan SET ended_at = @now WHERE merchant_id = @m AND id = @id AND ended_at IS NULL",
            new { id = loan.Id, now = tx.Now }
        );

    private static async Task<Outcome<Case>> Subject(Tx tx, MemberId id, Caller caller)
    {
        if (await MembersPublic.Get(tx, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } gone)
            return gone;
        return await Case.Load(tx, member.Id, await ShowMemberTier.StoreOf(tx, caller.StoreId)) is { } subject
            ? subject
            : CommonReasons.NotFound.With(("what", "等级"));
    }
}
