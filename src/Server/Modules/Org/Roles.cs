using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Org;

/// <summary>What a role allows: permissions, limits as numbers (fen, points, basis points), its reach.</summary>
public sealed record RoleForm(
    [StringLength(30, MinimumLength = 1)] string Name,
    IReadOnlyList<Permission> Permissions,
    IReadOnlyDictionary<Limit, long> Limits,
    bool AllStores = false
);

/// <summary>A role, how many people have it, and its limits as sentences.</summary>
public sealed record RoleReply(
    RoleId Id,
    string? Code,
    RoleForm Role,
    IReadOnlyList<string> Sentences,
    long People,
    bool Editable,
    long Version
) : IVersioned;

internal static class Roles
{
    public static RoleForm Form(RoleRow row) =>
        new(
            row.Name,
            Json.Parse<Permission[]>(row.Permissions),
            Json.Parse<Dictionary<Limit, long>>(row.Limits),
            row.AllStores
        );

    public static RoleReply Reply(RoleRow row, Caller caller, long people)
    {
        var form = Form(row);
        return new(
            row.Id,
            row.Code,
            form,
            LimitWords.Sentences(form.Permissions, form.Limits, caller.Language),
            people,
            Rights.Covers(caller, Rights.Sum(row.MerchantId, [row], caller.Stores ?? new HashSet<StoreId>())),
            row.Version
        );
    }

    public static RoleRow Row(RoleForm form, MerchantId merchant, RoleId id, string? code, long version) =>
        new(
            merchant,
            id,
            code,
            form.Name.Trim(),
            Json.Text(form.Permissions.Where(p => p > Permission.Owner).Distinct().Order().ToArray()),
            Json.Text(form.Limits.OrderBy(l => l.Key).ToDictionary(l => l.Key, l => l.Value)),
            form.AllStores,
            version
        );

    public static async Task<Refusal?> Fault(DbRead db, Caller caller, RoleForm form, RoleRow row, Language language)
    {
        foreach (var (limit, value) in form.Limits)
            if (value < 0 || value > LimitWords.MaxOf(limit))
                return OrgReasons.LimitOutOfRange.With(("limit", LimitWords.Name(limit).With().In(language)));
        if (!Rights.Covers(caller, Rights.Sum(row.MerchantId, [row], caller.Stores ?? new HashSet<StoreId>())))
            return OrgReasons.BeyondYours;
        var taken = await db.One<long>(
            "SELECT COUNT(*) FROM role WHERE merchant_id = @m AND name = @name AND id <> @id",
            new { row.Name, row.Id }
        );
        return taken > 0 ? OrgReasons.RoleNameTaken.With(("name", row.Name)) : null;
    }
}
