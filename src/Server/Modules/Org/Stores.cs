using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Org;

/// <summary>What is written about a store; creating and editing take the same form.</summary>
public sealed record StoreForm(
    [StringLength(20, MinimumLength = 1), RegularExpression("^[0-9A-Za-z-]+$")] string Code,
    [StringLength(40, MinimumLength = 1)] string Name,
    StoreKind Kind = StoreKind.Direct,
    [StringLength(200)] string Address = "",
    [StringLength(30)] string Phone = "",
    [StringLength(100)] string OpeningHours = "",
    [StringLength(60)] string TimeZone = "Asia/Shanghai",
    [Range(0, 720)] int CutoffMinutes = 0,
    [StringLength(500)] string ReceiptHeader = "",
    [StringLength(500)] string ReceiptFooter = "",
    bool Active = true
);

/// <summary>A store with its version, as lists and edits answer it.</summary>
public sealed record StoreReply(StoreId Id, StoreForm Store, long Version) : IVersioned;

internal static class Stores
{
    public static StoreReply Reply(StoreRow row) =>
        new(
            row.Id,
            new(
                row.Code,
                row.Name,
                row.Kind,
                row.Address,
                row.Phone,
                row.OpeningHours,
                row.TimeZone,
                (int)row.CutoffMinutes,
                row.ReceiptHeader,
                row.ReceiptFooter,
                row.Active
            ),
            row.Version
        );

    public static StoreRow Row(StoreForm form, MerchantId merchant, StoreId id, long version, Instant createdAt) =>
        new(
            merchant,
            id,
            form.Code,
            form.Name.Trim(),
            form.Kind,
            form.Address.Trim(),
            form.Phone.Trim(),
            form.OpeningHours.Trim(),
            form.TimeZone,
            form.CutoffMinutes,
            form.ReceiptHeader,
            form.ReceiptFooter,
            form.Active,
            version,
            createdAt
        );

    public static async Task<Refusal?> Fault(DbRead db, StoreForm form, StoreId self)
    {
        if (!Zones.Exists(form.TimeZone))
            return OrgReasons.ZoneUnknown;
        var taken = await db.One<long>(
            "SELECT COUNT(*) FROM store WHERE merchant_id = @m AND code = @code AND id <> @self",
            new { code = form.Code, self }
        );
        return taken > 0 ? OrgReasons.CodeTaken.With(("code", form.Code)) : null;
    }
}
