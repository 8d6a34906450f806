namespace Shuke.Server.Modules.Org;

/// <summary>GET /health: whether the program works, for a load balancer and the person on call; nothing secret in it.</summary>
public static class ShowHealth
{
    private const long LagMax = 60;

    /// <param name="Ok">the database answers, the schema is this program's, facts arrive within a minute, and no sync of the disk failed</param>
    /// <param name="OutboxLagSeconds">age of the oldest fact that waits to be delivered</param>
    /// <param name="Backup">how the last backup went; null when none was made yet</param>
    public sealed record Reply(
        bool Ok,
        string Database,
        string Schema,
        long OutboxWaiting,
        long OutboxLagSeconds,
        long JobsWaiting,
        long JobsRunning,
        BackupState? Backup
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/health", Permission.Anyone, Handle).WithSummary("Does the program work?");

    public static async Task<Reply> Handle(DbRead db)
    {
        db.OpenPlatformDoor();
        var schema = await db.One<string>("SELECT MAX(name) FROM schema_step") ?? "";
        var (waiting, oldest) = await db.One<(long, Instant?)>(
            "SELECT COUNT(*), MIN(at) FROM outbox WHERE done_at IS NULL"
        );
        var jobs = (
            await db.All<(string State, long Count)>(
                "SELECT state, COUNT(*) FROM job WHERE state IN ('waiting', 'running') GROUP BY state"
            )
        ).ToDictionary(j => j.State, j => j.Count);
        db.ActFor(default);
        var backup = await BackupState.Last(db);
        var lag = oldest is { } at ? Math.Max(0, (long)(db.Now - at).TotalSeconds) : 0;
        var isCurrent = SchemaRunner.Steps(db.Engine).Max(s => s.Name) == schema;
        return new(
            isCurrent && lag <= LagMax && db.Db.TrustsDisk,
            Names.Of(db.Engine),
            schema,
            waiting,
            lag,
            jobs.GetValueOrDefault("waiting"),
            jobs.GetValueOrDefault("running"),
            backup
        );
    }
}
