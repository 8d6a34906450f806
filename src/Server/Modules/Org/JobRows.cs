using System.Text.Json;

namespace Shuke.Server.Modules.Org;

/// <summary>Long work as its owner sees it: progress, result, error.</summary>
public sealed record JobReply(
    JobId Id,
    string Kind,
    string Title,
    JobState State,
    long Done,
    long Total,
    JsonElement? Result,
    string? Error,
    bool CancelAsked,
    Instant CreatedAt,
    Instant? EndedAt
);

internal static class JobRows
{
    /// <summary>People see the jobs they started; the owner sees all.</summary>
    public const string Mine = "merchant_id = @m AND (@all OR created_by = @staff)";

    public static JobReply Reply(JobRow row) =>
        new(
            row.Id,
            row.Kind,
            row.Title,
            row.State,
            row.ProgressDone,
            row.ProgressTotal,
            row.Result is null ? null : JsonElement.Parse(row.Result),
            row.Error,
            row.CancelAsked,
            row.CreatedAt,
            row.EndedAt
        );

    public static Task<JobRow?> Find(DbRead db, Caller caller, JobId id) =>
        db.One<JobRow>(
            $"SELECT * FROM job WHERE {Mine} AND id = @id",
            new
            {
                id,
                all = caller.IsOwner,
                staff = caller.Staff,
            }
        );
}
