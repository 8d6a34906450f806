namespace Shuke.Server.Modules.Sales;

/// <summary>The till: shifts, tickets, refunds, top-ups, parked carts, receipts, printers.</summary>
public static class SalesRoutes
{
    public static readonly Module Module = new("Sales", _ => { }, Routes, (_, _) => { });

    private static void Routes(IEndpointRouteBuilder routes)
    {
        OpenShift.Map(routes);
        ShowOpenShift.Map(routes);
        ListShifts.Map(routes);
        ShowShift.Map(routes);
        MoveCash.Map(routes);
        CloseShift.Map(routes);
    }
}
