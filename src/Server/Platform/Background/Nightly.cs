namespace Shuke.Server.Platform;

/// <summary>The merchants with the zone their night is in; a module that knows them registers one.</summary>
public delegate Task<IReadOnlyList<(MerchantId Merchant, TimeZoneInfo Zone)>> ListMerchants(DbRead db);

/// <summary>
/// Puts each night's jobs in line, once per merchant and kind: at three in the morning by the shop's clock, or when the
/// program starts later that day. The table's key decides when several processes look at once.
/// </summary>
public sealed class Nightly(Db db, JobKinds kinds, ListMerchants merchants, ILogger<Nightly> log) : BackgroundService
{
    private const int Hour = 3;

    private sealed record Nothing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await Ticks.Next(timer, stoppingToken))
        {
            try
            {
                await LookOnce(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The night's jobs could not be put in line; trying again");
            }
        }
    }

    /// <summary>Starts what is due now; answers how many jobs.</summary>
    public async Task<int> LookOnce(CancellationToken cancel = default)
    {
        IReadOnlyList<(MerchantId Merchant, TimeZoneInfo Zone)> all;
        await using (var read = await db.Platform(cancel))
            all = await merchants(read);
        var started = 0;
        foreach (var (merchant, zone) in all)
        {
            var local = TimeZoneInfo.ConvertTime(db.Now.ToDateTimeOffset(), zone);
            if (local.Hour < Hour)
                continue;
            await using var tx = await db.Begin(merchant, cancel);
            foreach (var (kind, title) in kinds.EachNight)
                started += await Start(tx, kind, title, DateOnly.FromDateTime(local.DateTime)) ? 1 : 0;
            await tx.Commit();
        }
        return started;
    }

    private static async Task<bool> Start(Tx tx, string kind, string title, DateOnly day)
    {
        var first = await tx.Execute(
            "INSERT INTO nightly (merchant_id, kind, day) VALUES (@m, @kind, @day) ON CONFLICT DO NOTHING",
            new { kind, day }
        );
        if (first == 0)
            return false;
        await Jobs.Start(tx, kind, title, new Nothing(), null);
        return true;
    }
}
