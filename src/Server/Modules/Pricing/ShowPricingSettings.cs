using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>GET /settings/pricing: the rules of points, bonus and discounts.</summary>
public static class ShowPricingSettings
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/settings/pricing", Permission.GoodsView, Handle).WithSummary("Points, bonus and discount rules.");

    public static Task<Outcome<PolicyReply<PricingSettings>>> Handle(DbRead db, Caller caller) =>
        Policies.Show<PricingSettings>(db, caller, null);
}
