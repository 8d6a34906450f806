using System.Diagnostics;
using System.Globalization;
using Shuke.Faults.Harness;

namespace Shuke.Faults.Kinds;

/// <summary>The disk fails (R4) or is full (R5). What was not written is not confirmed; what was confirmed is there afterwards.</summary>
internal static class Disks
{
    /// <summary>An answer to a commit that had its sync before the disk failed may still be on its way for so long.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromMilliseconds(250);

    private sealed record Trouble(string Name, string Calls, string Error, bool OnlyDatabase, bool MustStop);

    private static readonly Trouble[] Troubles =
    [
        new("a sync fails (EIO)", "fsync,fdatasync", "EIO", OnlyDatabase: false, MustStop: true),
        new("no space left for a write (ENOSPC)", "pwrite64", "ENOSPC", OnlyDatabase: true, MustStop: false),
        new("a write fails (EIO)", "pwrite64", "EIO", OnlyDatabase: true, MustStop: false),
    ];

    public static async Task Sqlite(int times, Options options, Tally tally, string folder)
    {
        Console.WriteLine($"\nI/O errors under SQLite, {times} times");
        if (!Strace.IsPresent)
        {
            Tally.NotRun("I/O errors", "strace is not installed (Debian: apt-get install strace)");
            return;
        }
        await using var rig = await Rig.Open(folder, null, null, options.Seed);
        var random = new Random(options.Seed);
        var file = Path.Combine(rig.Server.Data, "shuke.db");
        for (var i = 1; i <= times; i++)
        {
            var trouble = Troubles[(i - 1) % Troubles.Length];
            List<DateTime> failed = [];
            var until = DateTime.MinValue;
            await rig.Under(async () =>
            {
                await Task.Delay(random.Next(50, 300));
                var strace = await Strace.Attach(
                    [rig.Server.Pid],
                    trouble.Calls,
                    trouble.Error,
                    trouble.OnlyDatabase ? [file, file + "-wal"] : [],
                    Path.Combine(folder, "strace.log")
                );
                await Task.Delay(random.Next(500, 900));
                until = DateTime.UtcNow;
                failed = await strace.Detach();
            });
            List<string> wrong = failed.Count == 0 ? ["no call was made to fail"] : [];
            if (trouble.MustStop)
            {
                wrong.AddRange(Confirmed(rig, failed, until));
                wrong.AddRange(await HasStopped(rig));
                await rig.Server.Kill();
                await rig.Server.Start();
            }
            wrong.AddRange(await rig.Recover());
            if (i == times)
            {
                await rig.Server.Kill();
                wrong.AddRange(await rig.Verify());
                await rig.Server.Start();
                wrong.AddRange(await rig.Audit());
            }
            Kills.Say(tally, $"{trouble.Name} {i}, {failed.Count} calls failed", wrong, rig);
        }
        await Kills.Lossy(rig, tally);
    }

    public static async Task Postgres(int times, Options options, Tally tally, string folder)
    {
        Console.WriteLine($"\nI/O errors under PostgreSQL, {times} times");
        if (!Strace.IsPresent)
        {
            Tally.NotRun("I/O errors", "strace is not installed (Debian: apt-get install strace)");
            return;
        }
        await using var postgres = await PostgresProcess.Create(folder);
        var database = await postgres.Prepare(Rig.DatabaseName);
        await using var rig = await Rig.Open(folder, database, postgres, options.Seed);
        var random = new Random(options.Seed);
        for (var i = 1; i <= times; i++)
        {
            List<DateTime> failed = [];
            await rig.Under(async () =>
            {
                await Task.Delay(random.Next(50, 300));
                var strace = await Strace.Attach(
                    [.. postgres.Children()],
                    "fsync,fdatasync",
                    "EIO",
                    [],
                    Path.Combine(folder, "strace.log")
                );
                await Task.Delay(random.Next(300, 600));
                failed = await strace.Detach();
                await Task.Delay(500);
            });
            List<string> wrong = failed.Count == 0 ? ["no call was made to fail"] : [];
            wrong.AddRange(await rig.Recover());
            if (i == times)
                wrong.AddRange(await rig.Verify());
            Kills.Say(tally, $"a sync of PostgreSQL fails (EIO) {i}, {failed.Count} calls failed", wrong, rig);
        }
    }

    /// <summary>While every sync fails, nothing may be confirmed.</summary>
    private static IEnumerable<string> Confirmed(Rig rig, List<DateTime> failed, DateTime until)
    {
        if (failed.Count == 0)
            yield break;
        var late = rig.All.SelectMany(t => t.ConfirmedAt).Count(t => t > failed[0] + OnTheWay && t < until);
        if (late > 0)
            yield return $"{late} requests were confirmed while no sync succeeded";
    }

    /// <summary>Whoever cannot know what is on the disk takes no more money and says so, until it is started anew.</summary>
    private static async Task<List<string>> HasStopped(Rig rig)
    {
        using var api = new Api(rig.Server.Address, rig.Shop.Cookie);
        var wrong = new List<string>();
        var answer = await api.Post("/shifts", new { @float = 0, till = "spare" });
        // Should it be taken all the same, the audit finds a shift that nobody of the journal asked for.
        if (answer.Status != 503)
            wrong.Add($"after a failed sync a write was answered {answer.Status} {answer.Text}");
        var health = await api.Send(HttpMethod.Get, "/health", null, null);
        if (health.Ok && (bool)health.Json["ok"]!)
            wrong.Add("after a failed sync /health says that all is well");
        return wrong;
    }

    /// <summary>A disk of 24 MiB runs full while the tills work, and is emptied again.</summary>
    public static async Task Full(int times, Options options, Tally tally, string folder)
    {
        Console.WriteLine($"\nthe disk is full, {times} times");
        var data = Path.Combine(folder, "small");
        Directory.CreateDirectory(data);
        if (!await Run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", data))
        {
            Tally.NotRun("disk full", "mounting a small tmpfs is not permitted here");
            return;
        }
        try
        {
            await using var rig = await Rig.Open(folder, null, null, options.Seed, data);
            for (var i = 1; i <= times; i++)
            {
                var refused = 0;
                await rig.Under(async () =>
                {
                    await Task.Delay(200);
                    var before = rig.ComeAgain;
                    Fill(Path.Combine(data, "filler"));
                    await Task.Delay(1_500);
                    File.Delete(Path.Combine(data, "filler"));
                    refused = rig.ComeAgain - before;
                    await Task.Delay(300);
                });
                // No repair, no restart: the same process goes on.
                var wrong = await rig.Recover();
                if (refused == 0)
                    wrong.Add("the disk was full and nobody was told");
                await rig.Server.Kill();
                wrong.AddRange(await rig.Verify());
                await rig.Server.Start();
                wrong.AddRange(await rig.Recover());
                Kills.Say(
                    tally,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"disk full {i}, {refused} told to come again meanwhile"
                    ),
                    wrong,
                    rig
                );
            }
            await Kills.Lossy(rig, tally);
        }
        finally
        {
            await Run("umount", "-l", data);
        }
    }

    private static void Fill(string file)
    {
        using var filler = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read, 1);
        var block = new byte[4_096];
        try
        {
            while (true)
                filler.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task<bool> Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false }
            )!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
