using System.Diagnostics;
using System.Globalization;

namespace Shuke.Bench;

/// <summary>How long the proof of a whole ledger takes: a million entries, by the command a shop would type.</summary>
internal static class VerifyBench
{
    private const int EntriesOfMember = 6;

    public static async Task<int> Run(int members, Action<string> say)
    {
        var folder = Directory.CreateTempSubdirectory("shuke-bench-").FullName;
        try
        {
            await BulkLoader.Load(["--data", folder], members, say);
            var watch = Stopwatch.StartNew();
            var start = new ProcessStartInfo(
                "dotnet",
                [Path.Combine(AppContext.BaseDirectory, "Shuke.Server.dll"), "verify", "--data", folder]
            )
            {
                UseShellExecute = false,
            };
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{members * EntriesOfMember:#,0} entries in {watch.Elapsed.TotalSeconds:0.0} s, start of the program included"
                )
            );
            return process.ExitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
