using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Globalization;
using Shuke.Core.Coupons;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// POST /coupons/batches: coupons for a list or all members of a choice, or codes to hand out, as a job. It goes on where
/// it was after a restart, can be paused, and never gives a member the same batch twice: each part and its place are one
/// transaction. Beyond the caller's limit a second person has to approve (threat T19).
/// </summary>
public static class IssueCoupons
{
    public const string JobKind = "pricing.issue_coupons";
    private const int PartMax = 4_000;
    private const int CodesMax = 1_000_000;

    /// <param name="Tier">only members who have this tier now</param>
    public sealed record Audience(MemberChoice? Members = null, TierId? Tier = null);

    /// <param name="Audience">who gets one; null with <paramref name="Codes"/></param>
    /// <param name="Codes">how many codes to make for whoever brings them</param>
    public sealed record Request(
        CouponTemplateId TemplateId,
        [StringLength(60, MinimumLength = 1)] string Title,
        Audience? Audience = null,
        [Range(1, CodesMax)] long? Codes = null
    );

    /// <summary>A batch with how far it is.</summary>
    public sealed record Reply(
        CouponBatchId Id,
        CouponTemplateId TemplateId,
        string Template,
        CouponSource Source,
        string Title,
        BatchState State,
        long Wanted,
        long Issued,
        long Skipped,
        long Voided,
        long Used,
        JobId? JobId,
        Instant CreatedAt,
        Instant? EndedAt
    );

    public sealed record Counted(long Members, bool NeedsApproval, long LimitOfCaller);

    internal sealed record Arguments(CouponBatchId Batch);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Ask("/coupons/audience", Permission.CouponsIssue, Count)
            .WithSummary("How many members a choice means now, before anything is issued.");
        routes
            .Post("/coupons/batches", Permission.CouponsIssue, Handle)
            .WithSummary("Issue coupons to members, or make codes, as a job.");
    }

    public static async Task<Outcome<Counted>> Count(Audience audience, DbRead db, Caller caller)
    {
        var members = await CountMembers(db, audience);
        var limit = caller.LimitOf(Limit.CouponsIssued);
        return new Counted(members, members > limit, limit);
    }

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        if (await CouponBook.Template(tx, request.TemplateId) is not { } template)
            return CouponTemplates.NotFound();
        if (template.State != TemplateState.Active)
            return CouponReasons.TemplateNotActive.With(("name", template.Name));
        if (request.Audience is null == request.Codes is null)
            return CouponReasons.NothingToIssue;
        var wanted = request.Codes ?? await CountMembers(tx, request.Audience!);
        if (wanted == 0)
            return CouponReasons.NothingToIssue;
        if (template.Stock is { } stock && stock - template.Issued < wanted)
            return CouponReasons.StockTooLow.With(
                ("name", template.Name),
                ("left", stock - template.Issued),
                ("wanted", wanted)
            );
        if (wanted > caller.LimitOf(Limit.CouponsIssued))
            return HttpReasons.ApprovalRequired.With(
                ("limit", string.Create(CultureInfo.InvariantCulture, $"{caller.LimitOf(Limit.CouponsIssued)} 张"))
            );
        var source =
            request.Codes is not null ? CouponSource.Codes
            : request.Audience!.Members?.Ids is not null ? CouponSource.List
            : CouponSource.Segment;
        var batch = Issuing.NewBatch(
            tx,
            template,
            source,
            request.Title.Trim(),
            request.Audience is null ? "" : Json.Text(request.Audience),
            BatchState.Running,
            wanted,
            caller.StaffId
        );
        var job = await Jobs.Start(tx, JobKind, batch.Title, new Arguments(batch.Id), caller.StaffId);
        batch = batch with { JobId = job };
        await tx.Insert(batch);
        tx.Audit(
            new(
                caller,
                "coupon_batch.started",
                "coupon_batch",
                batch.Id.ToString(),
                After: new
                {
                    template.Name,
                    request.Title,
                    request.Audience,
                    wanted,
                }
            )
        );
        return await Batches.Of(tx, batch);
    }

    public static async Task<object?> Job(JobRun run)
    {
        var id = run.Arguments<Arguments>().Batch;
        var vault = run.Services.GetRequiredService<Vault>();
        var (state, worked) = (BatchState.Running, TimeSpan.Zero);
        while (state == BatchState.Running)
        {
            run.Stopping.ThrowIfCancellationRequested();
            await run.Breathe(worked);
            var began = Stopwatch.GetTimestamp();
            await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
            // Locks the batch, so that a pause waits for this part and no second job works at it.
            var batch = await tx.One<CouponBatchRow>(
                "UPDATE coupon_batch SET cursor = cursor WHERE merchant_id = @m AND id = @id AND state = 'running' RETURNING *",
                new { id }
            );
            if (batch is null)
                return null;
            batch = await Part(tx, vault, batch);
            await run.Save(
                tx,
                batch.Issued + batch.Skipped,
                Math.Max(batch.Wanted, batch.Issued + batch.Skipped),
                batch.Cursor.ToString(CultureInfo.InvariantCulture)
            );
            await tx.Commit();
            state = batch.State;
            worked = Stopwatch.GetElapsedTime(began);
        }
        return new { batch = id };
    }

    /// <summary>One part of a batch: its coupons, the counts and the place to go on from.</summary>
    private static async Task<CouponBatchRow> Part(Tx tx, Vault vault, CouponBatchRow batch)
    {
        var template = await tx.One<CouponTemplateRow>(
            "UPDATE coupon_template SET issued = issued WHERE merchant_id = @m AND id = @id RETURNING *",
            new { id = batch.TemplateId }
        );
        var terms = await CouponBook.Terms(tx, batch.TemplateId, batch.TermsNo);
        var zone = await CouponBook.Zone(tx);
        var room = template!.Stock is { } stock ? stock - template.Issued : long.MaxValue;
        var (people, last, end) = await Next(tx, batch);
        var rows = new List<CouponRow>(people.Count);
        var skipped = 0L;
        var had =
            template.PerMember is null || batch.Source == CouponSource.Codes
                ? null
                : await Issuing.Had(tx, template.Id, [.. people.Select(p => p!.Value)]);
        foreach (var person in people)
        {
            var before = had?[person!.Value];
            if (before?.Count >= template.PerMember)
                skipped++;
            else if (rows.Count < room)
                rows.Add(
                    Issuing.Row(
                        tx,
                        vault,
                        batch,
                        terms,
                        zone,
                        person,
                        before is { } b ? Math.Max(b.Count, b.Last) + 1 : null,
                        withCode: batch.Source == CouponSource.Codes
                    )
                );
        }
        var short_ = rows.Count + skipped < people.Count;
        var after = batch with
        {
            Issued = batch.Issued + rows.Count,
            Skipped = batch.Skipped + skipped,
            Cursor = last,
            State =
                short_ ? BatchState.StockOut
                : end ? BatchState.Done
                : BatchState.Running,
        };
        await Issuing.Write(tx, template with { Issued = template.Issued + rows.Count }, rows);
        await tx.Execute(
            "UPDATE coupon_template SET issued = issued + @count WHERE merchant_id = @m AND id = @id",
            new { id = template.Id, count = rows.Count }
        );
        await tx.Execute(
            """
            UPDATE coupon_batch SET issued = @Issued, skipped = @Skipped, cursor = @Cursor, state = @State, ended_at = @ended
            WHERE merchant_id = @m AND id = @Id
            """,
            new
            {
                after.Issued,
                after.Skipped,
                after.Cursor,
                after.State,
                after.Id,
                ended = after.State == BatchState.Running ? (Instant?)null : tx.Now,
            }
        );
        return after;
    }

    /// <summary>The next people of a batch (nulls for codes), the place behind them, and whether they are the last.</summary>
    private static async Task<(IReadOnlyList<MemberId?> People, long Last, bool End)> Next(Tx tx, CouponBatchRow batch)
    {
        if (batch.Source == CouponSource.Codes)
        {
            var count = (int)Math.Min(PartMax, batch.Wanted - batch.Issued);
            return (new MemberId?[count], batch.Cursor + count, batch.Issued + count >= batch.Wanted);
        }
        var audience = Json.Parse<Audience>(batch.Audience);
        var ids = await MembersPublic.Chosen(tx, audience.Members ?? new(), new(batch.Cursor), PartMax);
        var chosen = await OfTier(tx, audience, ids);
        return (
            [.. chosen.Select(m => (MemberId?)m)],
            ids.Count == 0 ? batch.Cursor : ids[^1].Value,
            ids.Count < PartMax
        );
    }

    private static async Task<IReadOnlyList<MemberId>> OfTier(DbRead db, Audience audience, IReadOnlyList<MemberId> ids)
    {
        if (audience.Tier is not { } tier || ids.Count == 0)
            return ids;
        var chips = await TiersPublic.Chips(db, ids);
        return [.. ids.Where(m => chips.TryGetValue(m, out var chip) && chip.Id == tier)];
    }

    private static async Task<long> CountMembers(DbRead db, Audience audience)
    {
        var choice = audience.Members ?? new();
        if (audience.Tier is null)
            return await MembersPublic.CountChosen(db, choice);
        var (count, after) = (0L, default(MemberId));
        while (await MembersPublic.Chosen(db, choice, after, PartMax) is { Count: > 0 } ids)
        {
            count += (await OfTier(db, audience, ids)).Count;
            after = ids[^1];
        }
        return count;
    }
}
