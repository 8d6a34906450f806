using System.Globalization;

namespace Shuke.Server.Modules.Org;

/// <summary>POST /staff: a new person. They have no password yet; POST /staff/{id}/secret makes the initial one.</summary>
public static class CreateStaff
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Post("/staff", Permission.StaffEdit, Handle).WithSummary("Add a person to the staff.");

    public static async Task<Outcome<StaffReply>> Handle(StaffForm request, Tx tx, Caller caller, Vault vault)
    {
        var phone = Phones.Normalize(request.Phone);
        var form = request with
        {
            Number = request.Number.Length > 0 ? request.Number : await NextNumber(tx),
            State = StaffState.Active,
        };
        if (await StaffRows.Fault(tx, vault, caller, form, phone, default) is { } fault)
            return fault;
        var row = new StaffRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Staff>(),
            form.Number,
            form.Name.Trim(),
            vault.Seal(tx.Merchant, phone!),
            vault.BlindIndex(tx.Merchant, "staff-phone", phone!),
            phone![^4..],
            null,
            null,
            form.IsOwner,
            StaffState.Active,
            form.Language,
            1,
            tx.Now
        );
        await tx.Insert(row);
        await StaffRows.Assign(tx, row.Id, form);
        tx.Audit(new(caller, "staff.created", "staff", row.Id.ToString(), After: StaffRows.ForAudit(form)));
        // Remembered answers lie in the database as they are: no full phone number in them.
        return await StaffRows.Reply(tx, vault, caller, row, masked: true);
    }

    private static async Task<string> NextNumber(Tx tx)
    {
        var numbers = await tx.All<string>("SELECT number FROM staff WHERE merchant_id = @m");
        var highest = numbers.Max(n =>
            int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
        );
        return (highest + 1).ToString("000", CultureInfo.InvariantCulture);
    }
}
