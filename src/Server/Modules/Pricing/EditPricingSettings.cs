using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>PUT /settings/pricing: the owner changes the rules of points, rounding and discounts; they count from the next ticket on.</summary>
public static class EditPricingSettings
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Put("/settings/pricing", Permission.PlansEdit, Handle)
            .WithSummary("Change points, rounding and discount rules.");

    public static async Task<Outcome<PricingSettings>> Handle(PricingSettings request, Tx tx, Caller caller)
    {
        if (request.EarnMinTicket.IsNegative)
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        var before = await OrgPublic.Setting<PricingSettings>(tx);
        await OrgPublic.SaveSetting(tx, request);
        tx.Audit(new(caller, "settings.pricing_changed", "settings", "pricing", before, request));
        return request;
    }
}
