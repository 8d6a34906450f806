using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Shuke.Core.Coupons;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// GET /coupons/batches, GET .../{id}, POST .../{id}/pause, /resume, /cancel, /void: what was issued in one go, and the
/// way to stop it or take it back.
/// </summary>
public static class Batches
{
    public const string VoidKind = "pricing.void_coupons";
    private const int PartMax = 4_000;

    public sealed record Filter(CouponTemplateId? Template = null);

    public sealed record VoidRequest([StringLength(200, MinimumLength = 2)] string Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/coupons/batches", Permission.CouponsView, List).WithSummary("Batches of coupons, newest first.");
        routes.Get("/coupons/batches/{id}", Permission.CouponsView, Show).WithSummary("One batch and how far it is.");
        routes
            .Post("/coupons/batches/{id}/pause", Permission.CouponsIssue, Pause)
            .WithSummary("Pause a running batch.");
        routes.Post("/coupons/batches/{id}/resume", Permission.CouponsIssue, Resume).WithSummary("Let a batch go on.");
        routes
            .Post("/coupons/batches/{id}/cancel", Permission.CouponsIssue, Cancel)
            .WithSummary("End a batch; what it issued stays.");
        routes
            .Post("/coupons/batches/{id}/void", Permission.CouponsIssue, Void)
            .WithSummary("Void all coupons of a batch that are not used, as a job.");
    }

    public static async Task<Outcome<Page<IssueCoupons.Reply>>> List(
        [AsParameters] Filter filter,
        [AsParameters] PageQuery page,
        DbRead db
    )
    {
        var args = new
        {
            template = filter.Template,
            before = Cursor.Read(page.After).Number,
            limit = page.Fetch,
        };
        const string where =
            "FROM coupon_batch WHERE merchant_id = @m AND (@template IS NULL OR template_id = @template)";
        var total = await db.One<long>("SELECT COUNT(*) " + where, args);
        var rows = await db.All<CouponBatchRow>(
            "SELECT * " + where + " AND id < @before ORDER BY id DESC LIMIT @limit",
            args
        );
        return Page<IssueCoupons.Reply>.Of(page, await Of(db, rows), total, r => new("", r.Id.Value));
    }

    public static async Task<Outcome<IssueCoupons.Reply>> Show(CouponBatchId id, DbRead db) =>
        await Find(db, id) is { } row ? await Of(db, row) : NotFound();

    public static Task<Outcome<IssueCoupons.Reply>> Pause(CouponBatchId id, Tx tx, Caller caller) =>
        Stop(id, tx, caller, BatchState.Paused, "coupon_batch.paused");

    public static Task<Outcome<IssueCoupons.Reply>> Cancel(CouponBatchId id, Tx tx, Caller caller) =>
        Stop(id, tx, caller, BatchState.Cancelled, "coupon_batch.cancelled");

    private static async Task<Outcome<IssueCoupons.Reply>> Stop(
        CouponBatchId id,
        Tx tx,
        Caller caller,
        BatchState state,
        string action
    )
    {
        if (await Find(tx, id) is not { } before)
            return NotFound();
        var row = await tx.One<CouponBatchRow>(
            """
            UPDATE coupon_batch SET state = @state, ended_at = CASE WHEN @state = 'cancelled' THEN @now ELSE ended_at END
            WHERE merchant_id = @m AND id = @id AND (state = 'running' OR (state = 'paused' AND @state = 'cancelled')) RETURNING *
            """,
            new
            {
                id,
                state,
                now = tx.Now,
            }
        );
        if (row is null)
            return CouponReasons.BatchNotRunning;
        tx.Audit(
            new(caller, action, "coupon_batch", id.ToString(), new { before.State, before.Issued }, new { state })
        );
        return await Of(tx, row);
    }

    public static async Task<Outcome<IssueCoupons.Reply>> Resume(CouponBatchId id, Tx tx, Caller caller)
    {
        if (await Find(tx, id) is not { } before)
            return NotFound();
        var ended =
            before.JobId is { } old && await Jobs.Find(tx, old) is { State: JobState.Failed or JobState.Cancelled };
        if (before.State != BatchState.Paused && !(before.State == BatchState.Running && ended))
            return CouponReasons.BatchNotPaused;
        var job = await Jobs.Start(
            tx,
            IssueCoupons.JobKind,
            before.Title,
            new IssueCoupons.Arguments(id),
            caller.StaffId
        );
        var row = await tx.One<CouponBatchRow>(
            "UPDATE coupon_batch SET state = 'running', job_id = @job WHERE merchant_id = @m AND id = @id RETURNING *",
            new { id, job }
        );
        tx.Audit(
            new(caller, "coupon_batch.resumed", "coupon_batch", id.ToString(), new { before.State, before.Issued })
        );
        return await Of(tx, row!);
    }

    public static async Task<Outcome<IssueCoupons.Reply>> Void(
        CouponBatchId id,
        VoidRequest request,
        Tx tx,
        Caller caller
    )
    {
        if (await Find(tx, id) is not { } before)
            return NotFound();
        if (before.State is BatchState.Voiding or BatchState.Void)
            return CouponReasons.Void;
        var job = await Jobs.Start(tx, VoidKind, before.Title, new IssueCoupons.Arguments(id), caller.StaffId);
        var row = await tx.One<CouponBatchRow>(
            "UPDATE coupon_batch SET state = 'voiding', cursor = 0, job_id = @job WHERE merchant_id = @m AND id = @id RETURNING *",
            new { id, job }
        );
        tx.Audit(
            new(
                caller,
                "coupon_batch.voided",
                "coupon_batch",
                id.ToString(),
                new { before.State, before.Issued },
                Reason: request.Reason
            )
        );
        return await Of(tx, row!);
    }

    /// <summary>Voids part by part in the order of the coupons; a used one stays used.</summary>
    public static async Task<object?> VoidJob(JobRun run)
    {
        var id = run.Arguments<IssueCoupons.Arguments>().Batch;
        for (var end = false; !end; )
        {
            run.Stopping.ThrowIfCancellationRequested();
            await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
            var batch = await tx.One<CouponBatchRow>(
                "UPDATE coupon_batch SET cursor = cursor WHERE merchant_id = @m AND id = @id AND state = 'voiding' RETURNING *",
                new { id }
            );
            if (batch is null)
                return null;
            var part = await tx.All<CouponId>(
                "SELECT id FROM coupon WHERE merchant_id = @m AND batch_id = @id AND id > @cursor ORDER BY id LIMIT @limit",
                new
                {
                    id,
                    cursor = batch.Cursor,
                    limit = PartMax,
                }
            );
            end = part.Count < PartMax;
            var voided =
                part.Count == 0
                    ? 0
                    : await tx.Execute(
                        """
                        UPDATE coupon SET state = 'void', nth = NULL, locked_for = NULL, locked_until = NULL
                        WHERE merchant_id = @m AND batch_id = @id AND id >= @first AND id <= @last AND state NOT IN ('used', 'void')
                        """,
                        new
                        {
                            id,
                            first = part[0],
                            last = part[^1],
                        }
                    );
            await tx.Execute(
                "UPDATE coupon_batch SET cursor = @last, voided = voided + @voided, state = @state, ended_at = @now WHERE merchant_id = @m AND id = @id",
                new
                {
                    id,
                    last = part.Count == 0 ? batch.Cursor : part[^1].Value,
                    voided,
                    state = end ? BatchState.Void : BatchState.Voiding,
                    now = tx.Now,
                }
            );
            await run.Save(
                tx,
                batch.Voided + voided,
                batch.Issued,
                batch.Cursor.ToString(CultureInfo.InvariantCulture)
            );
            await tx.Commit();
        }
        return new { batch = id };
    }

    internal static Task<CouponBatchRow?> Find(DbRead db, CouponBatchId id) =>
        db.One<CouponBatchRow>("SELECT * FROM coupon_batch WHERE merchant_id = @m AND id = @id", new { id });

    internal static async Task<IssueCoupons.Reply> Of(DbRead db, CouponBatchRow row) => (await Of(db, [row]))[0];

    private static async Task<List<IssueCoupons.Reply>> Of(DbRead db, List<CouponBatchRow> rows)
    {
        var templates = rows.Select(r => r.TemplateId).Distinct().ToArray();
        var names = (
            await db.All<(CouponTemplateId Id, string Name)>(
                "SELECT id, name FROM coupon_template WHERE merchant_id = @m AND id IN @templates",
                new { templates }
            )
        ).ToDictionary(t => t.Id, t => t.Name);
        var batches = rows.ConvertAll(r => r.Id);
        var used = (
            await db.All<(CouponBatchId Id, long Used)>(
                """
                SELECT batch_id, COUNT(*) FROM coupon_use WHERE merchant_id = @m AND template_id IN @templates
                AND batch_id IN @batches AND returned_at IS NULL GROUP BY batch_id
                """,
                new { templates, batches }
            )
        ).ToDictionary(u => u.Id, u => u.Used);
        return rows.ConvertAll(r => new IssueCoupons.Reply(
            r.Id,
            r.TemplateId,
            names[r.TemplateId],
            r.Source,
            r.Title,
            r.State,
            r.Wanted,
            r.Issued,
            r.Skipped,
            r.Voided,
            used.GetValueOrDefault(r.Id),
            r.JobId,
            r.CreatedAt,
            r.EndedAt
        ));
    }

    internal static Refusal NotFound() => CommonReasons.NotFound.With(("what", "批次"));
}
