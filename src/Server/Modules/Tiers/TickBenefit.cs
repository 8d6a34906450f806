using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Tiers;

/// <summary>
/// POST /members/{id}/benefits/{benefitId}/use: staff hand over what a tier promises in words (the engraved cup) and tick it
/// off; POST .../undo takes the last tick of today back. Free items are ticked off by the till itself.
/// </summary>
public static class TickBenefit
{
    /// <param name="Remaining">what is left of it in this period; null = no limit</param>
    public sealed record Reply(string Benefit, int? Remaining);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Post("/members/{id}/benefits/{benefitId}/use", Permission.TillSell, Handle)
            .WithSummary("Tick off one use of a benefit that staff hand over.");
        routes
            .Post("/members/{id}/benefits/{benefitId}/undo", Permission.TillSell, Undo)
            .WithSummary("Take today's last tick of a benefit back.");
    }

    public static async Task<Outcome<Reply>> Handle(MemberId id, BenefitId benefitId, Tx tx, Caller caller)
    {
        if (await MembersPublic.Get(tx, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } whyNot)
            return whyNot;
        var day = (await ShowMemberTier.StoreOf(tx, caller.StoreId)).DayOf(tx.Now);
        // The book's lock makes two tills take turns, so that the second is told how many are left.
        await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member.Id);
        if ((await BenefitUses.Use(tx, member.Id, benefitId, null, day)).No(out _, out var refusal))
            return refusal;
        var reply = await View(tx, member.Id, benefitId, day, caller.Language);
        tx.Audit(new(caller, "benefit.used", "member", $"{member.Id}", After: new { reply.Benefit }));
        return reply;
    }

    public static async Task<Outcome<Reply>> Undo(MemberId id, BenefitId benefitId, Tx tx, Caller caller)
    {
        if (await MembersPublic.Get(tx, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        var day = (await ShowMemberTier.StoreOf(tx, caller.StoreId)).DayOf(tx.Now);
        await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member.Id);
        var undone = await tx.Execute(
            """
            UPDATE benefit_use SET slot = NULL, returned_at = @now WHERE merchant_id = @m AND id = (
                SELECT MAX(id) FROM benefit_use WHERE merchant_id = @m AND member_id = @member AND benefit_id = @benefit
                AND day = @day AND order_id IS NULL AND returned_at IS NULL)
            """,
            new
            {
                member = member.Id,
                benefit = benefitId,
                day,
                now = tx.Now,
            }
        );
        if (undone == 0)
            return TierReasons.NothingTicked;
        var reply = await View(tx, member.Id, benefitId, day, caller.Language);
        tx.Audit(new(caller, "benefit.undone", "member", $"{member.Id}", After: new { reply.Benefit }));
        return reply;
    }

    private static async Task<Reply> View(
        DbRead db,
        MemberId member,
        BenefitId benefit,
        BusinessDay day,
        Language language
    )
    {
        var left = (await Standings.Of(db, member, day)).Benefits.FirstOrDefault(b => b.Id == benefit);
        return new(left?.Title(language) ?? "", left?.Remaining);
    }
}
