namespace Shuke.Server.Modules.Pricing;

/// <summary>GET /promotions/{id}/results: tickets, sales, discount given, day by day.</summary>
public static class PromotionResults
{
    private const int DaysShown = 90;

    public sealed record Reply(
        long Tickets,
        long Members,
        long Returned,
        Money Sales,
        Money Discount,
        IReadOnlyList<CouponResults.Day> Days
    );

    private sealed record Totals(long Tickets, long Members, long Returned, Money Sales, Money Discount);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/promotions/{id}/results", Permission.PromotionsView, Handle)
            .WithSummary("What a promotion brought.");

    public static async Task<Outcome<Reply>> Handle(PromotionId id, DbRead db)
    {
        if (await PromotionBook.Find(db, id) is null)
            return Promotions.NotFound();
        var totals = (
            await db.One<Totals>(
                """
                SELECT COUNT(*) - COUNT(returned_at) AS tickets, COUNT(returned_at) AS returned,
                    COUNT(DISTINCT CASE WHEN returned_at IS NULL THEN member_id END) AS members,
                    CAST(COALESCE(SUM(CASE WHEN returned_at IS NULL THEN sales ELSE 0 END), 0) AS BIGINT) AS sales,
                    CAST(COALESCE(SUM(CASE WHEN returned_at IS NULL THEN discount ELSE 0 END), 0) AS BIGINT) AS discount
                FROM promotion_use WHERE merchant_id = @m AND promotion_id = @id
                """,
                new { id }
            )
        )!;
        var days = await db.All<CouponResults.Day>(
            """
            SELECT day AS date, COUNT(*) AS used, CAST(SUM(sales) AS BIGINT) AS sales, CAST(SUM(discount) AS BIGINT) AS discount
            FROM promotion_use WHERE merchant_id = @m AND promotion_id = @id AND returned_at IS NULL
            GROUP BY day ORDER BY day DESC LIMIT @days
            """,
            new { id, days = DaysShown }
        );
        return new Reply(totals.Tickets, totals.Members, totals.Returned, totals.Sales, totals.Discount, days);
    }
}
