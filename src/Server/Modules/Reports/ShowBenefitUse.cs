using Shuke.Core.Pricing.Offers;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Reports;

/// <summary>
/// GET /reports/benefits?from&amp;to: how much each benefit of each tier is used, so that an owner sees which are loved and
/// which nobody wants; discounts of tiers and paid memberships with what they took off.
/// </summary>
public static class ShowBenefitUse
{
    private const int DaysUsual = 90;

    /// <param name="Uses">times it was used in the days asked for, less what was given back; packs: times issued</param>
    /// <param name="Members">how many members used it</param>
    /// <param name="ReachBp">members who used it as a share of those who have the tier now, basis points</param>
    /// <param name="LastDay">when it was last used, ever</param>
    public sealed record Benefit(
        BenefitId Id,
        BenefitKind Kind,
        string Title,
        BenefitPeriod Period,
        int Limit,
        long Uses,
        long Members,
        int ReachBp,
        BusinessDay? LastDay
    );

    /// <param name="Members">who have the tier now</param>
    /// <param name="Discount">what its price took off tickets, fen</param>
    public sealed record Tier(
        TierId Id,
        string Name,
        string Colour,
        long Members,
        Ratio Price,
        Money Discount,
        long Tickets,
        IReadOnlyList<Benefit> Benefits
    );

    public sealed record Plan(MembershipPlanId Id, string Name, long Members, Money Paid, Money Discount, long Tickets);

    public sealed record Reply(BusinessDay From, BusinessDay To, IReadOnlyList<Tier> Tiers, IReadOnlyList<Plan> Plans);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/reports/benefits", Permission.TiersView, Handle).WithSummary("How much each benefit is used.");

    public static async Task<Outcome<Reply>> Handle(BusinessDay? from, BusinessDay? to, DbRead db, Caller caller)
    {
        var today = (await OrgPublic.Stores(db))[0].DayOf(db.Now);
        var (first, last) = (from ?? today.AddDays(1 - DaysUsual), to ?? today);
        var tiers = await TiersPublic.Benefits(db, caller.Language);
        var held = await Held(db, tiers);
        var uses = await Uses(db, first, last);
        var off = await Off(db, first, last);
        return new Reply(
            first,
            last,
            [
                .. tiers.Select(t =>
                {
                    var (discount, tickets) = off.GetValueOrDefault(t.Tier.Id.Value);
                    var members = held.GetValueOrDefault(t.Tier.Id);
                    return new Tier(
                        t.Tier.Id,
                        t.Tier.Name,
                        t.Tier.Colour,
                        members,
                        t.Price,
                        discount,
                        tickets,
                        [.. t.Benefits.Select(b => View(b, uses.GetValueOrDefault(b.Id), members))]
                    );
                }),
            ],
            await Plans(db, first, last, today, off)
        );
    }

    private sealed record Used(BenefitId BenefitId, long Uses, long Members, BusinessDay? LastDay);

    private static Benefit View(BenefitInfo b, Used? used, long holders) =>
        new(
            b.Id,
            b.Kind,
            b.Title,
            b.Period,
            b.Limit,
            used?.Uses ?? 0,
            used?.Members ?? 0,
            holders == 0
                ? 0
                : (int)Math.Min(Divide.Exact((used?.Members ?? 0) * 10_000, holders, Rounding.HalfUp), 10_000),
            used?.LastDay
        );

    /// <summary>Members without a row have the base tier.</summary>
    private static async Task<Dictionary<TierId, long>> Held(DbRead db, IReadOnlyList<TierBenefits> tiers)
    {
        var held = (
            await db.All<(TierId Tier, long Members)>(
                "SELECT tier_id, COUNT(*) FROM member_tier WHERE merchant_id = @m GROUP BY tier_id"
            )
        ).ToDictionary(h => h.Tier, h => h.Members);
        if (tiers.Count == 0)
            return held;
        var all = await db.One<long>("SELECT COUNT(*) FROM member WHERE merchant_id = @m AND merged_into IS NULL");
        held[tiers[0].Tier.Id] = held.GetValueOrDefault(tiers[0].Tier.Id) + Math.Max(all - held.Values.Sum(), 0);
        return held;
    }

    private static async Task<Dictionary<BenefitId, Used>> Uses(DbRead db, BusinessDay first, BusinessDay last)
    {
        var used = await db.All<Used>(
            """
            SELECT benefit_id,
                COUNT(CASE WHEN day >= @first AND day <= @last THEN 1 END) AS uses,
                COUNT(DISTINCT CASE WHEN day >= @first AND day <= @last THEN member_id END) AS members,
                MAX(day) AS last_day
            FROM benefit_use WHERE merchant_id = @m AND returned_at IS NULL GROUP BY benefit_id
            """,
            new { first, last }
        );
        // Packs are put on cards by the night: a row for each member and month.
        var issued = await db.All<Used>(
            """
            SELECT benefit_id, COUNT(*) AS uses, COUNT(DISTINCT member_id) AS members, CAST(NULL AS DATE) AS last_day
            FROM benefit_issue WHERE merchant_id = @m AND period >= @firstMonth AND period <= @lastMonth GROUP BY benefit_id
            """,
            new { firstMonth = $"{first}"[..7], lastMonth = $"{last}"[..7] }
        );
        return used.Concat(issued).DistinctBy(u => u.BenefitId).ToDictionary(u => u.BenefitId);
    }

    /// <summary>What tickets name as the source of a tier's price: the tier, or the paid membership.</summary>
    private static async Task<Dictionary<long, (Money Discount, long Tickets)>> Off(
        DbRead db,
        BusinessDay first,
        BusinessDay last
    ) =>
        (
            await db.All<(string Source, Money Discount, long Tickets)>(
                """
                SELECT d.source_id, CAST(SUM(d.amount) AS BIGINT), COUNT(DISTINCT d.order_id) FROM orders o
                JOIN order_discount d ON d.merchant_id = o.merchant_id AND d.order_id = o.id
                WHERE o.merchant_id = @m AND o.day >= @first AND o.day <= @last AND o.state <> 'void' AND d.offer = @offer
                GROUP BY d.source_id
                """,
                new
                {
                    first,
                    last,
                    offer = TierDiscount.TheKind.Code,
                }
            )
        ).ToDictionary(
            d => long.Parse(d.Source, System.Globalization.CultureInfo.InvariantCulture),
            d => (d.Discount, d.Tickets)
        );

    private static async Task<IReadOnlyList<Plan>> Plans(
        DbRead db,
        BusinessDay first,
        BusinessDay last,
        BusinessDay today,
        Dictionary<long, (Money Discount, long Tickets)> off
    )
    {
        var rows = await db.All<(MembershipPlanId Id, string Name, long Members, Money Paid)>(
            """
            SELECT p.id, p.name,
                COUNT(DISTINCT CASE WHEN m.first <= @today AND m.last >= @today THEN m.member_id END),
                CAST(COALESCE(SUM(CASE WHEN m.bought_on >= @first AND m.bought_on <= @to THEN m.paid ELSE 0 END), 0) AS BIGINT)
            FROM membership_plan p
            LEFT JOIN membership m ON m.merchant_id = p.merchant_id AND m.plan_id = p.id AND m.state = 'sold'
            WHERE p.merchant_id = @m GROUP BY p.id, p.name ORDER BY p.id
            """,
            new
            {
                first,
                to = last,
                today,
            }
        );
        return rows.ConvertAll(r =>
        {
            var (discount, tickets) = off.GetValueOrDefault(r.Id.Value);
            return new Plan(r.Id, r.Name, r.Members, r.Paid, discount, tickets);
        });
    }
}
