using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Shuke.Core.Coupons;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// GET, POST /coupons/pages, PUT /coupons/pages/{id}, POST .../qr: pages on which everybody can claim a coupon, within
/// limits, and the QR code that leads there.
/// </summary>
public static class ClaimPages
{
    private const int CodeLength = 10;

    /// <param name="TotalMax">how many can be claimed; null: as many as the template has</param>
    /// <param name="PerAddress">how many from one internet address in a day; null: no limit</param>
    public sealed record Form(
        [StringLength(60, MinimumLength = 1)] string Title,
        CouponTemplateId TemplateId,
        Instant StartsAt,
        Instant EndsAt,
        [Range(1, 100_000_000)] long? TotalMax = null,
        [Range(1, 100)] long PerPerson = 1,
        [Range(1, 1_000_000)] long? PerAddress = 50,
        bool Active = true
    );

    /// <param name="Path">what follows the shop's address in the link</param>
    public sealed record Reply(
        ClaimPageId Id,
        string Code,
        string Path,
        string Title,
        CouponTemplateId TemplateId,
        string Template,
        Instant StartsAt,
        Instant EndsAt,
        long? TotalMax,
        long Claimed,
        long PerPerson,
        long? PerAddress,
        bool Active,
        long Version
    ) : IVersioned;

    /// <param name="Origin">the address under which people reach this shop, such as https://shop.example</param>
    public sealed record QrRequest([StringLength(200), RegularExpression("https?://[^/]+")] string Origin);

    /// <param name="Qr">the dark modules as an SVG path in units of one module</param>
    /// <param name="Modules">width and height of the QR code in modules</param>
    public sealed record QrReply(string Address, string Qr, int Modules);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/coupons/pages", Permission.CouponsView, List).WithSummary("Claim pages, newest first.");
        routes.Post("/coupons/pages", Permission.CouponsIssue, Add).WithSummary("Add a claim page.");
        routes.Put("/coupons/pages/{id}", Permission.CouponsIssue, Handle).WithSummary("Change a claim page.");
        routes
            .Ask("/coupons/pages/{id}/qr", Permission.CouponsView, Draw)
            .WithSummary("The QR code that leads to a claim page.");
    }

    public static async Task<Outcome<QrReply>> Draw(ClaimPageId id, QrRequest request, DbRead db)
    {
        if (await Find(db, id) is not { } row)
            return NotFound();
        var address = request.Origin + PathOf(row);
        var (path, modules) = QrPath.Of(address);
        return new QrReply(address, path, modules);
    }

    private static Task<ClaimPageRow?> Find(DbRead db, ClaimPageId id) =>
        db.One<ClaimPageRow>("SELECT * FROM claim_page WHERE merchant_id = @m AND id = @id", new { id });

    private static string PathOf(ClaimPageRow row) => $"/claim/{row.MerchantId}/{row.Code}";

    private static Refusal NotFound() => CommonReasons.NotFound.With(("what", "领券页"));

    public static async Task<Outcome<IReadOnlyList<Reply>>> List(DbRead db)
    {
        var rows = await db.All<ClaimPageRow>(
            "SELECT * FROM claim_page WHERE merchant_id = @m ORDER BY id DESC LIMIT 500"
        );
        var replies = new List<Reply>(rows.Count);
        foreach (var row in rows)
            replies.Add(await Of(db, row));
        return replies;
    }

    public static async Task<Outcome<Reply>> Add(Form form, Tx tx, Caller caller)
    {
        if (form.StartsAt >= form.EndsAt)
            return CouponReasons.ClaimTimes;
        if (await CouponBook.Template(tx, form.TemplateId) is not { } template)
            return CouponTemplates.NotFound();
        if (template.State != TemplateState.Active)
            return CouponReasons.TemplateNotActive.With(("name", template.Name));
        var batch = Issuing.NewBatch(
            tx,
            template,
            CouponSource.Page,
            form.Title.Trim(),
            "",
            BatchState.Done,
            form.TotalMax ?? 0,
            caller.StaffId
        );
        await tx.Insert(batch);
        var row = new ClaimPageRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.ClaimPage>(),
            CouponCode.Of(RandomNumberGenerator.GetBytes(CouponCode.SecretBytes))[..CodeLength],
            form.Title.Trim(),
            template.Id,
            batch.Id,
            form.TotalMax,
            0,
            form.PerPerson,
            form.PerAddress,
            form.StartsAt,
            form.EndsAt,
            form.Active,
            tx.Now,
            1
        );
        await tx.Insert(row);
        tx.Audit(new(caller, "claim_page.added", "claim_page", row.Id.ToString(), After: form));
        return await Of(tx, row);
    }

    public static async Task<Outcome<Reply>> Handle(ClaimPageId id, IfMatch match, Form form, Tx tx, Caller caller)
    {
        if (form.StartsAt >= form.EndsAt)
            return CouponReasons.ClaimTimes;
        var before = await Find(tx, id);
        if (before is null || before.TemplateId != form.TemplateId)
            return NotFound();
        var row = await tx.One<ClaimPageRow>(
            """
            UPDATE claim_page SET title = @title, starts_at = @StartsAt, ends_at = @EndsAt, total_max = @TotalMax,
                per_person = @PerPerson, per_address = @PerAddress, active = @Active, version = version + 1
            WHERE merchant_id = @m AND id = @id AND version = @version AND (@TotalMax IS NULL OR claimed <= @TotalMax) RETURNING *
            """,
            new
            {
                id,
                title = form.Title.Trim(),
                form.StartsAt,
                form.EndsAt,
                form.TotalMax,
                form.PerPerson,
                form.PerAddress,
                form.Active,
                version = match.Version,
            }
        );
        if (row is null)
            return before.Version != match.Version
                ? CommonReasons.Stale
                : CouponReasons.StockTooLow.With(
                    ("name", before.Title),
                    ("left", form.TotalMax),
                    ("wanted", before.Claimed)
                );
        tx.Audit(new(caller, "claim_page.changed", "claim_page", id.ToString(), before, form));
        return await Of(tx, row);
    }

    private static async Task<Reply> Of(DbRead db, ClaimPageRow r) =>
        new(
            r.Id,
            r.Code,
            PathOf(r),
            r.Title,
            r.TemplateId,
            (await CouponBook.Template(db, r.TemplateId))!.Name,
            r.StartsAt,
            r.EndsAt,
            r.TotalMax,
            r.Claimed,
            r.PerPerson,
            r.PerAddress,
            r.Active,
            r.Version
        );
}
