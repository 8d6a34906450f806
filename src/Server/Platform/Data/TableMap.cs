using System.Linq.Expressions;
using System.Reflection;
using System.Text;

namespace Shuke.Server.Platform;

/// <summary>Names the table whose columns a record's properties are, in snake_case.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class TableAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>Inserts records set-based; one place for every table, so that one round trip can carry a whole batch.</summary>
internal static class TableMap<T>
{
    private static readonly string Table =
        typeof(T).GetCustomAttribute<TableAttribute>()?.Name
        ?? throw new InvalidOperationException($"{typeof(T).Name} names no table.");

    private static readonly PropertyInfo[] Columns =
    [
        .. typeof(T).GetProperties().Where(p => p.CanWrite || p.SetMethod is not null || IsPositional(p)),
    ];
    private static readonly string[] ColumnNames = [.. Columns.Select(p => Names.Snake(p.Name))];
    private static readonly Type[] ColumnTypes = [.. Columns.Select(p => SqlValue.DriverType(p.PropertyType))];
    private static readonly Func<T, object?>[] Getters = [.. Columns.Select(Getter)];

    private static readonly SqlPlan One = Plan(
        $"INSERT INTO {Table} ({string.Join(", ", ColumnNames)}) VALUES ({string.Join(", ", ColumnNames.Select(c => "@" + c))})"
    );

    private static readonly string Unnest = UnnestText();

    public static Task Insert(Tx tx, IReadOnlyList<T> rows) =>
        tx.Engine == Engine.Postgres && rows.Count > 1 ? InsertUnnest(tx, rows) : InsertEach(tx, rows);

    private static async Task InsertEach(Tx tx, IReadOnlyList<T> rows)
    {
        var command = tx.Session.Command(One);
        try
        {
            foreach (var row in rows)
            {
                for (var i = 0; i < Getters.Length; i++)
                    command.Parameters[i].Value = SqlValue.ToDriver(Getters[i](row)) ?? DBNull.Value;
                await command.ExecuteNonQueryAsync();
            }
        }
        finally
        {
            if (tx.Engine == Engine.Postgres)
                await command.DisposeAsync();
        }
    }

    private static async Task InsertUnnest(Tx tx, IReadOnlyList<T> rows)
    {
        await using var command = tx.Session.Command(SqlPlan.Fixed(Unnest, [], []));
        for (var c = 0; c < Getters.Length; c++)
        {
            var column = new object?[rows.Count];
            for (var r = 0; r < rows.Count; r++)
                column[r] = SqlValue.ToDriver(Getters[c](rows[r]));
            command.Parameters.Add(
                new Npgsql.NpgsqlParameter(
                    ColumnNames[c],
                    NpgsqlTypes.NpgsqlDbType.Array | SqlValue.PostgresType(ColumnTypes[c])
                )
                {
                    Value = Typed(column, ColumnTypes[c]),
                }
            );
        }
        await command.ExecuteNonQueryAsync();
    }

    private static Array Typed(object?[] values, Type type)
    {
        if (type == typeof(long))
            return Array.ConvertAll(values, v => (long?)v);
        if (type == typeof(bool))
            return Array.ConvertAll(values, v => (bool?)v);
        if (type == typeof(DateOnly))
            return Array.ConvertAll(values, v => (DateOnly?)v);
        if (type == typeof(byte[]))
            return Array.ConvertAll(values, v => (byte[]?)v);
        return Array.ConvertAll(values, v => (string?)v);
    }

    private static string UnnestText()
    {
        var text = new StringBuilder($"INSERT INTO {Table} ({string.Join(", ", ColumnNames)}) SELECT * FROM unnest(");
        text.AppendJoin(", ", ColumnNames.Select((c, i) => $"@{c}::{PostgresName(ColumnTypes[i])}[]"));
        return text.Append(')').ToString();
    }

    private static string PostgresName(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(bool) ? "boolean"
        : type == typeof(DateOnly) ? "date"
        : type == typeof(byte[]) ? "bytea"
        : "bigint";

    private static SqlPlan Plan(string text) => SqlPlan.Fixed(text, ColumnNames, ColumnTypes);

    private static bool IsPositional(PropertyInfo property) =>
        typeof(T).GetConstructors().Any(c => c.GetParameters().Any(p => p.Name == property.Name));

    private static Func<T, object?> Getter(PropertyInfo property)
    {
        var row = Expression.Parameter(typeof(T));
        return Expression
            .Lambda<Func<T, object?>>(Expression.Convert(Expression.Property(row, property), typeof(object)), row)
            .Compile();
    }
}
