using System.Runtime.Versioning;
using Shuke.Faults;

// Breaks the real program on purpose and asks afterwards whether anything was lost or doubled. docs/internals/testing.md explains it.
[assembly: SupportedOSPlatform("linux")]

Options options;
try
{
    options = Options.Read(args);
}
catch (ArgumentException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
Console.WriteLine($"seed {options.Seed}");
var tally = new Tally();
await (
    options.Verb switch
    {
        "faults" => Plan.Faults(options, tally),
        "checks" => Plan.Checks(options, tally),
        "same" => Plan.Same(options, tally),
        "races" => Plan.Races(options, tally),
        _ => throw new InvalidOperationException("Unknown command.\n" + Options.Usage),
    }
);
return tally.End();
