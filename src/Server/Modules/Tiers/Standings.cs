namespace Shuke.Server.Modules.Tiers;

/// <summary>What a member's tier is worth today.</summary>
internal static class Standings
{
    /// <param name="withBenefits">false: what is left of them is not asked for, and not counted</param>
    public static async Task<TierStanding> Of(DbRead db, MemberId member, BusinessDay day, bool withBenefits = true)
    {
        var ladder = await Ladder.Load(db);
        var held = await Ladder.Held(db, member);
        if ((held is null ? ladder.Base : ladder.Row(held.TierId)) is not { } row)
            return TierStanding.None;
        var benefits = withBenefits ? Ladder.Benefits(row) : [];
        return new(
            row.Id,
            row.Name,
            row.Colour,
            row.PriceBp,
            row.MultiplierBp,
            held?.Until,
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
    internal static async Task<TierRow?> Tier(DbRead db, MemberId member)
    {
        var ladder = await Ladder.Load(db);
        return await Ladder.Held(db, member) is { } held ? ladder.Row(held.TierId) : ladder.Base;
    }
}
