using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>GET, PUT /settings/coupons: what happens to coupons when goods come back, and how long gifts and locks last.</summary>
public static class CouponPolicy
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/settings/coupons", Permission.CouponsView, Show).WithSummary("Rules of coupons.");
        routes.Put("/settings/coupons", Permission.PlansEdit, Handle).WithSummary("Change the rules of coupons.");
    }

    public static Task<Outcome<PolicyReply<CouponSettings>>> Show(DbRead db, Caller caller) =>
        Policies.Show<CouponSettings>(db, caller, null);

    public static Task<Outcome<PolicyReply<CouponSettings>>> Handle(
        CouponSettings request,
        Tx tx,
        Caller caller,
        IfMatch match
    ) => Policies.Save(tx, caller, request, match, null);
}
