namespace Shuke.Server.Modules.Org;

/// <summary>Merchants, stores, staff, roles, sessions, approvals, audit, settings.</summary>
public static class OrgRoutes
{
    public static readonly Module Module = new("Org", Services, Routes, (_, _) => { });

    private static void Services(IServiceCollection services) =>
        services
            .AddSingleton<UseApproval>(_ => Approvals.Use)
            .AddSingleton<ListMerchants>(_ => OrgPublic.Nights)
            .AddSingleton(s => SetupCode.For(s.GetRequiredService<Settings>()));

    private static void Routes(IEndpointRouteBuilder routes)
    {
        ShowSetup.Map(routes);
        SetUpShop.Map(routes);
        SignIn.Map(routes);
        SignOut.Map(routes);
        ShowSession.Map(routes);
        ListStores.Map(routes);
        CreateStore.Map(routes);
        EditStore.Map(routes);
        SwitchStore.Map(routes);
        ChooseLanguage.Map(routes);
        ListColleagues.Map(routes);
        SwitchPerson.Map(routes);
        ListSessions.Map(routes);
        EndSession.Map(routes);
        ListStaff.Map(routes);
        ShowStaff.Map(routes);
        CreateStaff.Map(routes);
        EditStaff.Map(routes);
        ResetSecret.Map(routes);
        ChangePassword.Map(routes);
        SetPin.Map(routes);
        ListRoles.Map(routes);
        CreateRole.Map(routes);
        EditRole.Map(routes);
        ListPermissions.Map(routes);
        ExplainRole.Map(routes);
        GiveApproval.Map(routes);
        ListApprovals.Map(routes);
        ListAudit.Map(routes);
        ExportAudit.Map(routes);
        TillPolicy.Map(routes);
        SessionPolicies.Map(routes);
        PinPolicies.Map(routes);
        PasswordPolicies.Map(routes);
        ShopName.Map(routes);
        ListJobs.Map(routes);
        ShowJob.Map(routes);
        CancelJob.Map(routes);
        DownloadFile.Map(routes);
        ShowHealth.Map(routes);
    }
}
