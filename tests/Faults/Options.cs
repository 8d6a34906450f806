using System.Globalization;

namespace Shuke.Faults;

/// <summary>What is to be broken, how often, and with which seed.</summary>
/// <param name="Verb">faults, races, same or checks</param>
/// <param name="Kinds">server, postgres, network, io, disk; for races C1 ... C9; empty = all</param>
/// <param name="ReadyWithin">seconds a restarted server may take until it answers</param>
/// <param name="Stall">seconds for which a stalled connection hangs</param>
internal sealed record Options(
    string Verb,
    int? Kills,
    IReadOnlyList<string> Databases,
    IReadOnlyList<string> Kinds,
    int Seed,
    double ReadyWithin,
    int Stall,
    bool Keep
)
{
    public const string Usage = """
        faults [--kills N] [--db sqlite|postgres] [--kind server,postgres,network,io,disk] [--seed S] [--ready-within SECONDS] [--stall SECONDS] [--keep]
        races  [--rounds N] [--db sqlite|postgres|postgres3] [--kind C1,C2,C3,C4,C5,C7,C9,naive] [--seed S]
        same   [--rounds N] [--seed S]
        checks
        """;

    public bool On(string database) => Databases.Contains(database, StringComparer.Ordinal);

    public bool Wants(string kind) => Kinds.Count == 0 || Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase);

    public static Options Read(string[] args)
    {
        var verb = args is [var first, ..] && !first.StartsWith("--", StringComparison.Ordinal) ? first : "faults";
        var options = new Options(verb, null, Every, [], Random.Shared.Next(), 5, 3, false);
        for (var i = verb == args.FirstOrDefault() ? 1 : 0; i < args.Length; i++)
            options = args[i] switch
            {
                "--kills" or "--rounds" => options with { Kills = Number(args, ++i) },
                "--db" => options with { Databases = [Database(Text(args, ++i))] },
                "--kind" => options with { Kinds = Text(args, ++i).Split(',') },
                "--seed" => options with { Seed = Number(args, ++i) },
                "--ready-within" => options with { ReadyWithin = Number(args, ++i) },
                "--stall" => options with { Stall = Number(args, ++i) },
                "--keep" => options with { Keep = true },
                var other => throw new ArgumentException($"Unknown option {other}\n{Usage}", nameof(args)),
            };
        return options;
    }

    private static readonly string[] Every = ["sqlite", "postgres", "postgres3"];

    private static string Database(string name) =>
        Every.Contains(name, StringComparer.Ordinal)
            ? name
            : throw new ArgumentException("--db is sqlite, postgres or postgres3", nameof(name));

    private static string Text(string[] args, int i) =>
        i < args.Length ? args[i] : throw new ArgumentException("A value is missing.\n" + Usage, nameof(args));

    private static int Number(string[] args, int i) => int.Parse(Text(args, i), CultureInfo.InvariantCulture);
}

/// <summary>What passed and what failed, said as it happens; the last line is what ./test counts.</summary>
internal sealed class Tally
{
    private int _passed;
    private int _failed;

    public bool AllPassed => _failed == 0;

    public void Check(string what, IReadOnlyCollection<string> wrong)
    {
        if (wrong.Count == 0)
        {
            Interlocked.Increment(ref _passed);
            Console.WriteLine($"  ok    {what}");
            return;
        }
        Interlocked.Increment(ref _failed);
        Console.WriteLine($"  WRONG {what}");
        foreach (var line in wrong.Distinct(StringComparer.Ordinal).Take(20))
            Console.WriteLine($"        {line}");
    }

    /// <summary>What could not be tried on this machine: said loudly, never counted as passed.</summary>
    public static void NotRun(string what, string why) => Console.WriteLine($"  NOT RUN {what}: {why}");

    public int End()
    {
        Console.WriteLine($"\n{_passed} passed, {_failed} failed");
        return _failed == 0 ? 0 : 1;
    }
}
