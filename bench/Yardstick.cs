using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Npgsql;

namespace Shuke.Bench;

/// <summary>The yardsticks of yardstick.sql, run by pgbench on the same tables.</summary>
internal sealed class Yardstick(Cluster cluster, string database, int members, string folder)
{
    public static async Task<Yardstick> Install(Cluster cluster, string database, BulkShop shop, string folder)
    {
        await using var connection = new NpgsqlConnection(cluster.Superuser(database));
        await connection.OpenAsync();
        using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("yardstick.sql")!);
        await Run(connection, await text.ReadToEndAsync());
        await using (
            var copy = await connection.BeginBinaryImportAsync("COPY bench_member (n, id) FROM STDIN (FORMAT BINARY)")
        )
        {
            for (var i = 0; i < shop.Members.Count; i++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync((long)i, NpgsqlTypes.NpgsqlDbType.Bigint);
                await copy.WriteAsync(shop.Members[i].Value, NpgsqlTypes.NpgsqlDbType.Bigint);
            }
            await copy.CompleteAsync();
        }
        await Run(connection, "VACUUM ANALYZE");
        await File.WriteAllTextAsync(folder + "/a.sql", "\\set m random(0, :members - 1)\nSELECT bench_a(:m);\n");
        await File.WriteAllTextAsync(folder + "/hot.sql", "SELECT bench_a(0, FALSE);\n");
        await File.WriteAllTextAsync(
            folder + "/b.sql",
            "\\set m random(0, :members - 1)\nSELECT bench_b(:m, :members);\n"
        );
        return new(cluster, database, shop.Members.Count, folder);
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>One checkout a transaction; checkouts a second.</summary>
    public Task<double> A(int clients, int seconds) => PgBench("a.sql", clients, seconds);

    /// <summary>Tickets too small to earn on, everybody on one member.</summary>
    public Task<double> Hot(int clients, int seconds) => PgBench("hot.sql", clients, seconds);

    /// <summary>Sixty-four checkouts a transaction; checkouts a second.</summary>
    public async Task<double> B(int seconds) => 64 * await PgBench("b.sql", 2, seconds);

    private async Task<double> PgBench(string script, int clients, int seconds)
    {
        string[] arguments =
        [
            "-h",
            "127.0.0.1",
            "-p",
            cluster.Port.ToString(CultureInfo.InvariantCulture),
            "-U",
            "owner",
            "-n",
            "-M",
            "prepared",
            "-c",
            clients.ToString(CultureInfo.InvariantCulture),
            "-T",
            seconds.ToString(CultureInfo.InvariantCulture),
            "-D",
            "members=" + members.ToString(CultureInfo.InvariantCulture),
            "-f",
            Path.Combine(folder, script),
            database,
        ];
        using var process = Process.Start(
            new ProcessStartInfo(cluster.PgBench, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = output.Split('\n').FirstOrDefault(l => l.StartsWith("tps = ", StringComparison.Ordinal));
        return line is null
            ? throw new InvalidOperationException(output + await errors)
            : double.Parse(line["tps = ".Length..].Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
