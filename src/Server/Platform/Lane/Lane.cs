using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Shuke.Server.Platform;

/// <summary>One request in a lane: what it wants read ahead, how it runs, and who waits for its answer.</summary>
/// <param name="member">whose value moves; null when no member's does</param>
internal sealed class LaneCommand(
    MerchantId merchant,
    long? member,
    Action<Ahead> wants,
    Func<Tx, Task<LaneAnswer>> run,
    Tx tx
)
{
    private readonly TaskCompletionSource<object?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public MerchantId Merchant => merchant;
    public long? Member => member;
    public Action<Ahead> Wants => wants;
    public Tx Tx => tx;
    public long EnqueuedAt { get; } = Stopwatch.GetTimestamp();

    /// <summary>Filled by a run that went well or was refused; sent only once the batch has committed.</summary>
    public LaneAnswer? Ready { get; set; }

    public Task<object?> Answer => _answer.Task;

    public Task<LaneAnswer> Run() => run(tx);

    public void Send() => _answer.TrySetResult(Ready!.Value.Result);

    public void Fail(Exception e) => _answer.TrySetException(e);
}

/// <param name="Keep">false: a refusal, or a first reply sent once more; what the command wrote is forgotten</param>
internal readonly record struct LaneAnswer(object? Result, bool Keep);

/// <summary>
/// The narrow way that everything takes which moves value. A member's commands are in one lane at a time, one after the
/// other; a batch is what is waiting (at most <see cref="BatchMax"/>, no timer). One round trip locks and reads for all of them in
/// order of ids, the pure decisions run in order in memory, one round trip writes set-based, one commits, then everybody
/// is answered. A refused command leaves its neighbours alone; one that breaks fails alone.
/// </summary>
public sealed class Lanes : IAsyncDisposable
{
    public const int BatchMax = 64;
    public const int WaitingMax = 1_024;
    public const int CountMax = 2;

    private readonly LaneQueue _queue;
    private readonly Lane[] _lanes;

    public Lanes(Db db, Settings settings, ILogger<Lanes> log)
    {
        _queue = new(WaitingMax, settings.Sharded);
        // SQLite has one writer, so a second lane would only wait for it.
        _lanes = new Lane[db.Engine == Engine.Sqlite ? 1 : CountMax];
        for (var i = 0; i < _lanes.Length; i++)
            _lanes[i] = new(_queue, db, log);
    }

    internal Task<object?> Run(LaneCommand command) =>
        _queue.TryAdd(command) ? command.Answer : throw new BusyException();

    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        foreach (var lane in _lanes)
            await lane.Stopped;
    }
}

internal sealed class Lane
{
    private const int TriesMax = 3;

    /// <summary>A turn that takes longer was somebody else's.</summary>
    private static readonly TimeSpan OwnTurn = TimeSpan.FromMicroseconds(100);
    private const int TurnsInVain = 3;
    private const int SqliteIoError = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private static readonly Meter Meter = new("Shuke.Lane");
    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>("shuke.lane.batch_size");
    private static readonly Histogram<double> Wait = Meter.CreateHistogram<double>("shuke.lane.wait", "ms");
    private static readonly Histogram<double> CommitTime = Meter.CreateHistogram<double>("shuke.lane.commit", "ms");
    private static readonly Counter<long> Alone = Meter.CreateCounter<long>("shuke.lane.one_by_one");

    private readonly LaneQueue _queue;
    private readonly Db _db;
    private readonly ILogger _log;

    public Lane(LaneQueue queue, Db db, ILogger log)
    {
        (_queue, _db, _log) = (queue, db, log);
        Stopped = Task.Run(Work);
    }

    /// <summary>Done once the queue is closed and everything in it is answered.</summary>
    public Task Stopped { get; }

    private async Task Work()
    {
        var batch = new List<LaneCommand>(Lanes.BatchMax);
        while (await _queue.Wait())
        {
            batch.Clear();
            await LetArrive();
            _queue.Take(batch, Lanes.BatchMax);
            if (batch.Count == 0)
                continue;
            BatchSize.Record(batch.Count);
            Wait.Record(Stopwatch.GetElapsedTime(batch[0].EnqueuedAt).TotalMilliseconds);
            try
            {
                await Run(batch);
            }
            catch (Exception e)
            {
                // A bug in the lane itself must not stop the lane.
                _log.LogError(e, "A batch of {Count} commands broke the lane's own code", batch.Count);
                foreach (var command in batch)
                    command.Fail(e);
            }
            finally
            {
                _queue.Done(batch);
            }
        }
    }

    /// <summary>
    /// Requests that the program has in its hands already get to the lane before a batch begins: no timer, but turns - to
    /// the end of the pool's queue, then to whoever else waits for this processor - as long as each of them brings more. One
    /// that brings nothing is the last, unless others have had the processor meanwhile: those of this program's that wait for
    /// it, too, may come after them. Fuller batches are cheaper ones - the more so where several processes share the
    /// machine - and an idle one has nobody to let by.
    /// </summary>
    private async Task LetArrive()
    {
        var (inVain, grew, isCrowded) = (0, true, true);
        while (grew || (isCrowded && inVain < TurnsInVain))
        {
            var (before, began) = (_queue.Waiting, Stopwatch.GetTimestamp());
            if (before >= Lanes.BatchMax)
                return;
            var turn = new TaskCompletionSource();
            ThreadPool.UnsafeQueueUserWorkItem(static t => t.SetResult(), turn, preferLocal: false);
            await turn.Task;
            Thread.Yield();
            isCrowded = Stopwatch.GetElapsedTime(began) > OwnTurn;
            grew = _queue.Waiting > before;
            if (!grew)
                inVain++;
        }
    }

    /// <summary>All together; if that cannot be, one by one, so that one poisoned command fails alone.</summary>
    private async Task Run(List<LaneCommand> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Together(batch);
                return;
            }
            catch (PostgresException e) when (TryAgain.Helps(e) && attempt < TriesMax)
            {
                // Nothing was written.
            }
            catch (RowsMovedException) when (batch.Count == 1 && attempt < TriesMax)
            {
                // Another lane or process took what this command had read; it decides anew on what is there now.
            }
            catch (UnknownOutcomeException e)
            {
                foreach (var command in batch)
                    command.Fail(e.InnerException!);
                return;
            }
            catch (Exception e) when (IsOut(e))
            {
                // No database or no disk: no use in trying one by one.
                foreach (var command in batch)
                    command.Fail(e);
                return;
            }
            catch (Exception e) when (batch.Count > 1)
            {
                _log.LogWarning(
                    e,
                    "A batch of {Count} commands could not be written together; one by one now",
                    batch.Count
                );
                Alone.Add(1);
                foreach (var command in batch)
                    await Run([command]);
                return;
            }
            catch (Exception e)
            {
                batch[0].Fail(e);
                return;
            }
        }
    }

    private static bool IsOut(Exception e) =>
        e is BusyException or DiskFailedException
        || (e is NpgsqlException && e is not PostgresException)
        || e is SqliteException { SqliteErrorCode: SqliteIoError or SqliteFull or SqliteCannotOpen };

    private async Task Together(List<LaneCommand> commands)
    {
        var ahead = new Ahead(_db);
        foreach (var command in commands)
        {
            ahead.Merchant = command.Merchant;
            command.Wants(ahead);
        }
        var merchants = commands.Select(c => c.Merchant).Distinct().Order().ToList();
        await using var session = await _db.BatchSession(merchants);
        await session.Fetch(ahead);
        var batch = new Batch(_db, session, _db.Now, ahead);
        foreach (var command in commands)
            if (!command.Answer.IsCompleted)
                await One(batch, command);
        var began = Stopwatch.GetTimestamp();
        try
        {
            await batch.Commit();
        }
        catch (NpgsqlException e) when (e is not PostgresException)
        {
            // The line broke while the answer to COMMIT was on its way: nobody knows yet. A repeat of the key will tell.
            throw new UnknownOutcomeException(e);
        }
        CommitTime.Record(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        if (batch.Told)
            _db.OnFactsCommitted();
        foreach (var command in commands.Where(c => c.Ready is not null))
            command.Send();
    }

    private static async Task One(Batch batch, LaneCommand command)
    {
        command.Ready = null;
        command.Tx.Join(batch, command.Merchant);
        try
        {
            var answer = await command.Run();
            if (answer.Keep)
                await command.Tx.Leave();
            else
                await command.Tx.Undo();
            command.Ready = answer;
        }
        catch (Exception e) when (e is not System.Data.Common.DbException and not RowsMovedException)
        {
            // A broken decision fails alone; what broke in the database is the whole batch's business.
            await command.Tx.Undo();
            command.Fail(e);
        }
    }
}

/// <summary>Whether a commit took place is not known.</summary>
internal sealed class UnknownOutcomeException(Exception inner)
    : Exception("The outcome of a commit is unknown.", inner);
