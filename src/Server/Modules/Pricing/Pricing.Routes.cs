using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Pricing;

/// <summary>Prices, promotions, coupons, points as money.</summary>
public static class PricingRoutes
{
    public static readonly Module Module = new("Pricing", _ => { }, Routes, Register);

    private static void Routes(IEndpointRouteBuilder routes)
    {
        ShowPricingSettings.Map(routes);
        EditPricingSettings.Map(routes);

        ShowConditionFields.Map(routes);
        TryPromotion.Map(routes);
        PromotionCalendar.Map(routes);
        Promotions.Map(routes);
        PromotionResults.Map(routes);

        CouponPolicy.Map(routes);
        CouponTemplates.Map(routes);
        CouponResults.Map(routes);
        IssueCoupons.Map(routes);
        Batches.Map(routes);
        GiveCoupons.Map(routes);
        ExportCodes.Map(routes);
        ImportPool.Map(routes);
        CouponWords.Map(routes);
        ClaimPages.Map(routes);
        Packs.Map(routes);
        RedeemCode.Map(routes);
        Gifts.Map(routes);
        MemberCoupons.Map(routes);
        ClaimCoupon.Map(routes);
    }

    private static void Register(FactHandlers facts, JobKinds jobs)
    {
        facts.On<MembersMerged>(MemberCoupons.OnMerge);
        jobs.Add(IssueCoupons.JobKind, IssueCoupons.Job);
        jobs.Add(Batches.VoidKind, Batches.VoidJob);
    }
}
