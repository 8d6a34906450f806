using System.Reflection;
using Npgsql;

namespace Shuke.Server.Platform;

/// <summary>Names the table whose columns a record's properties are, in snake_case.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class TableAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>A statement that writes any number of rows of one record type at once, worked out from its properties.</summary>
internal sealed class RowStatement<T>
{
    private readonly Column<T>[] _columns;
    private readonly string _many;
    private readonly string _one;
    private readonly string[] _names;
    private readonly string? _rowsOf;
    private Layout? _layout;

    /// <param name="rowsOf">the table whose rows the one parameter of <paramref name="many"/> holds; null = an array for each column</param>
    private RowStatement(Column<T>[] columns, string many, string one, string? rowsOf)
    {
        (_columns, _many, _one, _rowsOf) = (columns, many, one, rowsOf);
        _names = [.. columns.Select(c => "@" + c.Name)];
    }

    public static RowStatement<T> Insert(string table, Column<T>[] columns)
    {
        var names = string.Join(", ", columns.Select(c => c.Name));
        return new(
            columns,
            $"INSERT INTO {table} ({names}) SELECT {string.Join(", ", columns.Select(c => "u." + c.Name))} FROM unnest($1::{table}[]) u",
            $"INSERT INTO {table} ({names}) VALUES ({string.Join(", ", columns.Select(c => "@" + c.Name))})",
            table
        );
    }

    /// <summary>Inserts, or sets the named columns where the key is there already.</summary>
    public static RowStatement<T> Upsert(
        string table,
        Column<T>[] columns,
        IReadOnlyList<string> keys,
        IReadOnlyList<string> sets
    )
    {
        return Insert(
            table,
            columns,
            $"ON CONFLICT ({string.Join(", ", keys)}) DO UPDATE SET {string.Join(", ", sets.Select(s => $"{s} = excluded.{s}"))}"
        );
    }

    /// <summary>Inserts, and says in its own words what happens where a row is there already.</summary>
    public static RowStatement<T> Insert(string table, Column<T>[] columns, string onConflict)
    {
        var insert = Insert(table, columns);
        return new(columns, $"{insert._many} {onConflict}", $"{insert._one} {onConflict}", table);
    }

    /// <summary>Sets the columns that are neither key nor guard, where the key matches and the guard condition holds.</summary>
    /// <param name="guard">a condition over the row (t) and the new values (u); null = none</param>
    public static RowStatement<T> Update(
        string table,
        Column<T>[] columns,
        IReadOnlyList<string> keys,
        IReadOnlyList<string> sets,
        string? guard
    )
    {
        var many = string.Join(" AND ", keys.Select(k => $"t.{k} = u.{k}"));
        var one = string.Join(" AND ", keys.Select(k => $"{k} = @{k}"));
        if (guard is not null)
        {
            many += " AND " + guard;
            one +=
                " AND "
                + guard.Replace("t.", "", StringComparison.Ordinal).Replace("u.", "@", StringComparison.Ordinal);
        }
        return new(
            columns,
            $"UPDATE {table} t SET {string.Join(", ", sets.Select(s => $"{s} = u.{s}"))} "
                + $"FROM unnest({Arrays(columns)}) u({string.Join(", ", columns.Select(c => c.Name))}) WHERE {many}",
            $"UPDATE {table} SET {string.Join(", ", sets.Select(s => $"{s} = @{s}"))} WHERE {one}",
            rowsOf: null
        );
    }

    /// <summary>
    /// PostgreSQL: one statement whose parameter is rows of its table, or whose parameters are one array for each column;
    /// by place, so that the driver need not look for names.
    /// </summary>
    public NpgsqlBatchCommand Many(IReadOnlyList<T> rows, RowTypes types)
    {
        var command = new NpgsqlBatchCommand(_many);
        if (_rowsOf is null)
            foreach (var column in _columns)
                command.Parameters.Add(column.Parameter(rows));
        else
            command.Parameters.Add(new NpgsqlParameter<PgRows> { TypedValue = LayoutOf(types.Of(_rowsOf)).Rows(rows) });
        return command;
    }

    private Layout LayoutOf(RowType type) =>
        _layout is { } known && known.Type == type ? known : _layout = new(type, _columns);

    /// <summary>Which column of the record stands where in the database's row; null where the record has none.</summary>
    private sealed class Layout(RowType type, Column<T>[] columns)
    {
        private readonly Column<T>?[] _places =
        [
            .. type.Columns.Select(c => Array.Find(columns, own => own.Name == c.Name)),
        ];

        public RowType Type => type;

        public PgRows Rows(IReadOnlyList<T> rows)
        {
            var all = new PgRows(type, rows.Count);
            foreach (var row in rows)
            {
                all.Begin();
                for (var i = 0; i < _places.Length; i++)
                    if (_places[i] is { } column)
                        column.Put(all, row, type.Columns[i].Type);
                    else
                        all.Skip(type.Columns[i].Type);
            }
            return all;
        }
    }

    /// <summary>SQLite: one prepared statement, row by row; answers the rows it touched.</summary>
    public int Each(DbSession session, IReadOnlyList<T> rows)
    {
        var statement = ((SqliteSession)session).Statement(_one, _names);
        var touched = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < _columns.Length; i++)
                _columns[i].Bind(statement, i, row);
            touched += statement.Run();
        }
        return touched;
    }

    private static string Arrays(Column<T>[] columns) =>
        string.Join(", ", columns.Select((c, i) => $"${i + 1}::{c.PostgresName}[]"));
}

/// <summary>The columns of a record and the statement that inserts it.</summary>
internal static class TableMap<T>
{
    public static readonly string Table =
        typeof(T).GetCustomAttribute<TableAttribute>()?.Name
        ?? throw new InvalidOperationException($"{typeof(T).Name} names no table.");

    public static readonly RowStatement<T> Insert = RowStatement<T>.Insert(Table, Column<T>.All());
}

/// <summary>
/// Names an UPDATE of many rows by records: the properties marked as key find the row, the others are set. A row that
/// is not touched means that somebody else moved it although it was locked, and the whole transaction is undone.
/// </summary>
/// <param name="guard">a condition over the row (t) and the new values (u), e.g. "t.seq = u.seq_before"</param>
internal sealed class RowUpdate<T>(string table, string[] keys, string[] sets, string? guard = null)
{
    public string Table => table;

    public RowStatement<T> Statement { get; } = RowStatement<T>.Update(table, Column<T>.All(), keys, sets, guard);
}
