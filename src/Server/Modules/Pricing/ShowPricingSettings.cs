using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>GET /settings/pricing: the rules of points, rounding and discounts.</summary>
public static class ShowPricingSettings
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/settings/pricing", Permission.GoodsView, Handle)
            .WithSummary("Points, rounding and discount rules.");

    public static async Task<Outcome<PricingSettings>> Handle(DbRead db) =>
        await OrgPublic.Setting<PricingSettings>(db);
}
