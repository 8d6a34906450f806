using System.ComponentModel.DataAnnotations;
using Shuke.Core.Catalog;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Catalog;

/// <summary>
/// GET, POST /goods/price-schedules, POST .../{id}/cancel: prices that change by themselves at a moment. A job waits for it
/// and changes the products as if somebody had done it by hand: with a new version, and in the price history.
/// </summary>
public static class SchedulePrices
{
    public const string JobKind = "catalog.change_prices";

    public enum State
    {
        Waiting,
        Done,
        Cancelled,
    }

    public enum ChangeKind
    {
        Price,
        MemberPrice,
        LowestPrice,
    }

    public enum LineOutcome
    {
        Changed,

        /// <summary>The product is gone, or the price did not fit its other prices any more.</summary>
        Refused,
    }

    /// <param name="Price">null: there shall be none</param>
    public sealed record Line(ProductId ProductId, ChangeKind Kind, Money? Price);

    public sealed record Request(
        [StringLength(60, MinimumLength = 1)] string Title,
        Instant EffectiveAt,
        [MaxLength(500), MinLength(1)] IReadOnlyList<Line> Lines
    );

    public sealed record LineView(
        ProductId ProductId,
        string Name,
        ChangeKind Kind,
        Money? Price,
        LineOutcome? Outcome
    );

    public sealed record Reply(
        PriceScheduleId Id,
        string Title,
        Instant EffectiveAt,
        State State,
        string Who,
        Instant CreatedAt,
        IReadOnlyList<LineView> Lines
    );

    internal sealed record Arguments(PriceScheduleId Id);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Get("/goods/price-schedules", Permission.GoodsView, List)
            .WithSummary("Changes of prices, newest first.");
        routes.Post("/goods/price-schedules", Permission.GoodsEdit, Handle).WithSummary("Change prices at a moment.");
        routes
            .Post("/goods/price-schedules/{id}/cancel", Permission.GoodsEdit, Cancel)
            .WithSummary("Cancel a change of prices that waits.");
    }

    public static async Task<Outcome<IReadOnlyList<Reply>>> List(DbRead db)
    {
        var rows = await db.All<PriceScheduleRow>(
            "SELECT * FROM price_schedule WHERE merchant_id = @m ORDER BY id DESC LIMIT 100"
        );
        return await Of(db, rows);
    }

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        if (request.EffectiveAt <= tx.Now)
            return PriceReasons.PriceInPast;
        if (request.Lines.Any(l => l.Price is { IsNegative: true } || (l.Price is null && l.Kind == ChangeKind.Price)))
            return CatalogReasons.PriceOutOfRange;
        if (request.Lines.DistinctBy(l => (l.ProductId, l.Kind)).Count() < request.Lines.Count)
            return PriceReasons.PriceTwice;
        var products = await CatalogPublic.ForPricing(tx, [.. request.Lines.Select(l => l.ProductId).Distinct()]);
        if (request.Lines.Any(l => !products.ContainsKey(l.ProductId)))
            return CommonReasons.NotFound.With(("what", "商品"));
        var id = tx.NewId<Core.Kinds.PriceSchedule>();
        var job = await Jobs.Start(
            tx,
            JobKind,
            request.Title.Trim(),
            new Arguments(id),
            caller.StaffId,
            notBefore: request.EffectiveAt
        );
        var row = new PriceScheduleRow(
            tx.Merchant,
            id,
            request.Title.Trim(),
            request.EffectiveAt,
            State.Waiting,
            job,
            caller.StaffId,
            caller.Name,
            tx.Now
        );
        await tx.Insert(row);
        await tx.InsertMany(
            request
                .Lines.Select(l => new PriceScheduleLineRow(tx.Merchant, id, l.ProductId, l.Kind, l.Price, null))
                .ToList()
        );
        tx.Audit(new(caller, "prices.scheduled", "price_schedule", row.Title, After: request));
        return (await Of(tx, [row]))[0];
    }

    public static async Task<Outcome<Reply>> Cancel(PriceScheduleId id, Tx tx, Caller caller)
    {
        var row = await tx.One<PriceScheduleRow>(
            "UPDATE price_schedule SET state = 'cancelled' WHERE merchant_id = @m AND id = @id AND state = 'waiting' RETURNING *",
            new { id }
        );
        if (row is null)
            return PriceReasons.PriceScheduleOver;
        await Jobs.Cancel(tx, row.JobId);
        tx.Audit(new(caller, "prices.schedule_cancelled", "price_schedule", row.Title));
        return (await Of(tx, [row]))[0];
    }

    public static async Task<object?> Job(JobRun run)
    {
        var id = run.Arguments<Arguments>().Id;
        await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
        var row = await tx.One<PriceScheduleRow>(
            "UPDATE price_schedule SET state = 'done' WHERE merchant_id = @m AND id = @id AND state = 'waiting' RETURNING *",
            new { id }
        );
        if (row is null)
            return null;
        var lines = await tx.All<PriceScheduleLineRow>(
            "SELECT * FROM price_schedule_line WHERE merchant_id = @m AND schedule_id = @id ORDER BY product_id, price_kind",
            new { id }
        );
        foreach (var product in lines.GroupBy(l => l.ProductId))
        {
            var outcome = await Change(tx, row, [.. product]);
            await tx.Execute(
                "UPDATE price_schedule_line SET outcome = @outcome WHERE merchant_id = @m AND schedule_id = @id AND product_id = @product",
                new
                {
                    id,
                    outcome,
                    product = product.Key,
                }
            );
        }
        await tx.Commit();
        return new { lines = lines.Count };
    }

    /// <summary>All changes of one product together, so that a price and its member price never contradict each other.</summary>
    private static async Task<LineOutcome> Change(Tx tx, PriceScheduleRow schedule, PriceScheduleLineRow[] lines)
    {
        if (await Products.Find(tx, lines[0].ProductId) is not { } before)
            return LineOutcome.Refused;
        var after = before;
        foreach (var line in lines)
            after = line.PriceKind switch
            {
                ChangeKind.Price => after with { Price = line.Price!.Value },
                ChangeKind.MemberPrice => after with { MemberPrice = line.Price },
                ChangeKind.LowestPrice => after with { LowestPrice = line.Price },
            };
        return
            ProductShape.CheckPrices(after.Price, after.MemberPrice, after.LowestPrice) is null
            && await Products.Update(tx, before, after, null, schedule.CreatedBy, schedule.Who)
            ? LineOutcome.Changed
            : LineOutcome.Refused;
    }

    private static async Task<List<Reply>> Of(DbRead db, IReadOnlyList<PriceScheduleRow> rows)
    {
        var ids = rows.Select(r => r.Id).ToArray();
        var lines = (
            await db.All<PriceScheduleLineRow>(
                "SELECT * FROM price_schedule_line WHERE merchant_id = @m AND schedule_id IN @ids ORDER BY product_id, price_kind",
                new { ids }
            )
        ).ToLookup(l => l.ScheduleId);
        var products = await CatalogPublic.ForPricing(
            db,
            [.. lines.SelectMany(l => l).Select(l => l.ProductId).Distinct()]
        );
        return
        [
            .. rows.Select(r => new Reply(
                r.Id,
                r.Title,
                r.EffectiveAt,
                r.State,
                r.Who,
                r.CreatedAt,
                [
                    .. lines[r.Id]
                        .Select(l => new LineView(
                            l.ProductId,
                            products[l.ProductId].Name,
                            l.PriceKind,
                            l.Price,
                            l.Outcome
                        )),
                ]
            )),
        ];
    }
}

[Table("price_schedule")]
internal sealed record PriceScheduleRow(
    MerchantId MerchantId,
    PriceScheduleId Id,
    string Title,
    Instant EffectiveAt,
    SchedulePrices.State State,
    JobId JobId,
    StaffId? CreatedBy,
    string Who,
    Instant CreatedAt
);

[Table("price_schedule_line")]
internal sealed record PriceScheduleLineRow(
    MerchantId MerchantId,
    PriceScheduleId ScheduleId,
    ProductId ProductId,
    SchedulePrices.ChangeKind PriceKind,
    Money? Price,
    SchedulePrices.LineOutcome? Outcome
);
