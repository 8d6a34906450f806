using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Shuke.Bench;

/// <summary>A PostgreSQL of our own, as durable as in production, on a free port of the loopback; gone afterwards.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly string _bin;
    private readonly string _folder;

    private Cluster(string bin, string folder, int port) => (_bin, _folder, Port) = (bin, folder, port);

    public int Port { get; }

    public string Superuser(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=owner;Database={database}");

    public string PgBench => Path.Combine(_bin, "pgbench");

    public static async Task<Cluster> Start()
    {
        var bin = Directory
            .GetDirectories("/usr/lib/postgresql")
            .Select(d => Path.Combine(d, "bin"))
            .Where(d => File.Exists(Path.Combine(d, "pgbench")))
            .OrderDescending(StringComparer.Ordinal)
            .FirstOrDefault();
        if (bin is null)
            throw new InvalidOperationException(
                "PostgreSQL with pgbench is missing (Debian: apt-get install postgresql)."
            );
        var folder = Directory.CreateTempSubdirectory("shuke-bench-pg-").FullName;
        var cluster = new Cluster(bin, folder, FreePort());
        if (Environment.UserName == "root")
            await cluster.Run("chown", ["postgres", folder]);
        await cluster.AsPostgres(
            "initdb",
            "-D",
            folder + "/data",
            "-A",
            "trust",
            "-U",
            "owner",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N"
        );
        // Room for two shops, the product's tables and the yardsticks' beside them; every switch of durability as it is shipped: on.
        await File.AppendAllLinesAsync(
            folder + "/data/postgresql.conf",
            [
                "listen_addresses = '127.0.0.1'",
                string.Create(CultureInfo.InvariantCulture, $"port = {cluster.Port}"),
                $"unix_socket_directories = '{folder}'",
                "max_connections = 400",
                "shared_buffers = 4GB",
                "wal_compression = on",
                "max_wal_size = 16GB",
                "min_wal_size = 12GB",
                "checkpoint_timeout = 30min",
                "random_page_cost = 1.1",
                "jit = off",
            ]
        );
        await cluster.AsPostgres("pg_ctl", "-D", folder + "/data", "-w", "-l", folder + "/log", "start");
        return cluster;
    }

    /// <summary>
    /// A database that has run for a day writes its log into files it has used before; a new one makes each file first,
    /// sixteen megabytes of synced zeros in the middle of somebody's commit. So the files are made before anything counts.
    /// </summary>
    public async Task MakeLog(int gb, Action<string> say)
    {
        var watch = Stopwatch.StartNew();
        await using var connection = new NpgsqlConnection(Superuser("postgres"));
        await connection.OpenAsync();
        async Task<long> Number(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
            return await command.ExecuteScalarAsync() is long number ? number : 0;
        }
        while (await Number("SELECT SUM(size)::BIGINT FROM pg_ls_waldir()") < gb * 1_000_000_000L)
        {
            await Number("SELECT 1 FROM pg_logical_emit_message(FALSE, 'bench', '')");
            await Number("SELECT 1 FROM pg_switch_wal()");
        }
        await Number("CHECKPOINT");
        say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"the log's files are made after {watch.Elapsed.TotalSeconds:0} s"
            )
        );
    }

    /// <summary>CPU used so far by the postmaster and all its children, ms.</summary>
    public long CpuMs()
    {
        var postmaster = int.Parse(
            File.ReadLines(_folder + "/data/postmaster.pid").First(),
            CultureInfo.InvariantCulture
        );
        return Proc.CpuMs(postmaster, withDeadChildren: true) + Proc.ChildrenOf(postmaster).Sum(p => Proc.CpuMs(p));
    }

    /// <summary>Bytes of the log between two places: the records themselves, and the full pages that follow a checkpoint.</summary>
    public async Task<(double Records, double FullPages)> Wal(string from, string to)
    {
        var start = new ProcessStartInfo(
            Path.Combine(_bin, "pg_waldump"),
            [
                "-p",
                _folder + "/data/pg_wal",
                Environment.GetEnvironmentVariable("BENCH_WAL") is null ? "--stats" : "--stats=record",
                "-s",
                from,
                "-e",
                to,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (Environment.GetEnvironmentVariable("BENCH_WAL") is not null)
            await Console.Error.WriteLineAsync(output);
        // Total  count  record size [%]  FPI size [%]  combined size [%]
        var total =
            output.Split('\n').FirstOrDefault(l => l.StartsWith("Total", StringComparison.Ordinal))
            ?? throw new InvalidOperationException(output + await errors);
        var numbers = total
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => long.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(w => double.Parse(w, CultureInfo.InvariantCulture))
            .ToList();
        return (numbers[1], numbers[2]);
    }

    public async Task AsPostgres(string program, params string[] arguments)
    {
        var path = Path.Combine(_bin, program);
        if (Environment.UserName == "root")
            await Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", path, .. arguments]);
        else
            await Run(path, arguments);
    }

    private async Task Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        // pg_ctl hands its output to the server it starts, so its end cannot be waited for.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        await process
            .WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token)
            .ConfigureAwait(false);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed.");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await AsPostgres("pg_ctl", "-D", _folder + "/data", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>What /proc says of a process.</summary>
internal static class Proc
{
    /// <summary>User and system time in ms.</summary>
    public static long CpuMs(int pid, bool withDeadChildren = false)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = Field(fields, 11) + Field(fields, 12);
            if (withDeadChildren)
                ticks += Field(fields, 13) + Field(fields, 14);
            return ticks * 10;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>What all cores together have had nothing to do for, ms.</summary>
    public static long IdleMs()
    {
        // cpu  user nice system idle iowait ..., in hundredths of a second
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (Field(fields, 4) + Field(fields, 5)) * 10;
    }

    public static List<int> ChildrenOf(int parent)
    {
        var children = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
                try
                {
                    var text = File.ReadAllText($"/proc/{pid}/stat");
                    if (Field(text[(text.LastIndexOf(')') + 2)..].Split(' '), 1) == parent)
                        children.Add(pid);
                }
                catch (IOException)
                {
                    // It ended while we looked.
                }
        return children;
    }

    /// <summary>The most memory it ever held, in MB.</summary>
    public static long PeakMb(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(
                line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal).Trim(),
                CultureInfo.InvariantCulture
            ) / 1024;
    }

    private static long Field(string[] fields, int index) => long.Parse(fields[index], CultureInfo.InvariantCulture);
}
