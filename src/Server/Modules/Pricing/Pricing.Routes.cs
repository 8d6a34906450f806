namespace Shuke.Server.Modules.Pricing;

/// <summary>Prices, promotions, points as money.</summary>
public static class PricingRoutes
{
    public static readonly Module Module = new("Pricing", _ => { }, Routes, (_, _) => { });

    private static void Routes(IEndpointRouteBuilder routes)
    {
        ShowPricingSettings.Map(routes);
        EditPricingSettings.Map(routes);
    }
}
