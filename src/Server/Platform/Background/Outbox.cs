using System.Threading.Channels;

namespace Shuke.Server.Platform;

/// <summary>The handlers of facts, each registered by one explicit line in a module's Routes file.</summary>
public sealed class FactHandlers
{
    private readonly List<(string Fact, string Handler, Func<Tx, string, IServiceProvider, Task> Run)> _all = [];

    /// <param name="handler">a named static method; its full name marks what it has already seen</param>
    public void On<T>(Func<Tx, T, IServiceProvider, Task> handler)
        where T : IFact =>
        _all.Add(
            (
                T.Name,
                $"{handler.Method.DeclaringType!.Name}.{handler.Method.Name}",
                (tx, body, services) => handler(tx, Json.Parse<T>(body), services)
            )
        );

    public bool Hears(string fact) => _all.Exists(h => h.Fact == fact);

    internal IEnumerable<(string Handler, Func<Tx, string, IServiceProvider, Task> Run)> Of(string fact) =>
        _all.Where(h => h.Fact == fact).Select(h => (h.Handler, h.Run));
}

/// <summary>
/// Carries facts from the outbox to their handlers: at least once, in order of time per merchant, each handler in its own
/// transaction together with its "seen" row - so its effect happens exactly once. What fails is tried again with growing
/// pauses and never lost.
/// </summary>
public sealed class OutboxPump(Db db, FactHandlers handlers, IServiceProvider services, ILogger<OutboxPump> log)
    : BackgroundService
{
    private const int BatchMax = 100;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        db.FactsCommitted += () => _wake.Writer.TryWrite(true);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await PumpOnce(stoppingToken) == BatchMax)
                    continue;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The outbox could not be read; trying again");
            }
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            pause.CancelAfter(TimeSpan.FromSeconds(1));
            try
            {
                await _wake.Reader.ReadAsync(pause.Token);
            }
            catch (OperationCanceledException)
            {
                // A second has passed, or the program stops; the loop looks at which.
            }
        }
    }

    /// <summary>Handles what is due; answers how many facts it took on.</summary>
    public async Task<int> PumpOnce(CancellationToken cancel = default)
    {
        List<OutboxRow> due;
        await using (var read = await db.Platform(cancel))
            due = await read.All<OutboxRow>(
                "SELECT * FROM outbox WHERE done_at IS NULL AND next_at <= @now ORDER BY next_at, id LIMIT " + BatchMax,
                new { now = read.Now }
            );
        foreach (var row in due.Where(r => handlers.Of(r.Name).Any()))
            await Handle(row, cancel);
        foreach (var unheard in due.Where(r => !handlers.Of(r.Name).Any()).GroupBy(r => r.MerchantId))
            await MarkUnheard(unheard.Key, unheard.Select(r => r.Id).ToList(), cancel);
        return due.Count;
    }

    /// <summary>Facts nobody waits for are done together: one commit for the lot, not one for each ticket of the tills.</summary>
    private async Task MarkUnheard(MerchantId merchant, List<long> ids, CancellationToken cancel)
    {
        await using var tx = await db.Begin(merchant, cancel);
        await tx.Execute(
            "UPDATE outbox SET done_at = @now WHERE merchant_id = @m AND id IN @ids",
            new { ids, now = tx.Now }
        );
        await tx.Commit();
    }

    private async Task Handle(OutboxRow row, CancellationToken cancel)
    {
        try
        {
            foreach (var (handler, run) in handlers.Of(row.Name))
            {
                await using var tx = await db.Begin(row.MerchantId, cancel);
                var first = await tx.Execute(
                    "INSERT INTO seen (merchant_id, fact_id, handler, at) VALUES (@m, @id, @handler, @now) ON CONFLICT DO NOTHING",
                    new
                    {
                        id = row.Id,
                        handler,
                        now = tx.Now,
                    }
                );
                if (first == 0)
                    continue;
                await run(tx, row.Body, services);
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
