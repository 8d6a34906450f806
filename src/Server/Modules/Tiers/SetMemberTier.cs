using System.ComponentModel.DataAnnotations;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Tiers;

/// <summary>POST /members/{id}/tier: staff set a member's tier by hand, up or down, with a reason.</summary>
public static class SetMemberTier
{
    /// <param name="Until">last day; null = as long as the tier lasts</param>
    public sealed record Request(
        TierId TierId,
        [StringLength(200, MinimumLength = 2)] string Reason,
        BusinessDay? Until = null
    );

    private static readonly Phrase ByHand = new(
        "tier_by_hand",
        "员工将等级调整为{tier}。",
        "Staff set the tier to {tier}."
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Post("/members/{id}/tier", Permission.TiersEdit, Handle).WithSummary("Set a member's tier by hand.");

    public static async Task<Outcome<ShowMemberTier.Reply>> Handle(MemberId id, Request request, Tx tx, Caller caller)
    {
        if (await MembersPublic.Get(tx, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } gone)
            return gone;
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member.Id);
        var subject = await Case.Load(tx, member.Id, await ShowMemberTier.StoreOf(tx, caller.StoreId));
        var tier = subject?.Tiers.FirstOrDefault(t => t.Id == request.TierId);
        if (subject is null || tier is null)
            return CommonReasons.NotFound.With(("what", "等级"));
        if (tier.Id == subject.State.Tier)
            return TierReasons.SameTier;
        if (request.Until < subject.Day)
            return TierReasons.PastDay;

        var up = tier.Order > subject.Tiers.First(t => t.Id == subject.State.Tier).Order;
        var decision = new TierDecision(
            up ? TierChange.Upgrade : TierChange.Downgrade,
            new(tier.Id, subject.Day, request.Until ?? tier.Validity.LastDay(subject.Day), []),
            up && !tier.Pack.IsEmpty ? tier.Pack : null,
            ByHand.With(("tier", tier.Name))
        );
        var occasion = new Occasion("hand", $"{member.Id}", caller.Staff, request.Reason);
        await Examination.Move(tx, subject, book, decision, HowMoved.Hand, occasion);
        tx.Audit(
            new(
                caller,
                "member.tier_set",
                "member",
                member.Id.ToString(),
                new { tierId = subject.State.Tier, subject.State.Until },
                new { tierId = tier.Id, decision.After.Until },
                request.Reason
            )
        );
        return await ShowMemberTier.Handle(member.Id, tx, caller);
    }
}
