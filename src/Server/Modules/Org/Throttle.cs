namespace Shuke.Server.Modules.Org;

/// <summary>
/// Slows guessing down: after five failures a minute's pause, doubling to fifteen minutes. A delay, not a lock: nobody
/// can shut a colleague out for longer. Counted in the database, so all nodes count together.
/// </summary>
public static class Throttle
{
    private const int FreeFailures = 5;
    private static readonly TimeSpan PauseMax = TimeSpan.FromMinutes(15);

    /// <summary>Seconds still to wait, 0 when the next try is free.</summary>
    public static async Task<long> Wait(DbRead db, string key)
    {
        var until = await db.One<Instant?>(
            "SELECT until FROM throttle WHERE merchant_id = @m AND key = @key",
            new { key }
        );
        return until is { } t && t > db.Now ? (long)Math.Ceiling((t - db.Now).TotalSeconds) : 0;
    }

    public static async Task Failed(Tx tx, string key)
    {
        var failures = await tx.One<long>(
            """
            INSERT INTO throttle (merchant_id, key, failures, until) VALUES (@m, @key, 1, 0)
            ON CONFLICT (merchant_id, key) DO UPDATE SET failures = throttle.failures + 1 RETURNING failures
            """,
            new { key }
        );
        if (failures < FreeFailures)
            return;
        var pause = TimeSpan.FromMinutes(
            Math.Min(PauseMax.TotalMinutes, 1L << (int)Math.Min(failures - FreeFailures, 10))
        );
        await tx.Execute(
            "UPDATE throttle SET until = @until WHERE merchant_id = @m AND key = @key",
            new { key, until = tx.Now.Plus(pause) }
        );
    }

    public static Task Succeeded(Tx tx, string key) =>
        tx.Execute("DELETE FROM throttle WHERE merchant_id = @m AND key = @key", new { key });

    /// <summary>How many failures all keys with this beginning add up to.</summary>
    public static Task<long> Failures(DbRead db, string prefix) =>
        db.One<long>(
            "SELECT CAST(COALESCE(SUM(failures), 0) AS BIGINT) FROM throttle WHERE merchant_id = @m AND key LIKE @prefix || '%'",
            new { prefix }
        );

    /// <summary>A failure must be remembered although the request itself writes nothing: it gets a transaction of its own.</summary>
    public static async Task Note(Db db, Tx tx, IReadOnlyList<string> keys, AuditNote? audit)
    {
        var merchant = tx.Merchant;
        await tx.Abandon();
        await using var note = await db.Begin(merchant);
        foreach (var key in keys)
            await Failed(note, key);
        if (audit is not null)
            note.Audit(audit);
        await note.Commit();
    }
}
