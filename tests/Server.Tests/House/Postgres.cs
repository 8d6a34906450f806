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

    /// <summary>A copy of a database nobody is connected to; far quicker than making a shop anew.</summary>
    public static async Task<string> CopyDatabase(string original)
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        await CopyTurn.WaitAsync();
        try
        {
            await Run($"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(original).Database}");
        }
        finally
        {
            CopyTurn.Release();
        }
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    /// <summary>Ends the connections to a database that is to be copied.</summary>
    public static Task Release(string connection) =>
        Run(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(connection).Database}'"
        );

    public static Task Drop(string connection) =>
        Run($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");

    private static readonly SemaphoreSlim CopyTurn = new(1, 1);

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
