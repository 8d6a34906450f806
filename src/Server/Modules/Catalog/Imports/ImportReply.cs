using Shuke.Core.Catalog;

namespace Shuke.Server.Modules.Catalog;

public enum ImportStage
{
    Draft,
    Running,
    Done,
    Cancelled,
    Failed,
    Undone,
}

/// <summary>How many rows ended how; warnings are created or updated rows with something strange in them.</summary>
public sealed record ImportCounts(long Created, long Updated, long Skipped, long Failed, long Warnings);

/// <summary>An import as its page shows it. <c>Mapping</c> says which column holds a field.</summary>
public sealed record ImportReply(
    GoodsImportId Id,
    string FileName,
    ImportStage Stage,
    long RowsTotal,
    ImportPreview Preview,
    IReadOnlyDictionary<GoodsField, int> Mapping,
    long ProgressDone,
    ImportCounts Counts,
    string? Error,
    Instant CreatedAt
)
{
    internal static async Task<ImportReply> Of(DbRead db, GoodsImportRow row)
    {
        var counts = await db.One<ImportCounts>(CountSql, new { id = row.Id });
        var job = row.JobId is { } id ? await Jobs.Find(db, id) : null;
        return new(
            row.Id,
            row.FileName,
            StageOf(row, job),
            row.RowsTotal,
            Json.Parse<ImportPreview>(row.Preview),
            Json.Parse<Dictionary<GoodsField, int>>(row.Mapping),
            counts!.Created + counts.Updated + counts.Skipped + counts.Failed,
            counts,
            job?.Error,
            row.CreatedAt
        );
    }

    internal static ImportStage StageOf(GoodsImportRow row, JobProgress? job)
    {
        if (row.State == GoodsImportState.Undone)
            return ImportStage.Undone;
        return job is null
            ? ImportStage.Draft
            : job.State switch
            {
                JobState.Done => ImportStage.Done,
                JobState.Cancelled => ImportStage.Cancelled,
                JobState.Failed => ImportStage.Failed,
                JobState.Waiting or JobState.Running => ImportStage.Running,
            };
    }

    private const string CountSql = """
        SELECT COALESCE(SUM(CASE WHEN outcome = 'created' THEN 1 ELSE 0 END), 0) AS created,
               COALESCE(SUM(CASE WHEN outcome = 'updated' THEN 1 ELSE 0 END), 0) AS updated,
               COALESCE(SUM(CASE WHEN outcome = 'skipped' THEN 1 ELSE 0 END), 0) AS skipped,
               COALESCE(SUM(CASE WHEN outcome = 'failed' THEN 1 ELSE 0 END), 0) AS failed,
               COALESCE(SUM(CASE WHEN outcome IN ('created', 'updated') AND reason IS NOT NULL THEN 1 ELSE 0 END), 0) AS warnings
        FROM goods_import_row WHERE merchant_id = @m AND import_id = @id
        """;
}
