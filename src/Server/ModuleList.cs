using Shuke.Server.Modules.Catalog;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Pricing;
using Shuke.Server.Modules.Reports;
using Shuke.Server.Modules.Rewards;
using Shuke.Server.Modules.Sales;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server;

/// <summary>The modules, in their order: each may name only those before it (tests/Architecture.Tests).</summary>
public static class ModuleList
{
    // One line each, so that two modules can be added at once.
    public static readonly IReadOnlyList<Module> All =
    [
        OrgRoutes.Module,
        LedgerRoutes.Module,
        MembersRoutes.Module,
        CatalogRoutes.Module,
        TiersRoutes.Module,
        PricingRoutes.Module,
        SalesRoutes.Module,
        RewardsRoutes.Module,
        ReportsRoutes.Module,
    ];

    /// <summary>Who is asking, on every request.</summary>
    public static Task Sessions(HttpContext http, RequestDelegate next) => SessionGate.Run(http, next);
}
