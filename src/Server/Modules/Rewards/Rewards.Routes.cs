namespace Shuke.Server.Modules.Rewards;

/// <summary>Reward rules, what they gave, checking in, draws, tasks, badges, referrals.</summary>
public static class RewardsRoutes
{
    public static readonly Module Module = new("Rewards", Services, Routes, Register);

    private static void Services(IServiceCollection services)
    {
        services.AddSingleton<RewardClock>();
        if (!App.IsWritingOpenApi)
            services.AddHostedService(s => s.GetRequiredService<RewardClock>());
    }

    private static void Routes(IEndpointRouteBuilder routes)
    {
        ShowRule.Map(routes);
        ShowRuleFields.Map(routes);
        EditRule.Map(routes);
        TryRule.Map(routes);
        Grants.Map(routes);
        ShowMemberRewards.Map(routes);
        CheckIns.Map(routes);
        Draws.Map(routes);
        Tasks.Map(routes);
        BadgeList.Map(routes);
        ReferMember.Map(routes);
        Redemptions.Map(routes);
        RedeemPoints.Map(routes);
    }

    private static void Register(FactHandlers facts, JobKinds jobs)
    {
        facts.On<Members.MemberRegistered>(Hear.Registered);
        facts.On<Members.ProfileCompleted>(Hear.Completed);
        facts.On<Members.MembersMerged>(Hear.Merged);
        facts.On<Tiers.MemberMoved>(Hear.Moved, Hear.MovedTogether);
        facts.On<Sales.OrderPaid>(Hear.Paid, Hear.PaidTogether, Hear.AwaitPurchases);
        facts.On<Sales.OrderRefunded>(Hear.Refunded);
        facts.On<Sales.ToppedUp>(Hear.ToppedUp);
        facts.On<Sales.TopUpRefunded>(Hear.TopUpRefunded);
        facts.On<CouponsPromised>(Giving.Coupons);
    }
}
