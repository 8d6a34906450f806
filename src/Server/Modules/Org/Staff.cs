using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Org;

/// <summary>What is written about a person of the staff; creating and editing take the same form.</summary>
public sealed record StaffForm(
    [StringLength(40, MinimumLength = 1)] string Name,
    [StringLength(20)] string Phone,
    IReadOnlyList<RoleId> Roles,
    IReadOnlyList<StoreId> Stores,
    [StringLength(20), RegularExpression("^[0-9A-Za-z-]*$")] string Number = "",
    bool IsOwner = false,
    StaffState State = StaffState.Active,
    Language Language = Language.Zh
);

/// <summary>A person of the staff with the version; Ready means a password was chosen, HasPin that the till knows them.</summary>
public sealed record StaffReply(StaffId Id, StaffForm Staff, bool Ready, bool HasPin, bool Editable, long Version)
    : IVersioned;

internal static class StaffRows
{
    public static Task<StaffRow?> Find(DbRead db, StaffId id) =>
        db.One<StaffRow>("SELECT * FROM staff WHERE merchant_id = @m AND id = @id", new { id });

    public static async Task<StaffForm> Form(DbRead db, Vault vault, StaffRow row, bool masked)
    {
        var phone = vault.Unseal(db.Merchant, row.PhoneSealed);
        var roles = await db.All<RoleId>(
            "SELECT role_id FROM staff_role WHERE merchant_id = @m AND staff_id = @id ORDER BY role_id",
            new { row.Id }
        );
        var stores = await db.All<StoreId>(
            "SELECT store_id FROM staff_store WHERE merchant_id = @m AND staff_id = @id ORDER BY store_id",
            new { row.Id }
        );
        return new(
            row.Name,
            masked ? Phones.Mask(phone) : phone,
            roles,
            stores,
            row.Number,
            row.IsOwner,
            row.State,
            row.Language
        );
    }

    public static async Task<StaffReply> Reply(DbRead db, Vault vault, Caller caller, StaffRow row, bool masked = false)
    {
        var editable = Rights.Covers(caller, await Rights.Of(db, row.Id, row.IsOwner));
        return new(
            row.Id,
            await Form(db, vault, row, masked),
            row.PasswordHash is not null && row.SecretUntil is null,
            row.PinHash is not null,
            editable,
            row.Version
        );
    }

    /// <summary>What is wrong with a form, whoever it is about; nobody hands out more than they have.</summary>
    public static async Task<Refusal?> Fault(
        DbRead db,
        Vault vault,
        Caller caller,
        StaffForm form,
        string? phone,
        StaffId self
    )
    {
        if (phone is null)
            return OrgReasons.PhoneInvalid;
        if (form.IsOwner && !caller.IsOwner)
            return OrgReasons.BeyondYours;
        var roles =
            form.Roles.Count == 0
                ? []
                : await db.All<RoleRow>(
                    "SELECT * FROM role WHERE merchant_id = @m AND id IN @ids",
                    new { ids = form.Roles.ToArray() }
                );
        if (roles.Count != form.Roles.Distinct().Count())
            return CommonReasons.NotFound.With(("what", "role"));
        var stores = (await OrgPublic.Stores(db)).Select(s => s.Id).ToHashSet();
        if (!form.Stores.All(stores.Contains))
            return CommonReasons.NotFound.With(("what", "store"));
        if (!form.IsOwner && roles.Count == 0)
            return OrgReasons.RoleNeeded;
        if (!form.IsOwner && form.Stores.Count == 0 && !roles.Any(r => r.AllStores))
            return OrgReasons.StaffStoreNeeded;
        if (!Rights.Covers(caller, Rights.Sum(db.Merchant, roles, form.Stores)))
            return OrgReasons.BeyondYours;
        var index = vault.BlindIndex(db.Merchant, "staff-phone", phone);
        if (
            await db.One<long>(
                "SELECT COUNT(*) FROM staff WHERE merchant_id = @m AND phone_index = @index AND id <> @self",
                new { index, self }
            ) > 0
        )
            return OrgReasons.PhoneTaken;
        var taken = await db.One<long>(
            "SELECT COUNT(*) FROM staff WHERE merchant_id = @m AND number = @number AND id <> @self",
            new { form.Number, self }
        );
        return taken > 0 ? OrgReasons.NumberTaken.With(("number", form.Number)) : null;
    }

    public static async Task Assign(Tx tx, StaffId id, StaffForm form)
    {
        await tx.Execute("DELETE FROM staff_role WHERE merchant_id = @m AND staff_id = @id", new { id });
        await tx.Execute("DELETE FROM staff_store WHERE merchant_id = @m AND staff_id = @id", new { id });
        await tx.InsertMany(form.Roles.Distinct().Select(r => new StaffRoleRow(tx.Merchant, id, r)).ToList());
        await tx.InsertMany(form.Stores.Distinct().Select(s => new StaffStoreRow(tx.Merchant, id, s)).ToList());
    }

    /// <summary>The audit log names the phone by its mask only: the log cannot forget.</summary>
    public static StaffForm ForAudit(StaffForm form) =>
        form with
        {
            Phone = Phones.Normalize(form.Phone) is { } phone ? Phones.Mask(phone) : form.Phone,
        };
}
