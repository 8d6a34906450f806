using System.Globalization;

namespace Shuke.Bench;

/// <summary>What is measured, and for how long.</summary>
/// <param name="Quick">the checkouts on PostgreSQL alone, for work on them</param>
/// <param name="Nodes">one program against three on one PostgreSQL alone, with what each part costs</param>
internal sealed record Options(
    int Members,
    int Clients,
    int Seconds,
    bool AsJson,
    int Rounds = 5,
    int SqliteMembers = 100_000,
    bool Quick = false,
    bool Nodes = false
)
{
    public static Options Read(string[] args, int members, int seconds)
    {
        var options = new Options(members, 8, seconds, false);
        for (var i = 0; i < args.Length; i++)
            options = args[i] switch
            {
                "--members" => options with { Members = Number(args, ++i) },
                "--clients" => options with { Clients = Number(args, ++i) },
                "--seconds" => options with { Seconds = Number(args, ++i) },
                "--sqlite-members" => options with { SqliteMembers = Number(args, ++i) },
                "--rounds" => options with { Rounds = Number(args, ++i) },
                "--quick" => options with { Quick = true },
                "--nodes" => options with { Nodes = true },
                "--json" => options with { AsJson = true },
                var other => throw new ArgumentException("Unknown option " + other, nameof(args)),
            };
        return options;
    }

    private static int Number(string[] args, int i) => int.Parse(args[i], CultureInfo.InvariantCulture);
}

/// <summary>Latencies in microseconds, sorted once all are in.</summary>
internal sealed record Latency(int Count, long P50Us, long P99Us, long MaxUs)
{
    public static Latency Of(IEnumerable<long> micros)
    {
        var sorted = micros.Order().ToArray();
        long At(int percent) =>
            sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
        return new(sorted.Length, At(50), At(99), sorted.Length == 0 ? 0 : sorted[^1]);
    }
}

internal sealed record Figures(
    Latency Quote,
    Latency Checkout,
    Latency FindPhone,
    Latency FindTail,
    Latency FindPinyin,
    Latency Home,
    long CheckoutsPerSecond
)
{
    public string Table(Options options, string load)
    {
        string Row(string name, Latency l) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -22}{l.Count, 8:#,0}{l.P50Us / 1000m, 10:0.0}{l.P99Us / 1000m, 10:0.0}{l.MaxUs / 1000m, 10:0.0}\n"
            );
        return string.Create(
                CultureInfo.InvariantCulture,
                $"{options.Members:#,0} members, {options.Clients} clients, {options.Seconds} s, {Environment.ProcessorCount} cores, load average {load}\n"
            )
            + $"{"ms", -22}{"count", 8}{"p50", 10}{"p99", 10}{"max", 10}\n"
            + Row("quote", Quote)
            + Row("checkout", Checkout)
            + Row("find by phone", FindPhone)
            + Row("find by last four", FindTail)
            + Row("find by pinyin", FindPinyin)
            + Row("home page", Home)
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{CheckoutsPerSecond} checkouts a second beside as many quotes"
            );
    }
}
