using System.Diagnostics;
using System.Globalization;

namespace Shuke.Faults.Harness;

/// <summary>Makes system calls of a running process fail from outside, for as long as it is attached.</summary>
internal sealed class Strace
{
    private readonly Process _process;
    private readonly string _log;

    private Strace(Process process, string log) => (_process, _log) = (process, log);

    public static bool IsPresent => File.Exists("/usr/bin/strace");

    /// <param name="calls">such as "fsync,fdatasync"</param>
    /// <param name="error">such as EIO</param>
    /// <param name="paths">only calls on these files; none = all</param>
    public static async Task<Strace> Attach(
        IReadOnlyList<int> pids,
        string calls,
        string error,
        IReadOnlyList<string> paths,
        string log
    )
    {
        var start = new ProcessStartInfo("strace") { UseShellExecute = false, RedirectStandardError = true };
        List<string> arguments =
        [
            "-f",
            "-ttt",
            "-o",
            log,
            "-e",
            "trace=" + calls,
            "-e",
            $"inject={calls}:error={error}",
            .. pids.SelectMany(p => new[] { "-p", p.ToString(CultureInfo.InvariantCulture) }),
            .. paths.SelectMany(p => new[] { "-P", p }),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var attached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = "";
        process.ErrorDataReceived += (_, e) =>
        {
            said += e.Data + " ";
            if (e.Data?.Contains("attached", StringComparison.Ordinal) == true)
                attached.TrySetResult();
        };
        process.BeginErrorReadLine();
        if (await Task.WhenAny(attached.Task, Task.Delay(5_000)) != attached.Task)
        {
            process.Kill();
            throw new InvalidOperationException("strace could not attach: " + said);
        }
        return new(process, log);
    }

    /// <summary>Lets the calls succeed again; answers when each of them was made to fail.</summary>
    public async Task<List<DateTime>> Detach()
    {
        // An interrupt detaches; a kill would take the traced process along.
        // When all it traced has died, it has gone by itself.
        if (!_process.HasExited)
        {
            using var interrupt = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await interrupt.WaitForExitAsync();
        }
        await _process.WaitForExitAsync();
        _process.Dispose();
        return
        [
            .. File.ReadLines(_log)
                .Where(l => l.Contains("(INJECTED)", StringComparison.Ordinal))
                .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])
                .Select(t => DateTime.UnixEpoch.AddSeconds(double.Parse(t, CultureInfo.InvariantCulture))),
        ];
    }
}
