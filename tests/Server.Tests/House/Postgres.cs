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

    /// <summary>The role the program runs as: it owns nothing. Made by <c>prepare-database</c>, as an operator does it.</summary>
    public const string Role = "shuke_app";

    /// <summary>A new database, prepared; answers the connection string of the program's role.</summary>
    public static async Task<string> NewDatabase()
    {
        var connection = For("t" + Guid.NewGuid().ToString("N"));
        await Platform.Preparation.PrepareDatabase(
            Platform.Settings.Read(
                new Dictionary<string, string>(),
                ["--database", connection, "--database-owner", Owner(connection)]
            )
        );
        return connection;
    }

    private static string For(string database) =>
        new NpgsqlConnectionStringBuilder(Server)
        {
            Database = database,
            Username = Role,
            MaxPoolSize = 20,
        }.ToString();

    /// <summary>The same database as its owner sees it: for migrating, and for tests that do what nobody may.</summary>
    public static string Owner(string connection) =>
        new NpgsqlConnectionStringBuilder(Server)
        {
            Database = new NpgsqlConnectionStringBuilder(connection).Database,
            Pooling = false,
        }.ToString();

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
        return For(name);
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
