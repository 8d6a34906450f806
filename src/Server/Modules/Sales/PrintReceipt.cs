using Shuke.Server.Platform.Printing;

namespace Shuke.Server.Modules.Sales;

/// <summary>POST /orders/{id}/print: sends the receipt to a network printer of the store.</summary>
public static class PrintReceipt
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public sealed record Request(PrinterId? PrinterId = null, bool OpenDrawer = false);

    public static void Map(IEndpointRouteBuilder routes) =>
        // A print is not a write: it changes nothing here, and asking twice means printing twice.
        routes.Ask("/orders/{id}/print", Permission.TillSell, Handle).WithSummary("Print the receipt.");

    public static async Task<Outcome<Done>> Handle(
        OrderId id,
        Request request,
        DbRead db,
        Caller caller,
        CancellationToken stop
    )
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        var printer = await db.One<PrinterRow>(
            """
            SELECT * FROM printer WHERE merchant_id = @m AND store_id = @store AND active AND prints_receipts
            AND (@id IS NULL OR id = @id) ORDER BY id LIMIT 1
            """,
            new { store = caller.Store, id = request.PrinterId }
        );
        if (printer is null)
            return TillReasons.NoPrinter;
        var paper = ShowReceipt.PaperOf(printer.Width);
        return (await ShowReceipt.Load(db, id, caller, paper, request.OpenDrawer && printer.OpensDrawer)).No(
            out var bytes,
            out var refusal
        )
            ? refusal
            : await NetworkPrinter.Send(printer.Host, printer.Port, bytes, Patience, stop);
    }
}
