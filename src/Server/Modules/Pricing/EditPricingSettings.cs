using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>PUT /settings/pricing: the owner changes the rules of points, bonus and discounts; they count from the next ticket on.</summary>
public static class EditPricingSettings
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Put("/settings/pricing", Permission.PlansEdit, Handle)
            .WithSummary("Change points, bonus and discount rules.");

    public static async Task<Outcome<PolicyReply<PricingSettings>>> Handle(
        PricingSettings request,
        Tx tx,
        Caller caller,
        IfMatch match
    ) =>
        request.EarnMinTicket.IsNegative
            ? CommonReasons.AmountOutOfRange.With(("max", Money.FenMax))
            : await Policies.Save(tx, caller, request, match, null);
}
