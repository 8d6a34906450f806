using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Shuke.Faults.Harness;

/// <summary>
/// A PostgreSQL of our own with everything on that makes it durable, started as a direct child, so that after a kill -9
/// it is reaped at once and the next start does not take the old lock file for a living server.
/// </summary>
internal sealed class PostgresProcess : IAsyncDisposable
{
    private const string Superuser = "keeper";
    private static readonly Lock LogTurn = new();
    private readonly string _bin;
    private readonly string _data;
    private Process? _process;

    private PostgresProcess(string bin, string data) => (_bin, _data) = (bin, data);

    public int Port { get; } = ServerProcess.FreePort();

    public static string? Bin =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(d => Path.Combine(d, "bin"))
                .Where(d => File.Exists(Path.Combine(d, "initdb")))
                .OrderBy(d => double.Parse(Path.GetFileName(Path.GetDirectoryName(d)!), CultureInfo.InvariantCulture))
                .LastOrDefault()
            : null;

    public static async Task<PostgresProcess> Create(string folder)
    {
        var bin = Bin ?? throw new InvalidOperationException("PostgreSQL is not installed.");
        var data = Path.Combine(folder, "pg");
        Directory.CreateDirectory(data);
        if (IsRoot)
            await Run("chown", "postgres", data);
        await Run(
            AsPostgres(
                Path.Combine(bin, "initdb"),
                "-D",
                data,
                "-A",
                "trust",
                "-U",
                Superuser,
                "-E",
                "UTF8",
                "--locale=C.UTF-8"
            )
        );
        var postgres = new PostgresProcess(bin, data);
        await postgres.Start();
        return postgres;
    }

    /// <summary>Answers how long it took until it took connections again, recovery included.</summary>
    public async Task<TimeSpan> Start()
    {
        var watch = Stopwatch.StartNew();
        var arguments = AsPostgres(
            Path.Combine(_bin, "postgres"),
            "-D",
            _data,
            "-p",
            Port.ToString(CultureInfo.InvariantCulture),
            "-k",
            _data,
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "max_connections=300",
            "-c",
            "fsync=on",
            "-c",
            "synchronous_commit=on",
            "-c",
            "full_page_writes=on"
        );
        for (var tries = 0; ; tries++)
        {
            _process = Launch(arguments);
            if (await IsReady())
                return watch.Elapsed;
            if (!_process.HasExited || tries == 20)
                throw new InvalidOperationException("PostgreSQL did not start; see " + _data);
            // Backends of the killed server may need a moment to let go of the shared memory.
            await Task.Delay(100);
        }
    }

    private async Task<bool> IsReady()
    {
        for (var tries = 0; tries < 1_500 && !_process!.HasExited; tries++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(Admin("postgres"));
                await connection.OpenAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(20);
            }
        }
        return false;
    }

    /// <summary>kill -9 of the postmaster and of every backend: nothing is told, nothing is flushed.</summary>
    public async Task Kill()
    {
        if (_process is null)
            return;
        var children = Children();
        _process.Kill();
        foreach (var child in children)
            TryKill(child);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>The backends and workers that live now, for whoever wants to trace them.</summary>
    public List<int> Children()
    {
        var children = new List<int>();
        foreach (var folder in Directory.GetDirectories("/proc"))
            if (
                int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && ParentOf(pid) == _process!.Id
            )
                children.Add(pid);
        return children;
    }

    private static int ParentOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static void TryKill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It went by itself when its postmaster did.
        }
    }

    public string Admin(string database) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={Port};Database={database};Username={Superuser};Pooling=false;SSL Mode=Disable;GSS Encryption Mode=Disable"
        );

    /// <summary>
    /// A fresh database, prepared by the product's own verb as an operator does it, with a role that owns nothing. Answers
    /// the connection string for the program, which may lead through another port.
    /// </summary>
    public async Task<string> Prepare(string name, int? through = null)
    {
        await Run(
            "dotnet",
            Path.Combine(AppContext.BaseDirectory, "Shuke.Server.dll"),
            "prepare-database",
            "--database",
            Program(name, Port),
            "--database-owner",
            Admin(name)
        );
        return Program(name, through ?? Port);
    }

    private static string Program(string database, int port) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={port};Database={database};Username=shuke_app;Maximum Pool Size=60;SSL Mode=Disable;GSS Encryption Mode=Disable"
        );

    public async Task Sql(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(Admin(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static string[] AsPostgres(params string[] command) =>
        IsRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. command] : command;

    private Process Launch(string[] command)
    {
        var start = new ProcessStartInfo(command[0])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/tmp",
        };
        foreach (var argument in command[1..])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var log = Path.Combine(Path.GetDirectoryName(_data)!, "pg.log");
        process.ErrorDataReceived += (_, e) => Append(log, e.Data);
        process.OutputDataReceived += (_, e) => Append(log, e.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private static void Append(string file, string? line)
    {
        if (line is null)
            return;
        lock (LogTurn)
            File.AppendAllText(file, line + "\n");
    }

    private static async Task Run(params string[] command)
    {
        var start = new ProcessStartInfo(command[0])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/tmp",
        };
        foreach (var argument in command[1..])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command[0]} failed: {await said}{await wrong}");
    }

    public async ValueTask DisposeAsync() => await Kill();
}
