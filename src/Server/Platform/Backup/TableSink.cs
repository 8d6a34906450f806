using Npgsql;
using NpgsqlTypes;

namespace Shuke.Server.Platform;

/// <summary>Where copied rows go: PostgreSQL's binary COPY as the tables' owner, or SQLite's one writer.</summary>
internal static class TableSink
{
    /// <summary>Copies rows into a table; answers how many. The transaction is the caller's.</summary>
    public static async Task<long> Copy(
        NpgsqlConnection to,
        string table,
        IReadOnlyList<Column> columns,
        IAsyncEnumerable<object?[]> rows
    )
    {
        var names = string.Join(", ", columns.Select(c => Walls.Quoted(c.Name)));
        await using var copy = await to.BeginBinaryImportAsync(
            $"COPY {Walls.Quoted(table)} ({names}) FROM STDIN (FORMAT BINARY)"
        );
        await foreach (var row in rows)
        {
            await copy.StartRowAsync();
            for (var i = 0; i < row.Length; i++)
                switch (row[i])
                {
                    case null:
                        await copy.WriteNullAsync();
                        break;
                    case long number:
                        await copy.WriteAsync(number, NpgsqlDbType.Bigint);
                        break;
                    case bool flag:
                        await copy.WriteAsync(flag, NpgsqlDbType.Boolean);
                        break;
                    case DateOnly day:
                        await copy.WriteAsync(day, NpgsqlDbType.Date);
                        break;
                    case byte[] bytes:
                        await copy.WriteAsync(bytes, NpgsqlDbType.Bytea);
                        break;
                    case string text:
                        await copy.WriteAsync(text, NpgsqlDbType.Text);
                        break;
                }
        }
        return (long)await copy.CompleteAsync();
    }

    /// <summary>The same into SQLite, one prepared statement.</summary>
    public static async Task<long> Copy(Tx to, string table, IReadOnlyList<Column> columns, IEnumerable<object?[]> rows)
    {
        string[] names = [.. columns.Select((_, i) => "c" + i)];
        var command = to.Session.Command(
            SqlPlan.Fixed(
                $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", names.Select(n => "@" + n))})",
                names,
                [.. columns.Select(_ => typeof(string))]
            )
        );
        var count = 0L;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
            count++;
        }
        return count;
    }
}
