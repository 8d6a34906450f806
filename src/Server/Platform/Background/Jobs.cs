using System.Collections.Concurrent;

namespace Shuke.Server.Platform;

/// <summary>Long work that outlives its request. It notes where it is; after a restart it goes on from there.</summary>
[Table("job")]
internal sealed record JobRow(
    MerchantId MerchantId,
    JobId Id,
    string Kind,
    string Title,
    string Arguments,
    JobState State,
    string Checkpoint,
    long ProgressDone,
    long ProgressTotal,
    string? Result,
    string? Error,
    bool CancelAsked,
    long LeaseBy,
    Instant LeaseUntil,
    long Attempts,
    StaffId? CreatedBy,
    Instant CreatedAt,
    Instant? EndedAt
);

public enum JobState
{
    Waiting,
    Running,
    Done,
    Failed,
    Cancelled,
}

/// <summary>The kinds of jobs, each registered by one explicit line in a module's Routes file.</summary>
public sealed class JobKinds
{
    private readonly Dictionary<string, Func<JobRun, Task<object?>>> _all = new(StringComparer.Ordinal);

    public void Add(string kind, Func<JobRun, Task<object?>> run) => _all.Add(kind, run);

    /// <summary>A job that also runs every night, in the order of registration.</summary>
    public void AddNightly(string kind, string title, Func<JobRun, Task<object?>> run)
    {
        Add(kind, run);
        EachNight.Add((kind, title));
    }

    internal List<(string Kind, string Title)> EachNight { get; } = [];

    internal Func<JobRun, Task<object?>>? Of(string kind) => _all.GetValueOrDefault(kind);
}

/// <summary>What a running job holds: its arguments, its note of where it is, and the way to tell its progress.</summary>
public sealed class JobRun
{
    internal JobRun(Db db, IServiceProvider services, JobRow row, CancellationToken stopping) =>
        (Db, Services, Row, Stopping, Checkpoint) = (db, services, row, stopping, row.Checkpoint);

    internal JobRow Row { get; }
    public Db Db { get; }
    public IServiceProvider Services { get; }
    public CancellationToken Stopping { get; }
    public MerchantId Merchant => Row.MerchantId;
    public JobId Id => Row.Id;
    public StaffId? CreatedBy => Row.CreatedBy;

    /// <summary>Empty at the first start; else what <see cref="Save"/> noted last.</summary>
    public string Checkpoint { get; private set; }

    public T Arguments<T>() => Json.Parse<T>(Row.Arguments);

    /// <summary>
    /// Notes progress and the place to go on from, in the same transaction as the work it tells of. Throws
    /// <see cref="JobCancelled"/> when somebody asked to stop, so that nothing of this step is kept.
    /// </summary>
    public async Task Save(Tx tx, long done, long total, string checkpoint)
    {
        var kept = await tx.One<bool?>(
            """
            UPDATE job SET progress_done = @done, progress_total = @total, checkpoint = @checkpoint, lease_until = @until
            WHERE merchant_id = @m AND id = @id AND state = 'running' AND lease_by = @node RETURNING cancel_asked
            """,
            new
            {
                done,
                total,
                checkpoint,
                id = Id,
                node = Row.LeaseBy,
                until = tx.Now.Plus(Jobs.Lease),
            }
        );
        if (kept is null)
            throw new JobLost();
        if (kept.Value)
            throw new JobCancelled();
        Checkpoint = checkpoint;
    }

    /// <summary>
    /// Between two parts of long work: rests half as long as the part took, so that whoever waits at a till is served
    /// first. Two thirds of the speed, and the others hardly notice.
    /// </summary>
    public Task Breathe(TimeSpan worked) => Task.Delay(worked / 2, Stopping);
}

public sealed class JobCancelled() : Exception("The job was cancelled.");

/// <summary>Another node took the job over because our lease had run out.</summary>
public sealed class JobLost() : Exception("The job was taken over.");

/// <summary>A job stops with a sentence for people.</summary>
public sealed class JobRefused(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal => refusal;
}

public static class Jobs
{
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Puts a job in line, in the transaction that wants it done.</summary>
    /// <param name="notBefore">it waits until this moment; null: as soon as there is somebody to do it</param>
    public static async Task<JobId> Start<T>(
        Tx tx,
        string kind,
        string title,
        T arguments,
        StaffId? by,
        Instant? notBefore = null
    )
    {
        var id = tx.NewId<Core.Kinds.Job>();
        await tx.Insert(
            new JobRow(
                tx.Merchant,
                id,
                kind,
                title,
                Json.Text(arguments),
                JobState.Waiting,
                "",
                0,
                0,
                null,
                null,
                false,
                0,
                notBefore ?? new(0),
                0,
                by,
                tx.Now,
                null
            )
        );
        return id;
    }

    /// <summary>How far a job is; null when there is none.</summary>
    public static Task<JobProgress?> Find(DbRead db, JobId id) =>
        db.One<JobProgress>(
            "SELECT state, progress_done, progress_total, error FROM job WHERE merchant_id = @m AND id = @id",
            new { id }
        );

    /// <summary>Asks a job to stop at its next step; false when it has ended already.</summary>
    public static async Task<bool> Cancel(Tx tx, JobId id) =>
        await tx.Execute(
            "UPDATE job SET cancel_asked = TRUE WHERE merchant_id = @m AND id = @id AND state IN ('waiting', 'running')",
            new { id }
        ) == 1;
}

/// <summary>A job as others see it; the error is a sentence for people.</summary>
public sealed record JobProgress(JobState State, long ProgressDone, long ProgressTotal, string? Error);

/// <summary>Runs jobs, two at a time, on whichever node leases them first.</summary>
public sealed class JobRunner(Db db, JobKinds kinds, Node node, IServiceProvider services, ILogger<JobRunner> log)
    : BackgroundService
{
    private const int AtOnce = 2;
    private const int AttemptsMax = 5;
    private readonly ConcurrentDictionary<long, Task> _running = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        do
        {
            try
            {
                while (_running.Count < AtOnce && await Take(stoppingToken) is { } row)
                    _running[row.Id.Value] = Task.Run(() => Run(row, stoppingToken), CancellationToken.None);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Jobs could not be read; trying again");
            }
        } while (await Ticks.Next(timer, stoppingToken));
        await Task.WhenAll(_running.Values);
    }

    private async Task<JobRow?> Take(CancellationToken cancel)
    {
        JobRow? open;
        await using (var read = await db.Platform(cancel))
            open = await read.One<JobRow>(
                "SELECT * FROM job WHERE state IN ('waiting', 'running') AND lease_until < @now ORDER BY created_at LIMIT 1",
                new { now = read.Now }
            );
        if (open is null || _running.ContainsKey(open.Id.Value))
            return null;
        await using var tx = await db.Begin(open.MerchantId, cancel);
        var taken = await tx.One<JobRow>(
            """
            UPDATE job SET state = 'running', lease_by = @node, lease_until = @until, attempts = attempts + 1
            WHERE merchant_id = @m AND id = @id AND state IN ('waiting', 'running') AND lease_until < @now RETURNING *
            """,
            new
            {
                id = open.Id,
                node = node.Number,
                until = tx.Now.Plus(Jobs.Lease),
                now = tx.Now,
            }
        );
        await tx.Commit();
        return taken;
    }

    private async Task Run(JobRow row, CancellationToken stopping)
    {
        using var renewing = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var renew = Renew(row, renewing.Token);
        try
        {
            var run = kinds.Of(row.Kind) ?? throw new InvalidOperationException("No such kind of job: " + row.Kind);
            if (row.CancelAsked)
                throw new JobCancelled();
            var result = await run(new JobRun(db, services, row, stopping));
            await End(
                row,
                JobState.Done,
                result is null
                    ? null
                    : System.Text.Json.JsonSerializer.Serialize(result, result.GetType(), Json.Options),
                null
            );
        }
        catch (JobCancelled)
        {
            await End(row, JobState.Cancelled, null, null);
        }
        catch (JobRefused e)
        {
            await End(row, JobState.Failed, null, e.Refusal.Sentence(Language.Zh));
        }
        catch (JobLost)
        {
            log.LogWarning("Job {Job} was taken over by another node", row.Id);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The lease runs out and the next start goes on from the checkpoint.
        }
        catch (Exception e)
        {
            log.LogError(e, "Job {Job} ({Kind}) failed", row.Id, row.Kind);
            if (row.Attempts >= AttemptsMax)
                await End(row, JobState.Failed, null, e.GetType().Name);
        }
        finally
        {
            await renewing.CancelAsync();
            await renew;
            _running.TryRemove(row.Id.Value, out _);
        }
    }

    private async Task Renew(JobRow row, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Jobs.Lease / 3);
        while (await Ticks.Next(timer, cancel))
        {
            await using var tx = await db.Begin(row.MerchantId, CancellationToken.None);
            await tx.Execute(
                "UPDATE job SET lease_until = @until WHERE merchant_id = @m AND id = @id AND lease_by = @node AND state = 'running'",
                new
                {
                    id = row.Id,
                    node = row.LeaseBy,
                    until = tx.Now.Plus(Jobs.Lease),
                }
            );
            await tx.Commit();
        }
    }

    private async Task End(JobRow row, JobState state, string? result, string? error)
    {
        await using var tx = await db.Begin(row.MerchantId);
        await tx.Execute(
            "UPDATE job SET state = @state, result = @result, error = @error, ended_at = @now WHERE merchant_id = @m AND id = @id AND lease_by = @node",
            new
            {
                id = row.Id,
                state,
                result,
                error,
                now = tx.Now,
                node = row.LeaseBy,
            }
        );
        await tx.Commit();
    }
}
