namespace Shuke.Server.Modules.Pricing;

/// <summary>GET /coupons/templates/{id}/results: what a template's coupons brought: issued, claimed, used, sales, discount given.</summary>
public static class CouponResults
{
    private const int DaysShown = 90;

    /// <param name="Claimed">of those issued, taken by people themselves: on a page or with a word</param>
    /// <param name="Sales">what the tickets with one of them came to, fen; returned uses are not counted</param>
    public sealed record Reply(
        long Issued,
        long Claimed,
        long Used,
        long Returned,
        long Voided,
        long Members,
        Money Sales,
        Money Discount,
        int UsedShareBp,
        IReadOnlyList<Day> Days,
        IReadOnlyList<Batch> Batches
    );

    public sealed record Day(BusinessDay Date, long Used, Money Sales, Money Discount);

    public sealed record Batch(
        CouponBatchId Id,
        string Title,
        CouponSource Source,
        long Issued,
        long Used,
        Money Sales,
        Money Discount
    );

    private sealed record Totals(long Used, long Returned, long Members, Money Sales, Money Discount);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/coupons/templates/{id}/results", Permission.CouponsView, Handle)
            .WithSummary("What a template's coupons brought.");

    public static async Task<Outcome<Reply>> Handle(CouponTemplateId id, DbRead db)
    {
        if (await CouponBook.Template(db, id) is not { } template)
            return CouponTemplates.NotFound();
        var totals = (
            await db.One<Totals>(
                """
                SELECT COUNT(*) - COUNT(returned_at) AS used, COUNT(returned_at) AS returned,
                    COUNT(DISTINCT CASE WHEN returned_at IS NULL THEN member_id END) AS members,
                    CAST(COALESCE(SUM(CASE WHEN returned_at IS NULL THEN sales ELSE 0 END), 0) AS BIGINT) AS sales,
                    CAST(COALESCE(SUM(CASE WHEN returned_at IS NULL THEN discount ELSE 0 END), 0) AS BIGINT) AS discount
                FROM coupon_use WHERE merchant_id = @m AND template_id = @id
                """,
                new { id }
            )
        )!;
        var claimed = await db.One<long>(
            """
            SELECT CAST(COALESCE((SELECT SUM(claimed) FROM claim_page WHERE merchant_id = @m AND template_id = @id), 0)
                + COALESCE((SELECT SUM(taken) FROM coupon_word WHERE merchant_id = @m AND template_id = @id), 0) AS BIGINT)
            """,
            new { id }
        );
        var voided = await db.One<long>(
            """
            SELECT COUNT(*) FROM coupon_batch b JOIN coupon c ON c.merchant_id = b.merchant_id AND c.batch_id = b.id
            WHERE b.merchant_id = @m AND b.template_id = @id AND c.state = 'void'
            """,
            new { id }
        );
        var days = await db.All<Day>(
            """
            SELECT day AS date, COUNT(*) AS used, CAST(SUM(sales) AS BIGINT) AS sales, CAST(SUM(discount) AS BIGINT) AS discount
            FROM coupon_use WHERE merchant_id = @m AND template_id = @id AND returned_at IS NULL
            GROUP BY day ORDER BY day DESC LIMIT @days
            """,
            new { id, days = DaysShown }
        );
        var batches = await db.All<Batch>(
            """
            SELECT b.id, b.title, b.source, b.issued, COUNT(u.id) AS used,
                CAST(COALESCE(SUM(u.sales), 0) AS BIGINT) AS sales, CAST(COALESCE(SUM(u.discount), 0) AS BIGINT) AS discount
            FROM coupon_batch b LEFT JOIN coupon_use u ON u.merchant_id = b.merchant_id AND u.template_id = b.template_id
                AND u.batch_id = b.id AND u.returned_at IS NULL
            WHERE b.merchant_id = @m AND b.template_id = @id GROUP BY b.id, b.title, b.source, b.issued ORDER BY b.id DESC LIMIT 100
            """,
            new { id }
        );
        return new Reply(
            template.Issued,
            claimed,
            totals.Used,
            totals.Returned,
            voided,
            totals.Members,
            totals.Sales,
            totals.Discount,
            template.Issued == 0 ? 0 : (int)(totals.Used * 10_000 / template.Issued),
            days,
            batches
        );
    }
}
