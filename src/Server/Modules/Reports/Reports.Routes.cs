namespace Shuke.Server.Modules.Reports;

/// <summary>What the shop's figures say. The one module that reads other modules' tables.</summary>
public static class ReportsRoutes
{
    public static readonly Module Module = new("Reports", _ => { }, Routes, Register);

    private static void Routes(IEndpointRouteBuilder routes)
    {
        ShowHome.Map(routes);
        ShowPolicy.Map(routes);
        ShowBenefitUse.Map(routes);
    }

    private static void Register(FactHandlers facts, JobKinds jobs) =>
        jobs.AddNightly(ShowPolicy.Kind, "会员章程存档", ShowPolicy.Keep);
}
