using Shuke.Faults.Harness;
using Shuke.Faults.Kinds;
using Shuke.Faults.Races;

namespace Shuke.Faults;

/// <summary>What runs for which options, each in a folder of its own that is gone afterwards.</summary>
internal static class Plan
{
    private const int KillsUsual = 10;
    private const int RoundsUsual = 20;
    private const int SameRoundsUsual = 8;

    public static async Task Faults(Options options, Tally tally)
    {
        // Without --kind the kinds share the number as the table of docs/internals/testing.md has it; with it, it is exact.
        var n = options.Kills ?? KillsUsual;
        int Of(int share) => options.Kinds.Count > 0 ? n : Math.Max(n * share / 50, 1);
        var sqlite = options.On("sqlite");
        var postgres = options.On("postgres");
        if (options.Wants("server") && sqlite)
            await In(options, folder => Kills.Server(Engine.Sqlite, Of(50), options, tally, folder));
        if (options.Wants("server") && postgres)
            await In(options, folder => Kills.Server(Engine.Postgres, Of(50), options, tally, folder));
        if (options.Wants("postgres") && postgres)
            await In(options, folder => Kills.Postgres(Of(20), options, tally, folder));
        if (options.Wants("network") && postgres)
            await In(options, folder => Network.Run(Of(50), options, tally, folder));
        if (options.Wants("io") && sqlite)
            await In(options, folder => Disks.Sqlite(Of(30), options, tally, folder));
        if (options.Wants("io") && postgres)
            await In(options, folder => Disks.Postgres(Of(10), options, tally, folder));
        if (options.Wants("disk") && sqlite)
            await In(options, folder => Disks.Full(Of(3), options, tally, folder));
    }

    public static Task Same(Options options, Tally tally) =>
        In(options, folder => Sameness.Run(options.Kills ?? SameRoundsUsual, options, tally, folder));

    public static Task Checks(Options options, Tally tally) =>
        In(options, folder => SelfCheck.Run(options, tally, folder));

    public static async Task Races(Options options, Tally tally)
    {
        foreach (var setup in options.Databases)
            await In(options, folder => Tournament.Run(options.Kills ?? RoundsUsual, setup, options, tally, folder));
        if (options.Wants("naive"))
            await Tournament.Naive(options, tally);
    }

    public static async Task In(Options options, Func<string, Task> work)
    {
        var folder = Directory.CreateTempSubdirectory("shuke-faults-").FullName;
        // PostgreSQL runs as a user of its own and must get at its part of the folder.
        File.SetUnixFileMode(
            folder,
            UnixFileMode.UserRead
                | UnixFileMode.UserWrite
                | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead
                | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead
                | UnixFileMode.OtherExecute
        );
        try
        {
            await work(folder);
        }
        finally
        {
            if (options.Keep)
                Console.WriteLine("  kept: " + folder);
            else
                Directory.Delete(folder, recursive: true);
        }
    }
}
