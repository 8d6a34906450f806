using System.ComponentModel.DataAnnotations;
using Shuke.Server.Platform.Printing;

namespace Shuke.Server.Modules.Sales;

/// <summary>GET, POST, PUT /printers: the network printers of the caller's store, and a test page for each.</summary>
public static class Printers
{
    public sealed record Form(
        [StringLength(40, MinimumLength = 1)] string Name,
        [StringLength(60, MinimumLength = 1)] string Host,
        [Range(1024, 65_535)] int Port = 9100,
        int Width = 58,
        bool PrintsReceipts = true,
        bool OpensDrawer = true,
        bool Active = true
    );

    public sealed record View(
        PrinterId Id,
        string Name,
        string Host,
        int Port,
        int Width,
        bool PrintsReceipts,
        bool OpensDrawer,
        bool Active,
        long Version
    ) : IVersioned;

    public sealed record ListReply(IReadOnlyList<View> Items);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/printers", Permission.TillSell, List).WithSummary("Printers of the store.");
        routes.Post("/printers", Permission.SettingsEdit, Add).WithSummary("Add a printer.");
        routes.Put("/printers/{id}", Permission.SettingsEdit, Edit).WithSummary("Change a printer.");
        routes.Ask("/printers/{id}/test", Permission.SettingsEdit, Test).WithSummary("Print a test page.");
    }

    public static async Task<Outcome<ListReply>> List(DbRead db, Caller caller)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        var rows = await db.All<PrinterRow>(
            "SELECT * FROM printer WHERE merchant_id = @m AND store_id = @store ORDER BY id",
            new { store = caller.Store }
        );
        return new ListReply(rows.ConvertAll(ViewOf));
    }

    public static async Task<Outcome<View>> Add(Form request, Tx tx, Caller caller)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        if (Check(request) is { } refusal)
            return refusal;
        var row = new PrinterRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Printer>(),
            caller.Store,
            request.Name.Trim(),
            request.Host.Trim(),
            request.Port,
            request.Width,
            request.PrintsReceipts,
            request.OpensDrawer,
            request.Active,
            1
        );
        await tx.Insert(row);
        tx.Audit(new(caller, "printer.added", "printer", row.Id.ToString(), After: request));
        return ViewOf(row);
    }

    public static async Task<Outcome<View>> Edit(PrinterId id, Form request, IfMatch match, Tx tx, Caller caller)
    {
        if (Check(request) is { } refusal)
            return refusal;
        var before = await tx.One<PrinterRow>("SELECT * FROM printer WHERE merchant_id = @m AND id = @id", new { id });
        if (before is null || before.StoreId != caller.StoreId)
            return CommonReasons.NotFound.With(("what", "打印机"));
        var row = await tx.One<PrinterRow>(
            """
            UPDATE printer SET name = @Name, host = @Host, port = @Port, width = @Width, prints_receipts = @PrintsReceipts,
                opens_drawer = @OpensDrawer, active = @Active, version = version + 1
            WHERE merchant_id = @m AND id = @Id AND version = @Version RETURNING *
            """,
            new
            {
                Id = id,
                match.Version,
                Name = request.Name.Trim(),
                Host = request.Host.Trim(),
                request.Port,
                request.Width,
                request.PrintsReceipts,
                request.OpensDrawer,
                request.Active,
            }
        );
        if (row is null)
            return CommonReasons.Stale;
        tx.Audit(new(caller, "printer.changed", "printer", id.ToString(), ViewOf(before), ViewOf(row)));
        return ViewOf(row);
    }

    public static async Task<Outcome<Done>> Test(PrinterId id, DbRead db, Caller caller, CancellationToken stop)
    {
        var row = await db.One<PrinterRow>("SELECT * FROM printer WHERE merchant_id = @m AND id = @id", new { id });
        if (row is null || row.StoreId != caller.StoreId)
            return CommonReasons.NotFound.With(("what", "打印机"));
        var page = new Receipt(ShowReceipt.PaperOf(row.Width))
            .Text("熟客 测试页", Align.Center, bold: true, TextSize.Large)
            .Divider()
            .Pair(row.Name, $"{row.Host}:{row.Port}")
            .Text("中文、English、1234567890、¥12.40")
            .Qr("https://example.org/shuke")
            .Feed(2)
            .Cut();
        return await NetworkPrinter.Send(row.Host, row.Port, EscPos.Bytes(page), TimeSpan.FromSeconds(5), stop);
    }

    private static Refusal? Check(Form form) =>
        form.Width is 58 or 80 && System.Net.IPAddress.TryParse(form.Host.Trim(), out _)
            ? null
            : TillReasons.PrinterHost.With();

    private static View ViewOf(PrinterRow r) =>
        new(r.Id, r.Name, r.Host, r.Port, r.Width, r.PrintsReceipts, r.OpensDrawer, r.Active, r.Version);
}
