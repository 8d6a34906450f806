using Shuke.Core.Pricing.Offers;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Sales;

/// <summary>GET /members/{id}/memberships: what a member bought, until when, and what it has saved so far.</summary>
public static class ShowMemberships
{
    /// <param name="Saved">what its price took off tickets within the term</param>
    public sealed record Item(
        MembershipId Id,
        string Number,
        string Plan,
        BusinessDay First,
        BusinessDay Last,
        Money Paid,
        bool IsTrial,
        bool IsRunning,
        bool AutoRenew,
        MembershipState State,
        Money Saved,
        string RenewalNote
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/members/{id}/memberships", Permission.MembersView, Handle)
            .WithSummary("A member's paid memberships and what they saved.");

    public static async Task<Outcome<IReadOnlyList<Item>>> Handle(MemberId id, DbRead db, Caller caller)
    {
        var stores = await Org.OrgPublic.Stores(db);
        var day = (stores.FirstOrDefault(s => s.Id == caller.StoreId) ?? stores[0]).DayOf(db.Now);
        var items = new List<Item>();
        foreach (var info in await MembershipPublic.Of(db, id))
            items.Add(
                new(
                    info.Id,
                    info.Number,
                    info.Plan,
                    info.Term.First,
                    info.Term.Last,
                    info.Term.Paid,
                    !info.Term.Paid.IsPositive,
                    info.State == MembershipState.Sold && info.Term.Covers(day),
                    info.AutoRenew,
                    info.State,
                    await SavedBy(db, info),
                    info.RenewalNote
                )
            );
        return items;
    }

    /// <summary>Tickets name the membership as the source of their discount, so this is a sum of what was printed.</summary>
    internal static Task<Money> SavedBy(DbRead db, MembershipInfo info) =>
        db.One<Money>(
            """
            SELECT COALESCE(SUM(d.amount), 0) FROM orders o
            JOIN order_discount d ON d.merchant_id = o.merchant_id AND d.order_id = o.id
            WHERE o.merchant_id = @m AND o.member_id = @member AND o.day >= @first AND o.day <= @last
            AND o.state <> 'void' AND d.offer = @offer AND d.source_id = @source
            """,
            new
            {
                member = info.MemberId,
                first = info.Term.First,
                last = info.Term.Last,
                offer = TierDiscount.TheKind.Code,
                source = $"{info.PlanId}",
            }
        );
}
