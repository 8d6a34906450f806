using Shuke.Core.Catalog;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Catalog;

/// <summary>POST /goods/imports/{id}/run: the import starts, or goes on where it was cancelled, as a job in the background.</summary>
public static class RunImport
{
    public const string JobKind = "catalog.import";
    private const int BatchRows = 500;

    public sealed record Arguments(GoodsImportId Id, Language Language);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/goods/imports/{id}/run", Permission.GoodsImport, Handle)
            .WithSummary("Start the import, or let it go on.");

    public static async Task<Outcome<ImportReply>> Handle(
        GoodsImportId id,
        GoodsAnalysis analysis,
        Tx tx,
        Caller caller
    )
    {
        if (analysis.Refusal is { } refusal)
            return refusal;
        var row = (await ShowImport.Find(tx, id))!;
        switch ((await ImportReply.Of(tx, row)).Stage)
        {
            case ImportStage.Undone:
                return GoodsReasons.ImportUndone;
            case ImportStage.Running:
                return GoodsReasons.ImportRunning;
            case ImportStage.Done:
                return GoodsReasons.ImportFinished;
        }
        if (analysis.Undecided > 0)
            return GoodsReasons.DecisionsMissing.With(("count", analysis.Undecided));
        var job = await Jobs.Start(tx, JobKind, row.FileName, new Arguments(id, caller.Language), caller.StaffId);
        await tx.Execute(
            "UPDATE goods_import SET state = 'started', job_id = @job WHERE merchant_id = @m AND id = @id",
            new { id, job }
        );
        tx.Audit(
            new(
                caller,
                "goods_import.started",
                "goods_import",
                id.ToString(),
                After: new { row.FileName, row.RowsTotal }
            )
        );
        return await ImportReply.Of(tx, row with { State = GoodsImportState.Started, JobId = job });
    }

    /// <summary>
    /// Batches of rows in order, each with its outcomes and its place in one transaction: a batch is done or not done, and
    /// after a restart the import goes on behind the last row that has an outcome.
    /// </summary>
    public static async Task<object?> Job(JobRun run)
    {
        var (id, language) = run.Arguments<Arguments>();
        GoodsAnalysis analysis;
        long last;
        string who;
        await using (var read = await run.Db.Read(run.Merchant, run.Stopping))
        {
            analysis = await GoodsAnalysis.Of(read, id);
            last =
                await read.One<long?>(
                    "SELECT MAX(number) FROM goods_import_row WHERE merchant_id = @m AND import_id = @id",
                    new { id }
                ) ?? 0;
            who = run.CreatedBy is { } staff ? await OrgPublic.StaffName(read, staff) ?? "" : "";
        }
        if (analysis.Refusal is { } refusal)
            throw new JobRefused(refusal);
        var plans = ImportPlan.Make(analysis.Rows, analysis.Existing, analysis.Decisions);
        var warnings = analysis.Rows.Where(r => r.Warnings.Count > 0).ToDictionary(r => r.Number, r => r.Warnings);
        long done = plans.Count(p => p.Number <= last);
        foreach (var batch in plans.Where(p => p.Number > last).Chunk(BatchRows))
        {
            run.Stopping.ThrowIfCancellationRequested();
            await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
            await new ImportBatch(tx, id, run.CreatedBy, who, language, warnings).Write(batch);
            done += batch.Length;
            await run.Save(
                tx,
                done,
                plans.Count,
                batch[^1].Number.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
            await tx.Commit();
        }
        return new { rows = plans.Count };
    }
}
