using System.ComponentModel.DataAnnotations;
using Shuke.Core.Coupons;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// POST /coupons/templates/{id}/pool: codes bought from a partner are put in; each coupon of the template gets the next
/// one. The same code twice is put in once.
/// </summary>
public static class ImportPool
{
    private const int CodesMax = 20_000;

    public sealed record Request([MaxLength(CodesMax), MinLength(1)] IReadOnlyList<string> Codes);

    public sealed record Reply(int Added, int Known, long Stock);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/coupons/templates/{id}/pool", Permission.CouponsIssue, Handle)
            .WithSummary("Put a partner's codes into a template.");

    public static async Task<Outcome<Reply>> Handle(
        CouponTemplateId id,
        Request request,
        Tx tx,
        Caller caller,
        Vault vault
    )
    {
        var template = await tx.One<CouponTemplateRow>(
            "UPDATE coupon_template SET issued = issued WHERE merchant_id = @m AND id = @id RETURNING *",
            new { id }
        );
        if (template is null)
            return CouponTemplates.NotFound();
        if (template.Kind != CouponKind.ThirdParty)
            return CouponReasons.PoolWrongKind;
        var known = new HashSet<string>(
            (
                await tx.All<byte[]>(
                    "SELECT code_hash FROM coupon_pool WHERE merchant_id = @m AND template_id = @id",
                    new { id }
                )
            ).Select(Convert.ToHexString),
            StringComparer.Ordinal
        );
        var rows = new List<CouponPoolRow>();
        var codes = request.Codes.Select(c => c.Trim()).Where(c => c.Length > 0).ToList();
        foreach (var code in codes)
        {
            var hash = vault.BlindIndex(tx.Merchant, "coupon-pool", code);
            if (known.Add(Convert.ToHexString(hash)))
                rows.Add(
                    new(tx.Merchant, id, template.Stock!.Value + rows.Count + 1, vault.Seal(tx.Merchant, code), hash)
                );
        }
        if (rows.Count == 0)
            return CouponReasons.PoolEmpty;
        await tx.InsertMany(rows);
        var stock = template.Stock!.Value + rows.Count;
        await tx.Execute(
            "UPDATE coupon_template SET stock = @stock WHERE merchant_id = @m AND id = @id",
            new { id, stock }
        );
        tx.Audit(
            new(
                caller,
                "coupon_pool.imported",
                "coupon_template",
                id.ToString(),
                After: new { Added = rows.Count, stock }
            )
        );
        return new Reply(rows.Count, codes.Count - rows.Count, stock);
    }
}
