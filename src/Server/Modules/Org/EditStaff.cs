namespace Shuke.Server.Modules.Org;

/// <summary>PUT /staff/{id}: name, phone, roles, stores, state. Whoever is disabled or has left is out at once.</summary>
public static class EditStaff
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Put("/staff/{id}", Permission.StaffEdit, Handle)
            .WithSummary("Change, disable or bring back a person of the staff.");

    public static async Task<Outcome<StaffReply>> Handle(
        StaffId id,
        StaffForm request,
        Tx tx,
        Caller caller,
        Vault vault,
        IfMatch match
    )
    {
        if (await StaffRows.Find(tx, id) is not { } before)
            return CommonReasons.NotFound.With(("what", id));
        if (!Rights.Covers(caller, await Rights.Of(tx, id, before.IsOwner)))
            return OrgReasons.BeyondYours;
        var form = request with { Number = request.Number.Length > 0 ? request.Number : before.Number };
        var phone = Phones.Normalize(form.Phone);
        if (await Protected(tx, caller, before, form) is { } protection)
            return protection;
        if (await StaffRows.Fault(tx, vault, caller, form, phone, id) is { } fault)
            return fault;
        var was = await StaffRows.Form(tx, vault, before, masked: true);
        var row = before with
        {
            Number = form.Number,
            Name = form.Name.Trim(),
            PhoneSealed = vault.Seal(tx.Merchant, phone!),
            PhoneIndex = vault.BlindIndex(tx.Merchant, "staff-phone", phone!),
            PhoneTail = phone![^4..],
            IsOwner = form.IsOwner,
            State = form.State,
            Language = form.Language,
            Version = match.Version + 1,
        };
        if (
            await tx.Execute(
                Update,
                new
                {
                    row.Id,
                    row.Number,
                    row.Name,
                    row.PhoneSealed,
                    row.PhoneIndex,
                    row.PhoneTail,
                    row.IsOwner,
                    row.State,
                    row.Language,
                    version = match.Version,
                }
            ) == 0
        )
            return CommonReasons.Stale;
        await StaffRows.Assign(tx, id, form);
        if (form.State != StaffState.Active)
            await Sessions.EndAll(tx, id);
        tx.Audit(
            new(
                caller,
                form.State == before.State ? "staff.changed" : $"staff.{Names.Of(form.State)}",
                "staff",
                id.ToString(),
                was,
                StaffRows.ForAudit(form)
            )
        );
        SessionGate.Clear();
        return await StaffRows.Reply(tx, vault, caller, row, masked: true);
    }

    /// <summary>An owner stays in; there is always one; nobody shuts themselves out.</summary>
    private static async Task<Refusal?> Protected(Tx tx, Caller caller, StaffRow before, StaffForm form)
    {
        if (form.State != StaffState.Active && form.IsOwner)
            return OrgReasons.OwnerProtected;
        if (form.State != StaffState.Active && before.Id == caller.StaffId)
            return OrgReasons.NotYourself;
        if (!before.IsOwner || form.IsOwner)
            return null;
        // The rows of the owners are locked, so that two owners cannot demote each other at once.
        var owners = await tx.Execute(
            "UPDATE staff SET is_owner = TRUE WHERE merchant_id = @m AND is_owner AND state = 'active' AND id <> @id",
            new { before.Id }
        );
        return owners == 0 ? (Refusal)OrgReasons.LastOwner : null;
    }

    private const string Update = """
        UPDATE staff SET number = @number, name = @name, phone_sealed = @phoneSealed, phone_index = @phoneIndex, phone_tail = @phoneTail,
            is_owner = @isOwner, state = @state, language = @language, version = version + 1
        WHERE merchant_id = @m AND id = @id AND version = @version
        """;
}
