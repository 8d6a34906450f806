using System.Diagnostics;

namespace Shuke.Bench;

/// <summary>The real program in a process of its own, on a free port of the loopback.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }
    public string Address => $"http://127.0.0.1:{Port}";
    public int Id => _process.Id;

    public static Task<ServerProcess> Start(params IReadOnlyList<string> settings) =>
        Start("Shuke.Server.dll", "serve", settings);

    /// <summary>A server without the hash chain, hosted by the bench itself: the program has no way to be started so.</summary>
    public static Task<ServerProcess> StartUnchained(params IReadOnlyList<string> settings) =>
        Start("Shuke.Bench.dll", "serve-unchained", settings);

    private static async Task<ServerProcess> Start(string program, string verb, IReadOnlyList<string> settings)
    {
        var port = Cluster.FreePort();
        var address = $"http://127.0.0.1:{port}";
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, program), verb, "--url", address, .. settings];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // As ./run does it: on small machines the pool's spinning costs more than it gains.
        start.Environment["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";
        // And what is called often is compiled well at once, instead of after the first quiet moment of a busy morning.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "0";
        // And what new objects may take does not depend on the size of the processor's cache.
        start.Environment["DOTNET_GCgen0size"] = "0x2000000";
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains(address, StringComparison.Ordinal))
                return new(process, port);
        throw new InvalidOperationException("The server did not start.");
    }

    private bool _gone;

    public async ValueTask DisposeAsync()
    {
        if (_gone)
            return;
        _gone = true;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
