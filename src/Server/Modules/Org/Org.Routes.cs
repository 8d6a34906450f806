namespace Shuke.Server.Modules.Org;

/// <summary>Merchants, stores, staff, roles, sessions, approvals, audit, settings.</summary>
public static class OrgRoutes
{
    public static readonly Module Module = new("Org", Services, Routes, (_, _) => { });

    private static void Services(IServiceCollection services) => services.AddSingleton<UseApproval>(_ => Approvals.Use);

    private static void Routes(IEndpointRouteBuilder routes)
    {
        ShowSetup.Map(routes);
        SetUpShop.Map(routes);
        SignIn.Map(routes);
        SignOut.Map(routes);
        ShowSession.Map(routes);
    }
}
