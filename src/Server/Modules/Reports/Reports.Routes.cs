namespace Shuke.Server.Modules.Reports;

/// <summary>What the shop's figures say. The one module that reads other modules' tables.</summary>
public static class ReportsRoutes
{
    public static readonly Module Module = new("Reports", _ => { }, ShowHome.Map, (_, _) => { });
}
