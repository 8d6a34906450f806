namespace Shuke.Server.Modules.Ledger;

/// <summary>Assets, books, postings, top-up plans, verification.</summary>
public static class LedgerRoutes
{
    public static readonly Module Module = new("Ledger", _ => { }, Routes, Register);

    private static void Routes(IEndpointRouteBuilder routes)
    {
        AssetKinds.Map(routes);
        TopUpPlans.Map(routes);
        PunchCards.Map(routes);
        TimesCards.Map(routes);
        PointsClearing.Map(routes);
        ShowMemberValue.Map(routes);
        ShowStatement.Map(routes);
        AdjustValue.Map(routes);
        ExpireValue.Map(routes);
        CheckLedger.Map(routes);
    }

    private static void Register(FactHandlers facts, JobKinds jobs)
    {
        facts.On<Org.ShopOpened>(SetUpAssets.On);
        jobs.AddNightly(ExpireValue.Kind, "到期清零", ExpireValue.Run);
        jobs.AddNightly(PointsClearing.Kind, "积分清零", PointsClearing.Run);
        jobs.AddNightly(CheckLedger.SealKind, "日终封账", CheckLedger.Seal);
        jobs.AddNightly(CheckLedger.VerifyKind, "核对账本", CheckLedger.Verify);
    }
}
