using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Shuke.Faults.Harness;

/// <summary>
/// Looks at the database past the program, in one snapshot. On SQLite the connection is read-only and leaves checkpoints
/// to the program: opened only while the program lives, so that it is never the last one to close.
/// </summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction? _transaction;

    private Reader(DbConnection connection, DbTransaction? transaction, Engine engine) =>
        (_connection, _transaction, Engine) = (connection, transaction, engine);

    public Engine Engine { get; }

    /// <summary>For breaking things on purpose: the reader's connection and transaction.</summary>
    public DbConnection Connection => _connection;

    public static async Task<Reader> Sqlite(string data, bool write = false)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(data, "shuke.db"),
                Mode = write ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        await connection.OpenAsync();
        return new(connection, write ? null : connection.BeginTransaction(deferred: true), Engine.Sqlite);
    }

    public static async Task<Reader> Postgres(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return new(
            connection,
            await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead),
            Engine.Postgres
        );
    }

    public async Task<List<object?[]>> Rows(string sql)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = await reader.IsDBNullAsync(i) ? null : reader.GetValue(i);
            rows.Add(row);
        }
        return rows;
    }

    public async Task<List<string>> Texts(string sql) =>
        (await Rows(sql)).ConvertAll(r => Convert.ToString(r[0], System.Globalization.CultureInfo.InvariantCulture)!);

    public async Task<long> Long(string sql) =>
        Convert.ToInt64((await Rows(sql))[0][0] ?? 0L, System.Globalization.CultureInfo.InvariantCulture);

    public async Task Execute(string sql)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync();
    }

    private DbCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
            await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
