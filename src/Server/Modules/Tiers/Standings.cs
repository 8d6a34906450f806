namespace Shuke.Server.Modules.Tiers;

/// <summary>What a member's tier is worth today.</summary>
internal static class Standings
{
    public static async Task<TierStanding> Of(DbRead db, MemberId member, BusinessDay day)
    {
        var row = await Tier(db, member);
        if (row is null)
            return TierStanding.None;
        var benefits = Ladder.Benefits(row);
        return new(
            row.Id,
            row.Name,
            row.Colour,
            row.PriceBp,
            row.MultiplierBp,
            (await Ladder.Held(db, member))?.Until,
            benefits.Count == 0 ? [] : await BenefitUses.Left(db, member, benefits, day)
        );
    }

    public static async Task<IReadOnlyDictionary<MemberId, TierChip>> Chips(DbRead db, IReadOnlyList<MemberId> members)
    {
        if (members.Count == 0)
            return new Dictionary<MemberId, TierChip>();
        var rungs = await Ladder.Rung(db);
        if (rungs.FirstOrDefault(r => r.Active) is not { } lowest)
            return new Dictionary<MemberId, TierChip>();
        var held = await db.All<(MemberId Member, TierId Tier)>(
            "SELECT member_id, tier_id FROM member_tier WHERE merchant_id = @m AND member_id IN @members",
            new { members }
        );
        var chips = rungs.ToDictionary(r => r.Id, r => new TierChip(r.Id, r.Name, r.Colour));
        var byMember = held.ToDictionary(h => h.Member, h => h.Tier);
        return members.Distinct().ToDictionary(m => m, m => chips[byMember.GetValueOrDefault(m, lowest.Id)]);
    }

    /// <summary>The member's own tier, or else the base tier.</summary>
    internal static Task<TierRow?> Tier(DbRead db, MemberId member) =>
        db.One<TierRow>(
            """
            SELECT * FROM tier WHERE merchant_id = @m AND id = COALESCE(
                (SELECT tier_id FROM member_tier WHERE merchant_id = @m AND member_id = @member),
                (SELECT id FROM tier WHERE merchant_id = @m AND active ORDER BY position, id LIMIT 1))
            """,
            new { member }
        );
}
