using System.Diagnostics;
using Npgsql;

namespace Shuke.Server.Tests;

/// <summary>
/// A PostgreSQL for the tests: the one named by TEST_POSTGRES (./test starts it), each shop in a database of its own.
/// </summary>
public static class Postgres
{
    /// <summary>An Npgsql connection string to a server where databases may be created; null when there is none.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("TEST_POSTGRES");

    public static async Task<string> NewDatabase()
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        await Run($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    public static async Task Drop(string connection)
    {
        var name = new NpgsqlConnectionStringBuilder(connection).Database;
        NpgsqlConnection.ClearAllPools();
        await Run($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A test that runs on each database. Without a PostgreSQL that half fails rather than passing silently.</summary>
public sealed class EachDatabaseAttribute : Xunit.Sdk.DataAttribute
{
    public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
        [
            [Platform.Engine.Sqlite],
            [Platform.Engine.Postgres],
        ];
}
