using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Tiers;

/// <summary>
/// Two members became one: the one that stays has the better tier, packs given to either stay given, and what was bought as
/// a membership runs on.
/// </summary>
internal static class FollowMerge
{
    public static async Task On(Tx tx, MembersMerged fact, IServiceProvider services)
    {
        await tx.Execute(
            """
            INSERT INTO tier_pack_given (merchant_id, member_id, tier_id, at)
            SELECT merchant_id, @to, tier_id, at FROM tier_pack_given WHERE merchant_id = @m AND member_id = @from
            ON CONFLICT DO NOTHING
            """,
            new { to = fact.ToId, from = fact.FromId }
        );
        await tx.Execute(
            "UPDATE membership SET member_id = @ToId WHERE merchant_id = @m AND member_id = @FromId",
            fact
        );
        await TierLoans.GiveUp(tx, [fact.FromId, fact.ToId]);
        if (await Ladder.Held(tx, fact.FromId) is not { } lost)
            return;
        var ladder = await Ladder.Load(tx);
        var kept = await Ladder.Held(tx, fact.ToId);
        var better = kept is null || ladder.Row(lost.TierId).Position > ladder.Row(kept.TierId).Position;
        await tx.Execute(
            "DELETE FROM member_tier WHERE merchant_id = @m AND member_id IN @members",
            new { members = better ? new[] { fact.FromId, fact.ToId } : [fact.FromId] }
        );
        if (!better)
            return;
        await tx.Insert(lost with { MemberId = fact.ToId, How = HowMoved.Merge });
        await tx.Insert(
            new TierChangeRow(
                tx.Merchant,
                tx.NewId(),
                fact.ToId,
                kept?.TierId ?? ladder.Base!.Id,
                lost.TierId,
                HowMoved.Merge,
                "会员合并,保留较高的等级。",
                "Two members became one; the better tier stays.",
                "merge",
                fact.MergeId.ToString(),
                null,
                "",
                lost.Since,
                tx.Now
            )
        );
    }
}
