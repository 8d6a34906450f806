using System.Threading.Channels;

namespace Shuke.Server.Platform;

/// <summary>The handlers of facts, each registered by one explicit line in a module's Routes file.</summary>
public sealed class FactHandlers
{
    private readonly List<Handler> _all = [];

    internal sealed record Handler(
        string Fact,
        string Name,
        Func<Tx, string, IServiceProvider, Task> Run,
        Func<Tx, IReadOnlyList<string>, Task<bool>>? Together,
        Func<DbRead, ValueTask<bool>>? Awaited
    );

    /// <param name="handler">a named static method; its type and name mark what it has already seen</param>
    /// <param name="together">the same for many facts of one merchant in one transaction; false: not these, one by one</param>
    /// <param name="awaited">
    /// whether this merchant has anything set up that such a fact could matter to, answered from what is kept in memory;
    /// null: always
    /// </param>
    public void On<T>(
        Func<Tx, T, IServiceProvider, Task> handler,
        Func<Tx, IReadOnlyList<T>, Task<bool>>? together = null,
        Func<DbRead, ValueTask<bool>>? awaited = null
    )
        where T : IFact
    {
        var name = $"{handler.Method.DeclaringType!.Name}.{handler.Method.Name}";
        // Under one name the second would find everything seen by the first, and never run.
        if (_all.Exists(h => h.Fact == T.Name && h.Name == name))
            throw new InvalidOperationException($"Two handlers of {T.Name} are called {name}.");
        _all.Add(
            new(
                T.Name,
                name,
                (tx, body, services) => handler(tx, Json.Parse<T>(body), services),
                together is null ? null : (tx, bodies) => together(tx, [.. bodies.Select(Json.Parse<T>)]),
                awaited
            )
        );
    }

    /// <summary>Whether anything here waits for such a fact of the transaction's merchant.</summary>
    public async ValueTask<bool> Await(DbRead db, string fact)
    {
        foreach (var handler in Of(fact))
            if (handler.Awaited is null || await handler.Awaited(db))
                return true;
        return false;
    }

    internal IEnumerable<Handler> Of(string fact) => _all.Where(h => h.Fact == fact);
}

/// <summary>
/// Carries facts from the outbox to their handlers: at least once, in order of time per merchant, each handler in its own
/// transaction together with its "seen" row - so its effect happens exactly once. What fails is tried again with growing
/// pauses and never lost.
/// </summary>
public sealed class OutboxPump(Db db, FactHandlers handlers, IServiceProvider services, ILogger<OutboxPump> log)
    : BackgroundService
{
    private const int BatchMax = 500;
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    /// <summary>Another process carries the same facts: this one looks again after a while, in case that one is gone.</summary>
    private static readonly TimeSpan Leave = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Facts of others that have waited this long have been left behind. Younger ones are their teller's own business: a
    /// program that has told nothing does not take them away from the one that is warm.
    /// </summary>
    private static readonly TimeSpan Forsaken = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        db.FactsCommitted += () => _wake.Writer.TryWrite(true);
        var told = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var count = await PumpOnce(told ? TimeSpan.Zero : Forsaken, stoppingToken);
                if (_isForestalled)
                    await Task.Delay(Leave, stoppingToken);
                else if (count == BatchMax)
                    continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "The outbox could not be read; trying again");
            }
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            pause.CancelAfter(TimeSpan.FromSeconds(1));
            try
            {
                told = false;
                told = await _wake.Reader.ReadAsync(pause.Token);
                // What else is committed in this moment comes along: a tenth of a second is soon enough for everybody.
                await Task.Delay(Gather, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                // A second has passed, or the program stops; the loop looks at which.
            }
        }
    }

    /// <summary>Handles what is due; answers how many facts it took on.</summary>
    public Task<int> PumpOnce() => PumpOnce(TimeSpan.Zero, CancellationToken.None);

    /// <param name="waited">only what has been due for so long</param>
    private async Task<int> PumpOnce(TimeSpan waited, CancellationToken cancel)
    {
        _isForestalled = false;
        List<OutboxRow> due;
        await using (var read = await db.Platform(cancel))
            due = await read.All<OutboxRow>(
                "SELECT * FROM outbox WHERE done_at IS NULL AND next_at <= @now ORDER BY next_at, id LIMIT " + BatchMax,
                new { now = read.Now.Plus(-waited) }
            );
        foreach (var merchant in due.GroupBy(r => r.MerchantId))
        foreach (var run in Runs(merchant))
            if (!CanGoTogether(run[0]) || !await HandleTogether(run, cancel))
                foreach (var row in run)
                    await Handle(row, cancel);
        return due.Count;
    }

    /// <summary>What was read as due had been done by another process before this one could claim it.</summary>
    private bool _isForestalled;

    /// <summary>Also a lone one: it is claimed, handled and done in one transaction instead of two. So is what nobody waits for.</summary>
    private bool CanGoTogether(OutboxRow row) => handlers.Of(row.Name).All(h => h.Together is not null);

    /// <summary>One merchant's facts in their order: neighbours that can be handled together, and one by one those that cannot.</summary>
    private List<List<OutboxRow>> Runs(IEnumerable<OutboxRow> due)
    {
        var runs = new List<List<OutboxRow>>();
        var open = false;
        foreach (var row in due)
        {
            var together = CanGoTogether(row);
            if (open && together)
                runs[^1].Add(row);
            else
                runs.Add([row]);
            open = together;
        }
        return runs;
    }

    /// <summary>
    /// A busy hour's facts in one transaction, where every handler can take them together. The rows are claimed first, so
    /// that of two processes one does the work. False, and nothing done, when they have to go one by one.
    /// </summary>
    private async Task<bool> HandleTogether(List<OutboxRow> run, CancellationToken cancel)
    {
        try
        {
            await using var tx = await db.Begin(run[0].MerchantId, cancel);
            var claimed = (
                await tx.All<long>(
                    "UPDATE outbox SET done_at = @now WHERE merchant_id = @m AND id IN @ids AND done_at IS NULL RETURNING id",
                    new { ids = run.ConvertAll(r => r.Id), now = tx.Now }
                )
            ).ToHashSet();
            if (claimed.Count == 0)
            {
                _isForestalled = true;
                return true;
            }
            foreach (var kind in Neighbours(run.Where(r => claimed.Contains(r.Id))))
            foreach (var handler in handlers.Of(kind[0].Name))
            {
                var seen = await tx.All<long>(
                    "SELECT fact_id FROM seen WHERE merchant_id = @m AND handler = @name AND fact_id IN @ids",
                    new { ids = kind.ConvertAll(r => r.Id), name = handler.Name }
                );
                var fresh = kind.Where(r => !seen.Contains(r.Id)).SelectMany(r => r.Facts).ToList();
                if (fresh.Count > 0 && !await handler.Together!(tx, fresh))
                    return false;
            }
            await tx.Commit();
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "{Count} facts could not be handled together; one by one now", run.Count);
            return false;
        }
    }

    private static List<List<OutboxRow>> Neighbours(IEnumerable<OutboxRow> rows)
    {
        var kinds = new List<List<OutboxRow>>();
        foreach (var row in rows)
            if (kinds is [.., [var first, ..]] && first.Name == row.Name)
                kinds[^1].Add(row);
            else
                kinds.Add([row]);
        return kinds;
    }

    private async Task Handle(OutboxRow row, CancellationToken cancel)
    {
        try
        {
            foreach (var handler in handlers.Of(row.Name))
            {
                await using var tx = await db.Begin(row.MerchantId, cancel);
                var first = await tx.Execute(
                    "INSERT INTO seen (merchant_id, fact_id, handler, at) VALUES (@m, @id, @handler, @now) ON CONFLICT DO NOTHING",
                    new
                    {
                        id = row.Id,
                        handler = handler.Name,
                        now = tx.Now,
                    }
                );
                if (first == 0)
                    continue;
                foreach (var fact in row.Facts)
                    await handler.Run(tx, fact, services);
                await tx.Commit();
            }
            await Mark(row, "done_at = @now", null, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "A handler of {Fact} failed; it will be tried again", row.Name);
            await Mark(row, "attempts = attempts + 1, next_at = @next, last_error = @error", e.GetType().Name, cancel);
        }
    }

    private async Task Mark(OutboxRow row, string change, string? error, CancellationToken cancel)
    {
        await using var tx = await db.Begin(row.MerchantId, cancel);
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, 1L << (int)Math.Min(row.Attempts, 20)));
        await tx.Execute(
            $"UPDATE outbox SET {change} WHERE merchant_id = @m AND id = @id",
            new
            {
                id = row.Id,
                now = tx.Now,
                next = tx.Now.Plus(pause),
                error,
            }
        );
        await tx.Commit();
    }
}
