using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Shuke.Bench;
using Shuke.Server;

if (args is ["pricing", ..])
    return PricingBench.Run(args[1..]);

// Loads a shop, serves it in a process of its own, measures, and proves that no fen was lost on the way.
if (args is ["serve-unchained", ..])
    return await Verbs.Run(
        "serve",
        Settings.Read(new Dictionary<string, string>(), args[1..]),
        new TestSwitches { NoHashChain = true }
    );
if (args is ["verify", ..])
    return await VerifyBench.Run(
        Options.Read(args[1..], members: 170_000, seconds: 0).Members,
        Console.Error.WriteLine
    );
if (args is ["till-quote", ..])
    return await TillQuoteBench.Run(args[1..], Console.Error.WriteLine);
if (args is not ["till", ..])
    return await new MoneyBench(Options.Read(args, members: 1_000_000, seconds: 4), Console.Error.WriteLine).Run();
var options = Options.Read(args[1..], members: 100_000, seconds: 20);
var folder = Directory.CreateTempSubdirectory("shuke-bench-").FullName;
try
{
    void Say(string text) => Console.Error.WriteLine(text);
    var watch = Stopwatch.StartNew();
    var shop = await Loader.Load(folder, options.Members, Say);
    Say(
        string.Create(
            CultureInfo.InvariantCulture,
            $"Loaded {options.Members:#,0} members in {watch.Elapsed.TotalSeconds:0} s"
        )
    );

    Figures figures;
    await using (var server = await ServerProcess.Start("--data", folder))
        figures = await Load.Run(server.Address, shop, options);
    var broken = await Conservation.Broken(folder);
    var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "";
    Console.WriteLine(
        options.AsJson
            ? JsonSerializer.Serialize(
                new
                {
                    options.Members,
                    options.Clients,
                    options.Seconds,
                    processors = Environment.ProcessorCount,
                    loadAverage = load,
                    figures,
                    conserved = broken.Count == 0,
                },
                new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true }
            )
            : figures.Table(options, load)
    );
    foreach (var line in broken)
        Console.Error.WriteLine("NOT CONSERVED: " + line);
    return broken.Count == 0 ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
