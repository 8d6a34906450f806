using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Org;

/// <summary>GET and PUT /settings/shop: the name of the shop as receipts and the member app show it.</summary>
public static class ShopName
{
    public sealed record Request([StringLength(40, MinimumLength = 1)] string Name);

    public sealed record Reply(string Name, string Template, Instant OpenedAt, long Version) : IVersioned;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/settings/shop", Permission.SignedIn, Show).WithSummary("The shop's name.");
        routes.Put("/settings/shop", Permission.SettingsEdit, Save).WithSummary("Rename the shop.");
    }

    public static async Task<Outcome<Reply>> Show(DbRead db)
    {
        var row = (await db.One<MerchantRow>("SELECT * FROM merchant WHERE merchant_id = @m"))!;
        return new Reply(row.Name, row.Template, row.CreatedAt, row.Version);
    }

    public static async Task<Outcome<Reply>> Save(Request request, Tx tx, Caller caller, IfMatch match)
    {
        var before = (await Show(tx)).Value;
        var name = request.Name.Trim();
        var changed = await tx.Execute(
            "UPDATE merchant SET name = @name, version = version + 1 WHERE merchant_id = @m AND version = @version",
            new { name, version = match.Version }
        );
        if (changed == 0)
            return CommonReasons.Stale;
        tx.Audit(new(caller, "settings.changed", "setting", "shop", new { before.Name }, new { name }));
        return before with { Name = name, Version = before.Version + 1 };
    }
}
