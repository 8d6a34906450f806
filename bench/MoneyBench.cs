using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Shuke.Bench;

/// <summary>
/// The money path against the limit of its database: yardsticks and ours in short slices, turn by turn on the same tables,
/// a ratio for each round, the median of the rounds. The first round warms up and does not count. At the end accounts, lots,
/// entries, orders, payments and facts are added up, and must agree whatever the speed.
/// </summary>
internal sealed class MoneyBench(Options options, Action<string> say)
{
    private const int Tills = 128;
    private const int SmallMembers = 10_000;
    private const int WarmUpSlices = 6;
    private const int LogGb = 8;

    private readonly Rounds _figures = new();

    public async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("shuke-bench-").FullName;
        await using var cluster = await Cluster.Start();
        try
        {
            await using var large = await Target.Postgres(cluster, "large", options.Members, folder, say);
            if (options.Quick)
            {
                await cluster.MakeLog(LogGb / 2, say);
                await Night(large);
                await WarmUp((large, large.Tills, null));
                await Rounds(round => Checkouts(large, round));
                return await End(large);
            }
            if (options.Nodes)
            {
                await cluster.MakeLog(LogGb / 2, say);
                await Night(large);
                await Nodes(large);
                return await End(large);
            }
            await using var small = await Target.Postgres(cluster, "small", SmallMembers, folder, say);
            await using var sqlite = await Target.Sqlite(options.SqliteMembers, folder, say);
            await cluster.MakeLog(LogGb, say);
            await Night(large, small, sqlite);
            var three = new List<RawTill>();
            await using var second = await ServerProcess.Start(large.Arguments);
            await using var third = await ServerProcess.Start(large.Arguments);
            await using var bare = await ServerProcess.StartUnchained(large.Arguments);
            three.AddRange(large.Tills.Take(22));
            three.AddRange(await Target.Open(second, large.Shop, 21));
            three.AddRange(await Target.Open(third, large.Shop, 21));
            // What the chain costs two programs tell that are alike in all else, also in how long they have been idle.
            var (chained, unchained) = (
                await Target.Open(second, large.Shop, 64),
                await Target.Open(bare, large.Shop, 64)
            );
            await WarmUp(
                (large, large.Tills, null),
                (large, [.. three.Skip(22).Take(21)], second),
                (large, [.. three.Skip(43)], third),
                (large, unchained, bare),
                (large, chained, second),
                (small, small.Tills, null),
                (sqlite, sqlite.Tills, null)
            );
            await Rounds(async counts =>
            {
                await Checkouts(large, counts);
                var one = await Settled(large, large.Tills.Take(64));
                // There and back, as below for the chain.
                var all = await Settled(large, three);
                var all2 = await Settled(large, three);
                var one2 = await Settled(large, large.Tills.Take(64));
                var whole = (all.PerSecond + all2.PerSecond) / (one.PerSecond + one2.PerSecond);
                Goal(counts, "G15", whole, 0.95, null);
                Note(counts, "idle with three programs, share of all cores", all.Idle);
                var few = await Settled(small, small.Tills.Take(64));
                Goal(counts, "G13", one.PerSecond / few.PerSecond, 0.7, 0.85);
                Goal(counts, "hash chain, share of throughput it costs", await Chain(), null, null);
                await Embedded(sqlite, counts);
            });
            return await End(large, small, sqlite);

            async Task<double> Chain()
            {
                // There and back: whoever comes first in one half comes last in the other.
                var with = await Settled(large, chained, second);
                var without = await Settled(large, unchained, bare);
                var without2 = await Settled(large, unchained, bare);
                var with2 = await Settled(large, chained, second);
                return 1 - (with.PerSecond + with2.PerSecond) / (without.PerSecond + without2.PerSecond);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>As many tills at three programs as at one, and where the time goes.</summary>
    private async Task Nodes(Target large)
    {
        await using var second = await ServerProcess.Start(large.Arguments);
        await using var third = await ServerProcess.Start(large.Arguments);
        ServerProcess[] programs = [large.Server!, second, third];
        var tills = new[]
        {
            large.Tills,
            await Target.Open(second, large.Shop, 64),
            await Target.Open(third, large.Shop, 64),
        };
        await WarmUp((large, tills[0], null), (large, tills[1], second), (large, tills[2], third));
        await Rounds(async counts =>
        {
            await large.TidyUp();
            foreach (var count in (int[])[64, 128])
            {
                var one = await Settled(large, tills[0].Take(count));
                var three = await Settled(
                    large,
                    [
                        .. tills[0].Take(count - 2 * (count / 3)),
                        .. tills[1].Take(count / 3),
                        .. tills[2].Take(count / 3),
                    ],
                    programs
                );
                Goal(counts, $"G15 with {count} tills", three.PerSecond / one.PerSecond, 0.95, null);
                foreach (var (name, slice) in new[] { ("one", one), ("three", three) })
                {
                    Note(counts, $"{name}, {count}: checkouts/s", slice.PerSecond);
                    Note(counts, $"{name}, {count}: PostgreSQL, us", slice.CpuUs - slice.ServerUs);
                    Note(counts, $"{name}, {count}: programs, us", slice.ServerUs);
                    Note(counts, $"{name}, {count}: the load's own, us", slice.LoadUs);
                    Note(counts, $"{name}, {count}: idle, share of all cores", slice.Idle);
                    Note(counts, $"{name}, {count}: checkouts a transaction", slice.ATransaction);
                }
            }
        });
    }

    private async Task Night(params Target[] targets)
    {
        var watch = Stopwatch.StartNew();
        foreach (var target in targets)
        {
            await target.Night();
            _figures.Add($"server memory after the night's jobs, {target.Name}, MB", Proc.PeakMb(target.Server!.Id));
        }
        say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"the night's jobs are done after {watch.Elapsed.TotalSeconds:0} s"
            )
        );
    }

    /// <summary>Every server has served for a while before anything counts: a shop's program runs all day.</summary>
    private async Task WarmUp(params (Target On, IReadOnlyList<RawTill> Tills, ServerProcess? Server)[] servers)
    {
        foreach (var (on, tills, server) in servers)
            for (var i = 0; i < WarmUpSlices; i++)
                await on.Measure(tills, options, quote: i % 2 == 0, servers: server is null ? [] : [server]);
    }

    /// <summary>A program that has been idle for a minute is slow at first: of two slices the second counts.</summary>
    private async Task<Slice> Settled(Target on, IEnumerable<RawTill> tills, params ServerProcess[] servers)
    {
        var all = tills.ToList();
        await on.Measure(all, options, servers: servers);
        return await on.Measure(all, options, servers: servers);
    }

    private async Task Rounds(Func<bool, Task> measure)
    {
        for (var round = 0; round <= options.Rounds; round++)
        {
            await measure(round > 0);
            say(string.Create(CultureInfo.InvariantCulture, $"round {round} of {options.Rounds} done"));
        }
    }

    /// <summary>Memory, then - with nobody at work any more - whether everything still adds up.</summary>
    private async Task<int> End(params Target[] targets)
    {
        foreach (var target in targets)
        {
            _figures.Add($"server memory at most, {target.Name}, MB", Proc.PeakMb(target.Server!.Id));
            await target.Server.DisposeAsync();
        }
        if (!options.AsJson)
            Console.WriteLine(_figures.Table());
        var broken = new List<string>();
        foreach (var target in targets)
            broken.AddRange(await target.Broken());
        if (options.AsJson)
            Console.WriteLine(_figures.Json(broken.Count == 0));
        foreach (var line in broken)
            await Console.Error.WriteLineAsync("NOT CONSERVED: " + line);
        return broken.Count == 0 ? 0 : 1;
    }

    private double _a;

    private async Task Checkouts(Target large, bool counts)
    {
        // What the neighbours' slices have written is on the disk before this one's commits wait for it.
        using (var sync = Process.Start("sync"))
            await sync.WaitForExitAsync();
        var yardstick = large.Yardstick!;
        var (a8, cpu8) = await large.Cpu(() => yardstick.A(8, options.Seconds));
        var (a16, cpu16) = await large.Cpu(() => yardstick.A(16, options.Seconds));
        var (b, _) = await large.Cpu(() => yardstick.B(options.Seconds));
        await large.TidyUp();
        (_a, var cpuA) = a8 > a16 ? (a8, cpu8) : (a16, cpu16);
        var at8 = await large.Measure(large.Tills.Take(8), options);
        var at64 = await large.Measure(large.Tills.Take(64), options);
        var at128 = await large.Measure(large.Tills, options);
        var quoted = await large.Measure(large.Tills.Take(64), options, quote: true);
        var half = await large.Measure(large.Tills.Take(64), options, perSecond: at64.PerSecond / 2);
        var hotA = await yardstick.Hot(64, options.Seconds);
        await large.TidyUp();
        var hot = await large.Measure(large.Tills, options, members: 1);

        Goal(counts, "G1", at64.PerSecond / _a, 1.3, 2.0);
        Goal(counts, "G2", at128.PerSecond / _a, 1.8, 2.6);
        Goal(counts, "G3", at128.PerSecond / b, 0.5, 0.7);
        Goal(counts, "G5", at64.P99Ms / at64.P50Ms, 4, 3);
        Goal(counts, "G6", half.P99Ms, 20, 8);
        Goal(counts, "G7", hot.PerSecond / hotA, 5, 15);
        Goal(counts, "G8", at64.CpuUs / cpuA, 0.8, 0.5);
        Goal(counts, "G9", at64.WalBytes / 1_000, 3.2, 1.5);
        Note(counts, "A, checkouts/s", _a);
        Note(counts, "B, checkouts/s", b);
        Note(counts, "ours at 8 connections, checkouts/s", at8.PerSecond);
        Note(counts, "ours at 64, checkouts/s", at64.PerSecond);
        Note(counts, "ours at 128, checkouts/s", at128.PerSecond);
        Note(counts, "ours at 64 with a quote before each, checkouts/s", quoted.PerSecond);
        Note(counts, "ours at 64 with a quote before each / A", quoted.PerSecond / _a);
        Note(counts, "p50 at 64, ms", at64.P50Ms);
        Note(counts, "p99 at 64, ms", at64.P99Ms);
        Note(counts, "p50 at half load, ms", half.P50Ms);
        Note(counts, "CPU of A, us", cpuA);
        Note(counts, "CPU of ours at 64 (server + PostgreSQL), us", at64.CpuUs);
        Note(counts, "of it the server's, us", at64.ServerUs);
        Note(counts, "the load's own at 64, us", at64.LoadUs);
        Note(counts, "idle at 64, share of all cores", at64.Idle);
        Note(counts, "CPU of ours at 128 (server + PostgreSQL), us", at128.CpuUs);
        Note(counts, "of it the server's at 128, us", at128.ServerUs);
        Note(counts, "the load's own at 128, us", at128.LoadUs);
        Note(counts, "idle at 128, share of all cores", at128.Idle);
        Note(counts, "WAL with full pages, kB", at64.WalFullBytes / 1_000);
        Note(counts, "one hot member one by one, /s", hotA);
        Note(counts, "one hot member ours at 128, /s", hot.PerSecond);
    }

    private async Task Embedded(Target sqlite, bool counts)
    {
        var at64 = await Settled(sqlite, sqlite.Tills.Take(64));
        Goal(counts, "G4", at64.PerSecond / _a, 1.0, 2.0);
        Note(counts, "SQLite at 64, checkouts/s", at64.PerSecond);
        Note(counts, "SQLite p99 at 64, ms", at64.P99Ms);
        Note(counts, "SQLite CPU of the server, us", at64.ServerUs);
    }

    private void Goal(bool counts, string name, double value, double? floor, double? aim)
    {
        if (counts)
            _figures.Goal(name, value, floor, aim);
    }

    private void Note(bool counts, string name, double value)
    {
        if (counts)
            _figures.Add(name, value);
    }
}

/// <summary>What one slice showed.</summary>
/// <param name="LoadUs">CPU of the tills themselves, which take the same cores</param>
/// <param name="Idle">what nobody used of all cores, 0 to 1</param>
/// <param name="WalBytes">records alone, as in the steady state; full pages are those that follow a checkpoint</param>
/// <param name="ATransaction">checkouts for each transaction of the database, those of the pump included</param>
internal sealed record Slice(
    double PerSecond,
    double P50Ms,
    double P99Ms,
    double CpuUs,
    double ServerUs,
    double LoadUs,
    double Idle,
    double WalBytes,
    double WalFullBytes,
    double ATransaction
);

/// <summary>A loaded shop with a server on it and its tills open.</summary>
internal sealed class Target : IAsyncDisposable
{
    private readonly Cluster? _cluster;
    private readonly string _database;

    private Target(Cluster? cluster, string database, List<string> arguments, BulkShop shop) =>
        (_cluster, _database, Arguments, Shop) = (cluster, database, arguments, shop);

    public string Name => _database;
    public List<string> Arguments { get; }
    public BulkShop Shop { get; }
    public ServerProcess? Server { get; private set; }
    public List<RawTill> Tills { get; private set; } = [];
    public Yardstick? Yardstick { get; private set; }

    public static async Task<Target> Postgres(
        Cluster cluster,
        string database,
        int members,
        string folder,
        Action<string> say
    )
    {
        List<string> arguments =
        [
            "--data",
            Directory.CreateDirectory(Path.Combine(folder, database)).FullName,
            "--database",
            cluster.Superuser(database).Replace("=owner", "=shuke_app", StringComparison.Ordinal),
            "--database-owner",
            cluster.Superuser(database),
        ];
        await Preparation.PrepareDatabase(Settings.Read(new Dictionary<string, string>(), arguments));
        var target = await Load(cluster, database, arguments, members, say);
        target.Yardstick = await Yardstick.Install(cluster, database, target.Shop, arguments[1]);
        await target.Execute("CHECKPOINT");
        return target;
    }

    public static Task<Target> Sqlite(int members, string folder, Action<string> say) =>
        Load(null, "SQLite", ["--data", Path.Combine(folder, "sqlite")], members, say);

    private static async Task<Target> Load(
        Cluster? cluster,
        string database,
        List<string> arguments,
        int members,
        Action<string> say
    )
    {
        var watch = Stopwatch.StartNew();
        var shop = await BulkLoader.Load(arguments, members, say);
        var target = new Target(cluster, database, arguments, shop) { Server = await ServerProcess.Start(arguments) };
        target.Tills = await Open(target.Server, shop, 128);
        say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{database}: loaded {members:#,0} members in {watch.Elapsed.TotalSeconds:0} s"
            )
        );
        return target;
    }

    public static async Task<List<RawTill>> Open(ServerProcess server, BulkShop shop, int count)
    {
        var cookie = await Bench.Load.SignIn(server.Address);
        var tills = new List<RawTill>();
        for (var i = 0; i < count; i++)
            tills.Add(await RawTill.Open(server.Port, shop, cookie, i));
        return tills;
    }

    /// <summary>What a run costs on the database's side, us of CPU for each checkout.</summary>
    public async Task<(double PerSecond, double CpuUs)> Cpu(Func<Task<double>> run)
    {
        var (before, watch) = (_cluster!.CpuMs(), Stopwatch.StartNew());
        var perSecond = await run();
        return (perSecond, (_cluster.CpuMs() - before) * 1_000.0 / (perSecond * watch.Elapsed.TotalSeconds));
    }

    /// <param name="perSecond">0 = as fast as answers come</param>
    /// <param name="members">0 = all; 1 = everybody on one</param>
    public async Task<Slice> Measure(
        IEnumerable<RawTill> tills,
        Options options,
        bool quote = false,
        double perSecond = 0,
        int members = 0,
        params ServerProcess[] servers
    )
    {
        if (servers is [])
            servers = [Server!];
        var all = tills.ToList();
        all.ForEach(t => t.Micros.Clear());
        var pace = perSecond == 0 ? 0 : (long)(Stopwatch.Frequency * all.Count / perSecond);
        var from = _cluster is null ? "" : await Lsn();
        var (cluster, own) = (_cluster?.CpuMs() ?? 0, servers.Sum(s => Proc.CpuMs(s.Id)));
        var transactions = _cluster is null ? 0 : await Transactions();
        var (load, idle) = (Environment.CpuUsage.TotalTime, Proc.IdleMs());
        var began = Stopwatch.GetTimestamp();
        var until = began + options.Seconds * Stopwatch.Frequency;
        await Task.WhenAll(
            all.Select(t => Task.Run(() => t.Work(until, members == 0 ? Shop.Members.Count : members, quote, pace)))
        );
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        (cluster, own) = ((_cluster?.CpuMs() ?? 0) - cluster, servers.Sum(s => Proc.CpuMs(s.Id)) - own);
        (load, idle) = (Environment.CpuUsage.TotalTime - load, Proc.IdleMs() - idle);
        var (records, full) = _cluster is null ? (0, 0) : await _cluster.Wal(from, await Lsn());
        var latency = Latency.Of(all.SelectMany(t => t.Micros));
        double count = latency.Count;
        await Drain();
        transactions = _cluster is null ? 0 : await Transactions() - transactions;
        return new(
            count / seconds,
            latency.P50Us / 1_000.0,
            latency.P99Us / 1_000.0,
            (cluster + own) * 1_000 / count,
            own * 1_000 / count,
            load.TotalMicroseconds / count,
            idle / (seconds * 1_000 * Environment.ProcessorCount),
            records / count,
            (records + full) / count,
            transactions == 0 ? 0 : count / transactions
        );
    }

    /// <summary>The yardstick's facts are done, and what autovacuum would do in a shop's slower day is done at once.</summary>
    public async Task TidyUp()
    {
        await Execute("UPDATE outbox SET done_at = at WHERE done_at IS NULL AND next_at = 32503680000000");
        await Execute("VACUUM (ANALYZE) outbox, book, lot, bench_account, bench_lot, member_tier");
    }

    /// <summary>What this slice left for the outbox is carried before the next begins, so that nobody pays for a neighbour.</summary>
    private async Task Drain()
    {
        for (var i = 0; i < 600; i++, await Task.Delay(100))
            if (await Waiting() == 0)
                return;
        throw new InvalidOperationException("The outbox is not carried a minute after the load.");
    }

    /// <summary>
    /// The night's jobs - sealing, verifying, reviewing - begin a minute after the program starts, where three in the
    /// morning is past. They are let through first: their memory counts, their time is not that of the tills.
    /// </summary>
    public async Task Night()
    {
        static bool IsPastThree() =>
            TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Shanghai").Hour >= 3;

        while (IsPastThree() && await Number("SELECT COUNT(*) FROM nightly") == 0)
            await Task.Delay(500);
        while (await Number("SELECT COUNT(*) FROM job WHERE state IN ('waiting', 'running')") > 0)
            await Task.Delay(500);
        await Drain();
        // The server hangs up on whoever has said nothing for two minutes.
        foreach (var till in Tills)
            await till.DisposeAsync();
        Tills = await Open(Server!, Shop, Tills.Count);
    }

    private Task<long> Waiting() =>
        Number("SELECT COUNT(*) FROM outbox WHERE done_at IS NULL AND next_at < 32503680000000");

    private Task<long> Transactions() =>
        Number("SELECT xact_commit FROM pg_stat_database WHERE datname = CURRENT_DATABASE()");

    private async Task<long> Number(string sql)
    {
        if (_cluster is not null)
            return (long)(await Scalar(sql))!;
        // Beside the server, and reading only: a second connection that may write could start a checkpoint.
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(Path.GetFullPath(Arguments[1]), "shuke.db")};Mode=ReadOnly;Pooling=False"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Rules that do not hold any more.</summary>
    public async Task<IReadOnlyList<string>> Broken()
    {
        if (_cluster is null)
            return await Conservation.Broken(Path.GetFullPath(Arguments[1]));
        var broken = new List<string>();
        await using var connection = new NpgsqlConnection(_cluster.Superuser(_database));
        await connection.OpenAsync();
        foreach (var (rule, sql) in Conservation.Rules(yardsticks: true))
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
            if ((long)(await command.ExecuteScalarAsync())! is > 0 and var rows)
                broken.Add($"{_database}: {rule}: {rows} rows");
        }
        return broken;
    }

    private async Task<string> Lsn() => (string)(await Scalar("SELECT pg_current_wal_flush_lsn()::TEXT"))!;

    private async Task<object?> Scalar(string sql)
    {
        await using var connection = new NpgsqlConnection(_cluster!.Superuser(_database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(_cluster!.Superuser(_database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var till in Tills)
            await till.DisposeAsync();
        if (Server is not null)
            await Server.DisposeAsync();
    }
}
