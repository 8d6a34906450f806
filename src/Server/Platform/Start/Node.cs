namespace Shuke.Server.Platform;

/// <summary>
/// Leases a node number from the database, so that ids made by several processes never collide. Renewed while the
/// process lives; free again a while after it died.
/// </summary>
public sealed class Node(Db db, ILogger<Node> log) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private long _number;

    public async Task Take()
    {
        await using var tx = await db.Begin(default);
        if (tx.Engine == Engine.Postgres)
            await tx.Execute("SELECT pg_advisory_xact_lock(@key)", new { key = 0x4E4F4445L });
        var taken = (
            await tx.All<long>("SELECT id FROM node WHERE lease_until > @now", new { now = tx.Now })
        ).ToHashSet();
        // On SQLite a second process cannot open the file, so whatever lease is left belongs to our own past.
        if (tx.Engine == Engine.Sqlite)
            taken.Clear();
        _number = Enumerable.Range(1, IdSource.NodeMax).Select(n => (long)n).FirstOrDefault(n => !taken.Contains(n));
        if (_number == 0)
            throw new StartRefused("All 511 node numbers are in use. (节点编号已用完。)");
        await tx.Execute("DELETE FROM node WHERE id = @number", new { number = _number });
        await tx.Execute(
            "INSERT INTO node (id, lease_until) VALUES (@number, @until)",
            new { number = _number, until = tx.Now.Plus(Lease) }
        );
        await tx.Commit();
        db.UseNode((int)_number);
    }

    public long Number => _number;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await Ticks.Next(timer, stoppingToken))
        {
            try
            {
                await using var tx = await db.Begin(default, stoppingToken);
                await tx.Execute(
                    "UPDATE node SET lease_until = @until WHERE id = @number",
                    new { number = _number, until = tx.Now.Plus(Lease) }
                );
                await tx.Commit();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "Could not renew the node number; trying again in a minute");
            }
        }
    }
}

internal static class Ticks
{
    /// <summary>Waits for the next tick; false when the program stops.</summary>
    public static async Task<bool> Next(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
