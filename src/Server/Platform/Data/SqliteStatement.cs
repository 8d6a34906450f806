using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Shuke.Server.Platform;

/// <summary>
/// A prepared statement of the single writer, run for row after row without a box or a reader in between. Values are stored
/// as Microsoft.Data.Sqlite stores them: a date as yyyy-MM-dd, true as 1.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _places;

    /// <param name="names">the parameters in the order of the columns that are bound</param>
    public SqliteStatement(SqliteConnection connection, string sql, IReadOnlyList<string> names)
    {
        _db = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_db, sql, out _statement), _db);
        _places = [.. names.Select(n => raw.sqlite3_bind_parameter_index(_statement, n))];
    }

    public void Bind<TValue>(int column, TValue value)
    {
        var at = _places[column];
        var result = value switch
        {
            null => raw.sqlite3_bind_null(_statement, at),
            long number => raw.sqlite3_bind_int64(_statement, at, number),
            string text => raw.sqlite3_bind_text(_statement, at, text),
            bool yes => raw.sqlite3_bind_int(_statement, at, yes ? 1 : 0),
            DateOnly day => raw.sqlite3_bind_text(
                _statement,
                at,
                day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            ),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, at, bytes),
            _ => throw new InvalidOperationException("No SQL form for " + typeof(TValue)),
        };
        SqliteException.ThrowExceptionForRC(result, _db);
    }

    /// <summary>Runs it with the values bound last; answers how many rows it touched.</summary>
    public int Run()
    {
        var result = raw.sqlite3_step(_statement);
        // Resetting a statement that failed answers the failure once more, in full.
        var again = raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(again == raw.SQLITE_OK ? result : again, _db);
        return raw.sqlite3_changes(_db);
    }

    public void Dispose() => _statement.Dispose();
}
