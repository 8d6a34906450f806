using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Shuke.Bench;

/// <summary>The real program in a process of its own, on a free port of the loopback.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    public static async Task<ServerProcess> Start(string folder)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Shuke.Server.dll"),
            "serve",
            "--data",
            folder,
            "--url",
            address,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // As ./run does it: on small machines the pool's spinning costs more than it gains.
        start.Environment["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains(address, StringComparison.Ordinal))
                return new(process, address);
        throw new InvalidOperationException("The server did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
