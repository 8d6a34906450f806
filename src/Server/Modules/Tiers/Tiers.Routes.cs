namespace Shuke.Server.Modules.Tiers;

/// <summary>Tiers: their rules and benefits, who has which and why.</summary>
public static class TiersRoutes
{
    public static readonly Module Module = new("Tiers", _ => { }, Routes, Register);

    private static void Routes(IEndpointRouteBuilder routes)
    {
        Ranks.Map(routes);
        ShowMemberTier.Map(routes);
        SetMemberTier.Map(routes);
        TickBenefit.Map(routes);
        TierPolicies.Map(routes);
        TierRequests.Map(routes);
        TierLoans.Map(routes);
        ReviewTiers.Map(routes);
        SuggestTiers.Map(routes);
        MembershipPlans.Map(routes);
    }

    private static void Register(FactHandlers facts, JobKinds jobs)
    {
        facts.On<Org.ShopOpened>(SetUpTiers.On);
        facts.On<Members.MembersMerged>(FollowMerge.On);
        jobs.AddNightly(ReviewTiers.Kind, "等级复核", ReviewTiers.Run);
        jobs.AddNightly(FadeGrowth.Kind, "成长值衰减", FadeGrowth.Run);
        jobs.AddNightly(IssuePacks.Kind, "每月权益发放", IssuePacks.Run);
    }
}
