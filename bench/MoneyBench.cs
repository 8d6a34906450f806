using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Shuke.Bench;

/// <summary>
/// The money path against the limit of its database: yardsticks and ours in short slices, turn by turn on the same tables,
/// a ratio for each round, the median of the rounds. The first round warms up and does not count.
/// </summary>
internal static class MoneyBench
{
    private sealed record Slice(
        double PerSecond,
        double P50Ms,
        double P99Ms,
        double CpuUs,
        double ServerUs,
        double WalBytes
    );

    public static async Task<int> Run(Options options, Action<string> say)
    {
        var folder = Directory.CreateTempSubdirectory("shuke-bench-").FullName;
        await using var cluster = await Cluster.Start();
        try
        {
            var arguments = Arguments(cluster, "shuke", folder);
            await Preparation.PrepareDatabase(Settings.Read(new Dictionary<string, string>(), arguments));
            var watch = Stopwatch.StartNew();
            var shop = await BulkLoader.Load(arguments, options.Members, say);
            say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Loaded {options.Members:#,0} members in {watch.Elapsed.TotalSeconds:0} s"
                )
            );

            var figures = new Rounds();
            await using (var server = await ServerProcess.Start(arguments))
            {
                var cookie = await Load.SignIn(server.Address);
                var tills = new List<RawTill>();
                for (var i = 0; i < 128; i++)
                    tills.Add(await RawTill.Open(server.Port, shop, cookie, i));
                var yardstick = await Yardstick.Install(cluster, "shuke", shop, folder);
                await Execute(cluster, "CHECKPOINT");
                for (var round = 0; round <= options.Rounds; round++)
                {
                    var (a8, cpuA) = await Measure(cluster, null, () => yardstick.A(8, options.Seconds));
                    var (a16, _) = await Measure(cluster, null, () => yardstick.A(16, options.Seconds));
                    var (b, _) = await Measure(cluster, null, () => yardstick.B(options.Seconds));
                    var at64 = await Ours(cluster, server, tills.Take(64), options, quote: false);
                    var at128 = await Ours(cluster, server, tills, options, quote: false);
                    var at8 = await Ours(cluster, server, tills.Take(8), options, quote: false);
                    var quoted = await Ours(cluster, server, tills.Take(64), options, quote: true);
                    var half = await Ours(cluster, server, tills.Take(64), options, false, at64.PerSecond / 2);
                    var hotA = await yardstick.Hot(64, options.Seconds);
                    var hot = await Ours(cluster, server, tills, options, quote: false, members: 1);
                    if (round == 0)
                        continue;
                    var a = Math.Max(a8, a16);
                    figures.Add("A, checkouts/s", a);
                    figures.Add("B, checkouts/s", b);
                    figures.Add("ours at 8, checkouts/s", at8.PerSecond);
                    figures.Add("ours at 64, checkouts/s", at64.PerSecond);
                    figures.Add("ours at 128, checkouts/s", at128.PerSecond);
                    figures.Add("ours at 64 with a quote before each, checkouts/s", quoted.PerSecond);
                    figures.Add("p50 at 64, ms", at64.P50Ms);
                    figures.Add("p99 at 64, ms", at64.P99Ms);
                    figures.Add("CPU of A, us", cpuA);
                    figures.Add("CPU of ours at 64 (server + PostgreSQL), us", at64.CpuUs);
                    figures.Add("of it the server's, us", at64.ServerUs);
                    figures.Add("hot row one by one, /s", hotA);
                    figures.Add("hot row ours at 128, /s", hot.PerSecond);
                    figures.Goal("G1", at64.PerSecond / a, 1.3, 2.0);
                    figures.Goal("G1 with a quote before each", quoted.PerSecond / a, 0, 0);
                    figures.Goal("G2", at128.PerSecond / a, 1.8, 2.6);
                    figures.Goal("G3", at128.PerSecond / b, 0.5, 0.7);
                    figures.Goal("G5", at64.P99Ms / at64.P50Ms, 4, 3);
                    figures.Goal("G6", half.P99Ms, 20, 8);
                    figures.Goal("G7", hot.PerSecond / hotA, 5, 15);
                    figures.Goal("G8", at64.CpuUs / cpuA, 0.8, 0.5);
                    figures.Goal("G9", at64.WalBytes / 1_000, 3.2, 1.5);
                    say(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"round {round}: A {a:0} B {b:0} ours {at8.PerSecond:0} {at64.PerSecond:0} {at128.PerSecond:0} quoted {quoted.PerSecond:0} p50 {at64.P50Ms:0.0} p99 {at64.P99Ms:0.0} half p99 {half.P99Ms:0.0} cpu {at64.CpuUs:0} (server {at64.ServerUs:0}) of {cpuA:0} wal {at64.WalBytes:0} hot {hot.PerSecond:0} of {hotA:0}"
                        )
                    );
                }
                figures.Add("server memory at most, MB", Proc.PeakMb(server.Id));
            }
            Console.WriteLine(options.AsJson ? figures.Json() : figures.Table());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static List<string> Arguments(Cluster cluster, string database, string folder) =>
        [
            "--data",
            folder,
            "--database",
            cluster.Superuser(database).Replace("=owner", "=shuke_app", StringComparison.Ordinal),
            "--database-owner",
            cluster.Superuser(database),
        ];

    private static async Task<(double PerSecond, double CpuUs)> Measure(
        Cluster cluster,
        ServerProcess? server,
        Func<Task<double>> run
    )
    {
        var before = cluster.CpuMs() + (server is null ? 0 : Proc.CpuMs(server.Id));
        var watch = Stopwatch.StartNew();
        var perSecond = await run();
        var cpu = cluster.CpuMs() + (server is null ? 0 : Proc.CpuMs(server.Id)) - before;
        return (perSecond, cpu * 1_000.0 / (perSecond * watch.Elapsed.TotalSeconds));
    }

    private static async Task<Slice> Ours(
        Cluster cluster,
        ServerProcess server,
        IEnumerable<RawTill> tills,
        Options options,
        bool quote,
        double perSecond = 0,
        int members = 0
    )
    {
        var all = tills.ToList();
        all.ForEach(t => t.Micros.Clear());
        var wal = await Wal(cluster);
        var pace = perSecond == 0 ? 0 : (long)(Stopwatch.Frequency * all.Count / perSecond);
        var serverBefore = Proc.CpuMs(server.Id);
        var (rate, cpu) = await Measure(
            cluster,
            server,
            async () =>
            {
                var began = Stopwatch.GetTimestamp();
                var until = began + options.Seconds * Stopwatch.Frequency;
                await Task.WhenAll(
                    all.Select(t =>
                        Task.Run(() => t.Work(until, members == 0 ? options.Members : members, quote, pace))
                    )
                );
                return all.Sum(t => (long)t.Micros.Count) / Stopwatch.GetElapsedTime(began).TotalSeconds;
            }
        );
        var count = all.Sum(t => (long)t.Micros.Count);
        var latency = Latency.Of(all.SelectMany(t => t.Micros));
        return new(
            rate,
            latency.P50Us / 1_000.0,
            latency.P99Us / 1_000.0,
            cpu,
            (Proc.CpuMs(server.Id) - serverBefore) * 1_000.0 / count,
            (await Wal(cluster) - wal) / count
        );
    }

    private static async Task<double> Wal(Cluster cluster)
    {
        await using var connection = new NpgsqlConnection(cluster.Superuser("shuke"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::FLOAT8",
            connection
        );
        return (double)(await command.ExecuteScalarAsync())!;
    }

    private static async Task Execute(Cluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.Superuser("shuke"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Figures of several rounds: medians with their smallest and largest, and goals with floor and aim.</summary>
internal sealed class Rounds
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly List<(string Name, List<double> Values, double? Floor, double? Aim)> _rows = [];

    public void Add(string name, double value) => Row(name, null, null).Add(value);

    public void Goal(string name, double value, double floor, double aim) => Row(name, floor, aim).Add(value);

    private List<double> Row(string name, double? floor, double? aim)
    {
        foreach (var row in _rows)
            if (row.Name == name)
                return row.Values;
        _rows.Add((name, [], floor, aim));
        return _rows[^1].Values;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    public string Table() =>
        string.Join(
            '\n',
            _rows.Select(r =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{r.Name, -52}{Median(r.Values), 10:0.##} ({r.Values.Min():0.##} to {r.Values.Max():0.##})"
                )
                + (r.Floor is > 0 ? string.Create(CultureInfo.InvariantCulture, $"  floor {r.Floor} aim {r.Aim}") : "")
            )
        );

    public string Json() =>
        JsonSerializer.Serialize(
            _rows.Select(r => new
            {
                goal = r.Name,
                value = Median(r.Values),
                min = r.Values.Min(),
                max = r.Values.Max(),
                floor = r.Floor,
                aim = r.Aim,
            }),
            Indented
        );
}
