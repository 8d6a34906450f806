using System.Diagnostics;
using System.Globalization;
using Shuke.Simulation;

// Plays many seeded lives of a shop against the pure core and a store that fails. docs/internals/testing.md explains it.
// Options: --seeds N --ops N --seed S (one life, said step by step where it breaks)
var (seeds, ops, from, one) = (1_000, 1_000, 1, false);
for (var i = 0; i + 1 < args.Length; i += 2)
    (seeds, ops, from, one) = (args[i], int.Parse(args[i + 1], CultureInfo.InvariantCulture)) switch
    {
        ("--seeds", var n) => (n, ops, from, one),
        ("--ops", var n) => (seeds, n, from, one),
        ("--seed", var n) => (1, ops, n, true),
        _ => throw new ArgumentException("Options: --seeds N --ops N --seed S", nameof(args)),
    };

var (passed, failed) = (0, 0);
var (done, refused, unknown, conflicts) = (0L, 0L, 0L, 0L);
var turn = new Lock();
var watch = Stopwatch.StartNew();
Parallel.For(
    from,
    from + seeds,
    seed =>
    {
        string? wrong = null;
        var world = new World(seed);
        try
        {
            var trace = world.Live(ops);
            // Every hundredth life is lived twice: the same seed must be the same life.
            if ((seed % 100 == 0 || one) && new World(seed).Live(ops) != trace)
                wrong = "two lives of the same seed differ";
            if (one)
                Console.WriteLine($"trace {trace}");
        }
        catch (Broken e)
        {
            wrong = e.Message;
        }
        lock (turn)
        {
            (passed, failed) = wrong is null ? (passed + 1, failed) : (passed, failed + 1);
            (done, refused, unknown, conflicts) = (
                done + world.Counts.Done,
                refused + world.Counts.Refused,
                unknown + world.Counts.Unknown,
                conflicts + world.Counts.Conflicts
            );
            if (wrong is not null && failed <= 20)
                Console.WriteLine($"  WRONG seed {seed}, {wrong}");
        }
    }
);
Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{seeds} lives of {ops} steps in {watch.Elapsed.TotalSeconds:0.0} s: {done} done, {refused} refused, {unknown} of unknown outcome, {conflicts} decided in vain"
    )
);

// Each bug put in on purpose must be found within a few lives, or the simulation is blind to it.
foreach (var bug in Enum.GetValues<Bug>().Where(b => b != Bug.None && !one))
{
    string? found = null;
    for (var seed = 1; seed <= 50 && found is null; seed++)
        try
        {
            new World(seed, bug).Live(300);
        }
        catch (Broken e)
        {
            found = string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {e.Message}");
        }
    (passed, failed) = found is null ? (passed, failed + 1) : (passed + 1, failed);
    Console.WriteLine(
        found is null ? $"  WRONG seeded bug {bug} was not found" : $"  ok    seeded bug {bug} is found: {found}"
    );
}
Console.WriteLine($"\n{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;
