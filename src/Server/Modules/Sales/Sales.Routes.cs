using Shuke.Server.Modules.Catalog;
using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Sales;

/// <summary>The till: shifts, tickets, refunds, top-ups, parked carts, receipts, printers.</summary>
public static class SalesRoutes
{
    public static readonly Module Module = new("Sales", Services, Routes, Register);

    private static void Register(FactHandlers facts, JobKinds jobs)
    {
        facts.On<Members.MembersMerged>(MoveSold.On);
        jobs.AddNightly(RenewMemberships.Kind, "付费会员续费", RenewMemberships.Run);
        jobs.AddNightly(ValueGifts.Kind, "礼物退回", ValueGifts.Run);
    }

    private static void Services(IServiceCollection services) =>
        services
            .AddSingleton<ProductsInUse>(_ => SoldProducts.Among)
            .AddSingleton<VerifyAgainstLedger>(_ => VerifyTickets.Run)
            .AddSingleton<VerifyAgainstLedger>(_ => VerifyPayments.Run);

    private static void Routes(IEndpointRouteBuilder routes)
    {
        OpenShift.Map(routes);
        ShowOpenShift.Map(routes);
        ListShifts.Map(routes);
        ShowShift.Map(routes);
        MoveCash.Map(routes);
        CloseShift.Map(routes);
        QuoteCart.Map(routes);
        ShowTillMember.Map(routes);
        SellCart.Map(routes);
        ListOrders.Map(routes);
        ShowOrder.Map(routes);
        PreviewRefund.Map(routes);
        RefundOrder.Map(routes);
        ShowReceipt.Map(routes);
        PrintReceipt.Map(routes);
        HoldCart.Map(routes);
        ListHolds.Map(routes);
        ResumeHold.Map(routes);
        ListTopUps.Map(routes);
        SellTopUp.Map(routes);
        RefundTopUp.Map(routes);
        Printers.Map(routes);
        SellMembership.Map(routes);
        ShowMemberships.Map(routes);
        SellTimesCard.Map(routes);
        ShareTimes.Map(routes);
        ValueGifts.Map(routes);
    }
}
