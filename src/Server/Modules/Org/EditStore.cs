namespace Shuke.Server.Modules.Org;

/// <summary>PUT /stores/{id}: name, hours, zone, receipt, open or closed. History keeps the business days it was booked to.</summary>
public static class EditStore
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Put("/stores/{id}", Permission.StoresEdit, Handle).WithSummary("Change a store.");

    public static async Task<Outcome<StoreReply>> Handle(
        StoreId id,
        StoreForm request,
        Tx tx,
        Caller caller,
        IfMatch match
    )
    {
        if (
            await tx.One<StoreRow>("SELECT * FROM store WHERE merchant_id = @m AND id = @id", new { id })
            is not { } before
        )
            return CommonReasons.NotFound.With(("what", id));
        if (!caller.MayAt(id))
            return HttpReasons.ForeignStore;
        if (await Stores.Fault(tx, request, id) is { } fault)
            return fault;
        if (
            !request.Active
            && await tx.One<long>(
                "SELECT COUNT(*) FROM store WHERE merchant_id = @m AND active AND id <> @id",
                new { id }
            ) == 0
        )
            return OrgReasons.LastStore;
        var row = Stores.Row(request, tx.Merchant, id, match.Version + 1, before.CreatedAt);
        if (
            await tx.Execute(
                Update,
                new
                {
                    row.Id,
                    row.Code,
                    row.Name,
                    row.Kind,
                    row.Address,
                    row.Phone,
                    row.OpeningHours,
                    row.TimeZone,
                    row.CutoffMinutes,
                    row.ReceiptHeader,
                    row.ReceiptFooter,
                    row.Active,
                    version = match.Version,
                }
            ) == 0
        )
            return CommonReasons.Stale;
        tx.Audit(new(caller, "store.changed", "store", id.ToString(), Stores.Reply(before).Store, request));
        SessionGate.Clear();
        return Stores.Reply(row);
    }

    private const string Update = """
        UPDATE store SET code = @code, name = @name, kind = @kind, address = @address, phone = @phone, opening_hours = @openingHours,
            time_zone = @timeZone, cutoff_minutes = @cutoffMinutes, receipt_header = @receiptHeader, receipt_footer = @receiptFooter,
            active = @active, version = version + 1
        WHERE merchant_id = @m AND id = @id AND version = @version
        """;
}
