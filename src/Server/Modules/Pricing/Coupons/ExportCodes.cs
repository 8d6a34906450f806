using System.ComponentModel.DataAnnotations;
using Shuke.Core.Coupons;
using Shuke.Server.Platform.Sheets;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// POST /coupons/batches/{id}/codes: the codes of a batch as a CSV file; .../sheet: a page of them to print, each with its
/// QR code. Both are made again from the secret, and both are on the audit log.
/// </summary>
public static class ExportCodes
{
    private const int RowsMax = 200_000;
    private const int SheetMax = 60;

    /// <param name="After">the last coupon of the page before</param>
    public sealed record SheetRequest(CouponId? After = null, [Range(1, SheetMax)] int Count = 24);

    public sealed record Sheet(
        string Name,
        string Says,
        BusinessDay LastDay,
        IReadOnlyList<Printed> Codes,
        CouponId? Next
    );

    /// <param name="Qr">the dark modules as an SVG path in units of one module</param>
    /// <param name="Modules">width and height of the QR code in modules</param>
    public sealed record Printed(CouponId Id, string Code, string Qr, int Modules);

    private sealed record Row(CouponId Id, long CodeNo, CouponState State, Instant ValidTo);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Export("/coupons/batches/{id}/codes", Permission.CouponsIssue, Handle)
            .WithSummary("The codes of a batch as a CSV file.");
        routes
            .Export("/coupons/batches/{id}/sheet", Permission.CouponsIssue, Print)
            .WithSummary("A page of codes to print, with QR codes.");
    }

    public static async Task<Outcome<FileReply>> Handle(CouponBatchId id, Tx tx, Caller caller, Vault vault)
    {
        if (await Batches.Find(tx, id) is not { } batch)
            return Batches.NotFound();
        if (batch.Source != CouponSource.Codes)
            return CouponReasons.BatchHasNoCodes;
        if (batch.Issued > RowsMax)
            return CouponReasons.BatchTooLarge.With(("max", (long)RowsMax));
        var zone = await CouponBook.Zone(tx);
        using var file = new MemoryStream();
        using (var sheet = SheetWriter.Create(SheetFormat.Csv, file, Columns(caller.Language)))
            await foreach (var r in Rows(tx, id, default, RowsMax))
                sheet.Row(
                    CouponCode.Grouped(CouponCodes.Of(tx, vault, r.Id, r.CodeNo)),
                    Names.Of(r.State),
                    CouponLife.LastDay(r.ValidTo, zone).ToString()
                );
        tx.Audit(
            new(
                caller,
                "coupon_codes.exported",
                "coupon_batch",
                id.ToString(),
                After: new { batch.Title, batch.Issued }
            )
        );
        return new FileReply($"{batch.Title}.csv", SheetWriter.ContentType(SheetFormat.Csv), file.ToArray());
    }

    public static async Task<Outcome<Sheet>> Print(
        CouponBatchId id,
        SheetRequest request,
        Tx tx,
        Caller caller,
        Vault vault
    )
    {
        if (await Batches.Find(tx, id) is not { } batch)
            return Batches.NotFound();
        if (batch.Source != CouponSource.Codes)
            return CouponReasons.BatchHasNoCodes;
        var template = (await CouponBook.Template(tx, batch.TemplateId))!;
        var rows = new List<Row>();
        await foreach (var row in Rows(tx, id, request.After ?? default, request.Count))
            rows.Add(row);
        if (rows.Count == 0)
            return CouponReasons.BatchHasNoCodes;
        tx.Audit(
            new(caller, "coupon_codes.printed", "coupon_batch", id.ToString(), After: new { batch.Title, rows.Count })
        );
        return new Sheet(
            template.Name,
            CouponSentence.Of(await CouponBook.Terms(tx, batch.TemplateId, batch.TermsNo)).In(caller.Language),
            CouponLife.LastDay(rows[0].ValidTo, await CouponBook.Zone(tx)),
            rows.ConvertAll(r => Draw(r.Id, CouponCodes.Of(tx, vault, r.Id, r.CodeNo))),
            rows.Count == request.Count ? rows[^1].Id : null
        );
    }

    private static IAsyncEnumerable<Row> Rows(DbRead db, CouponBatchId batch, CouponId after, int limit) =>
        db.Stream<Row>(
            """
            SELECT id, code_no, state, valid_to FROM coupon
            WHERE merchant_id = @m AND batch_id = @batch AND id > @after AND code_hash IS NOT NULL ORDER BY id LIMIT @limit
            """,
            new
            {
                batch,
                after,
                limit,
            }
        );

    private static Printed Draw(CouponId id, string code)
    {
        var (path, modules) = QrPath.Of(code);
        return new(id, CouponCode.Grouped(code), path, modules);
    }

    private static SheetColumn[] Columns(Language language) =>
        language == Language.Zh
            ? [new("券码", 26), new("状态"), new("最后一天")]
            : [new("Code", 26), new("State"), new("Last day")];
}
