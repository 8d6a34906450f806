using Shuke.Core.Ledger;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Sales;

/// <summary>GET /topups/plans: what can be sold to a member now, and how much still fits on the card.</summary>
public static class ListTopUps
{
    public sealed record PlansReply(IReadOnlyList<Plan> Plans, Money Room);

    public sealed record Plan(TopUpPlanId Id, string Name, Money Pay, Money Bonus, Points Points);

    public sealed record ListReply(IReadOnlyList<Item> Items);

    public sealed record Item(
        TopUpId Id,
        string Number,
        Instant At,
        string Plan,
        Money Pay,
        Money Bonus,
        Points Points,
        TopUpState State,
        string Staff
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/topups/plans", Permission.TillTopUp, Plans).WithSummary("Top-up plans on sale for a member.");
        routes.Get("/topups", Permission.TillSell, List).WithSummary("The last top-ups of a member.");
    }

    public static async Task<Outcome<PlansReply>> Plans(MemberId memberId, DbRead db, Caller caller)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        if (await MembersPublic.Get(db, memberId, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        var day = (await OrgPublic.Store(db, caller.Store))!.DayOf(db.Now);
        var book = (await LedgerPublic.Read(db, await LedgerPublic.Assets(db), member.Id))!;
        var plans = await LedgerPublic.PlansOnSale(db, day, member.Id);
        return new PlansReply(
            [.. plans.Select(p => new Plan(p.Id, p.Name, p.Pay, p.Bonus, p.Points))],
            CardLimits.Shipped.Room(book)
        );
    }

    public static async Task<Outcome<ListReply>> List(MemberId memberId, DbRead db) =>
        new ListReply(
            await db.All<Item>(
                """
                SELECT t.id, t.number, t.at, t.plan_name AS plan, t.pay, t.bonus, t.points, t.state, s.name AS staff
                FROM topup t JOIN staff s ON s.merchant_id = t.merchant_id AND s.id = t.staff_id
                WHERE t.merchant_id = @m AND t.member_id = @memberId ORDER BY t.id DESC LIMIT 50
                """,
                new { memberId }
            )
        );
}
