using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Shuke.Faults.Harness;

/// <summary>The real program in a process of its own, on one port of the loopback for its whole life, killed and started at will.</summary>
internal sealed class ServerProcess(string data, string? database, int port) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _said = new();
    private Process? _process;

    public string Address { get; } = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
    public int Pid => _process!.Id;
    public string Data => data;
    public bool IsAlive => _process is { HasExited: false };

    /// <summary>The last lines the program wrote, for a failed run's report.</summary>
    public IEnumerable<string> Said => _said.TakeLast(30);

    public static ServerProcess For(string data, string? database) => new(data, database, FreePort());

    /// <summary>Starts the program and answers how long it took until it served the first request.</summary>
    public async Task<TimeSpan> Start(TimeSpan? patience = null)
    {
        var watch = Stopwatch.StartNew();
        var until = watch.Elapsed + (patience ?? TimeSpan.FromSeconds(60));
        _process = Launch(["serve", "--data", data, "--url", Address, .. Database], Hear);
        using var http = new HttpClient { BaseAddress = new(Address), Timeout = TimeSpan.FromSeconds(5) };
        while (watch.Elapsed < until)
        {
            try
            {
                using var answer = await http.GetAsync("/api/health");
                if (answer.IsSuccessStatusCode)
                    return watch.Elapsed;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                if (_process.HasExited)
                    throw new InvalidOperationException("The server ended: " + string.Join(" | ", Said), e);
            }
            await Task.Delay(10);
        }
        throw new TimeoutException("The server did not become ready: " + string.Join(" | ", Said));
    }

    /// <summary>kill -9: no farewell, nothing is flushed.</summary>
    public async Task Kill()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Runs another verb of the program to its end; answers its exit code and what it said.</summary>
    public async Task<(int Code, string Said)> Run(string verb)
    {
        var said = new ConcurrentQueue<string>();
        using var process = Launch([verb, "--data", data, .. Database], said.Enqueue);
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Join('\n', said));
    }

    private string[] Database => database is null ? [] : ["--database", database];

    private void Hear(string line)
    {
        _said.Enqueue(line);
        while (_said.Count > 200)
            _said.TryDequeue(out _);
    }

    private static Process Launch(string[] arguments, Action<string> hear)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Shuke.Server.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // As ./run does it: on small machines the pool's spinning costs more than it gains.
        start.Environment["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) => Line(e.Data);
        process.ErrorDataReceived += (_, e) => Line(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Line(string? text)
        {
            if (text is not null)
                hear(text);
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync() => await Kill();
}
