using System.Globalization;

namespace Shuke.Server.Platform;

/// <summary>
/// Makes the night's backup, once per installation, and on SQLite the one that <c>./run backup</c> asks for while this
/// process holds the file: the verb leaves a note in the data folder, as only who may write there can.
/// </summary>
public sealed class BackupDesk(Db db, Settings settings, Vault vault, ListMerchants merchants, ILogger<BackupDesk> log)
    : BackgroundService
{
    private const int Hour = 3;
    private const int RunsKept = 100;
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>What a verb finds in the answer it waits for.</summary>
    internal sealed record Answer(bool Ok, string Says);

    internal static string AskFile(Settings settings) => Path.Combine(settings.DataFolder, "backup.ask");

    internal static string AnswerFile(Settings settings) => Path.Combine(settings.DataFolder, "backup.answer");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var next = 60;
        while (await Ticks.Next(timer, stoppingToken))
        {
            try
            {
                if (db.Engine == Engine.Sqlite && File.Exists(AskFile(settings)))
                    await AnswerAsk(stoppingToken);
                if (next-- <= 0)
                {
                    next = 60;
                    await LookOnce(stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The backup was not made; trying again the next night");
            }
        }
    }

    /// <summary>Makes the night's backup when it is due here and now; answers whether it did.</summary>
    public async Task<bool> LookOnce(CancellationToken cancel = default)
    {
        if (!settings.BacksUpNightly)
            return false;
        IReadOnlyList<(MerchantId Merchant, TimeZoneInfo Zone)> all;
        await using (var read = await db.Platform(cancel))
            all = await merchants(read);
        if (all.Count == 0)
            return false;
        var local = TimeZoneInfo.ConvertTime(db.Now.ToDateTimeOffset(), all[0].Zone);
        if (local.Hour < Hour)
            return false;
        await using (var tx = await db.Begin(default, cancel))
        {
            // The table's key decides when several processes look at once.
            var first = await tx.Execute(
                "INSERT INTO nightly (merchant_id, kind, day) VALUES (@m, 'platform.backup', @day) ON CONFLICT DO NOTHING",
                new { day = DateOnly.FromDateTime(local.DateTime) }
            );
            await tx.Commit();
            if (first == 0)
                return false;
        }
        await Make(db, settings, vault, cancel);
        return true;
    }

    /// <summary>Makes a backup, thins out the old ones, and notes how it went; answers what to tell.</summary>
    internal static async Task<string> Make(Db db, Settings settings, Vault vault, CancellationToken cancel = default)
    {
        await OneAtATime.WaitAsync(cancel);
        var began = db.Now;
        try
        {
            Directory.CreateDirectory(settings.BackupFolder);
            var keys = BackupKeys.Open(settings, mayMake: true);
            var (folder, manifest) = await Backups.Make(db, settings.BackupFolder, keys, vault, cancel);
            var dropped = Backups.Prune(settings.BackupFolder, settings.BackupKeep);
            await Note(db, new(began, "done", folder, manifest.Bytes, manifest.Rows, ""));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"backed up: {manifest.Rows:#,0} rows, {manifest.Bytes / 1024:#,0} KB, {folder} ({dropped} old ones dropped). {Reminder(settings)}"
            );
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await Note(db, new(began, "failed", settings.BackupFolder, 0, 0, $"{e.GetType().Name}: {e.Message}"));
            throw;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static string Reminder(Settings settings) =>
        $"Keep apart from it: {Path.Combine(settings.DataFolder, "secret.key")} (opens phone numbers) and "
        + (settings.BackupPassphrase.Length > 0 ? "the passphrase." : $"{settings.BackupKeyFile} (opens backups).");

    private async Task AnswerAsk(CancellationToken cancel)
    {
        File.Delete(AskFile(settings));
        Answer answer;
        try
        {
            answer = new(true, await Make(db, settings, vault, cancel));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The backup that was asked for was not made");
            answer = new(false, e.Message);
        }
        var file = AnswerFile(settings);
        await File.WriteAllTextAsync(file + ".new", Json.Text(answer), cancel);
        File.Move(file + ".new", file, overwrite: true);
    }

    private sealed record Run(Instant Began, string State, string Place, long Bytes, long Rows, string Error);

    private static async Task Note(Db db, Run run)
    {
        await using var tx = await db.Begin(default);
        await tx.Execute(
            """
            INSERT INTO backup_run (merchant_id, id, started_at, ended_at, state, place, bytes, row_count, error)
            VALUES (@m, @id, @began, @now, @state, @place, @bytes, @rows, @error)
            """,
            new
            {
                id = tx.NewId(),
                began = run.Began,
                now = tx.Now,
                state = run.State,
                place = run.Place,
                bytes = run.Bytes,
                rows = run.Rows,
                error = run.Error,
            }
        );
        await tx.Execute(
            "DELETE FROM backup_run WHERE merchant_id = @m AND id NOT IN (SELECT id FROM backup_run WHERE merchant_id = @m ORDER BY id DESC LIMIT @kept)",
            new { kept = RunsKept }
        );
        await tx.Commit();
    }
}

/// <summary>How the last backup went.</summary>
public sealed record BackupState(string State, Instant At, long Bytes, string Error)
{
    /// <summary>Null when none was ever made here.</summary>
    internal static Task<BackupState?> Last(DbRead installation) =>
        installation.One<BackupState>(
            "SELECT state, ended_at AS at, bytes, error FROM backup_run WHERE merchant_id = 0 ORDER BY id DESC LIMIT 1"
        );
}
