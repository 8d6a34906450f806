using System.Linq.Expressions;
using System.Reflection;
using Npgsql;
using NpgsqlTypes;

namespace Shuke.Server.Platform;

/// <summary>
/// One column of a record, ready to travel: a value for one row, or an array for many. Typed end to end, so that a batch
/// of a thousand rows makes a handful of arrays and no boxes.
/// </summary>
internal abstract class Column<T>(string name, Type driverType)
{
    public string Name => name;

    /// <summary>long, string, bool, DateOnly or byte[].</summary>
    public Type DriverType => driverType;

    public string PostgresName =>
        driverType == typeof(string) ? "text"
        : driverType == typeof(bool) ? "boolean"
        : driverType == typeof(DateOnly) ? "date"
        : driverType == typeof(byte[]) ? "bytea"
        : "bigint";

    public abstract void Bind(SqliteStatement statement, int column, T row);

    /// <summary>The row's value, next in a row for PostgreSQL.</summary>
    public abstract void Put(PgRows rows, T row, uint type);

    /// <summary>The column's values of all rows, as one array.</summary>
    public abstract NpgsqlParameter Parameter(IReadOnlyList<T> rows);

    public static Column<T>[] All() =>
        [.. typeof(T).GetProperties().Where(p => p.SetMethod is not null || IsPositional(p)).Select(Of)];

    private static bool IsPositional(PropertyInfo property) =>
        typeof(T).GetConstructors().Any(c => c.GetParameters().Any(p => p.Name == property.Name));

    private static Column<T> Of(PropertyInfo property)
    {
        var row = Expression.Parameter(typeof(T));
        var value = Driver(Expression.Property(row, property));
        var getter = Expression.Lambda(typeof(Func<,>).MakeGenericType(typeof(T), value.Type), value, row).Compile();
        return (Column<T>)
            Activator.CreateInstance(
                typeof(Typed<>).MakeGenericType(typeof(T), value.Type),
                Names.Snake(property.Name),
                SqlValue.DriverType(property.PropertyType),
                getter
            )!;
    }

    /// <summary>Our value types as the driver sees them: fen, points and ids as long, enums as snake_case text.</summary>
    private static Expression Driver(Expression value)
    {
        if (Nullable.GetUnderlyingType(value.Type) is null)
            return Bare(value);
        var bare = Bare(Expression.Property(value, "Value"));
        var nullable = bare.Type.IsValueType ? typeof(Nullable<>).MakeGenericType(bare.Type) : bare.Type;
        return Expression.Condition(
            Expression.Property(value, "HasValue"),
            Expression.Convert(bare, nullable),
            Expression.Default(nullable)
        );
    }

    private static Expression Bare(Expression value)
    {
        var type = value.Type;
        if (
            type == typeof(long)
            || type == typeof(string)
            || type == typeof(bool)
            || type == typeof(byte[])
            || type == typeof(DateOnly)
        )
            return value;
        if (type.IsEnum)
            return Expression.Call(typeof(Names), nameof(Names.OfEnum), [type], value);
        if (type == typeof(int))
            return Expression.Convert(value, typeof(long));
        var inner =
            type == typeof(Money) ? nameof(Money.Fen)
            : type == typeof(Ratio) ? nameof(Ratio.Bp)
            : type == typeof(Quantity) ? nameof(Quantity.Milli)
            : type == typeof(Instant) ? nameof(Instant.UnixMs)
            : type == typeof(BusinessDay) ? nameof(BusinessDay.Date)
            : type == typeof(Points) || SqlValue.IsId(type) ? nameof(Points.Value)
            : throw new InvalidOperationException("No SQL form for " + type);
        return Bare(Expression.Property(value, inner));
    }

    private sealed class Typed<TValue>(string name, Type driverType, Func<T, TValue> get) : Column<T>(name, driverType)
    {
        public override void Bind(SqliteStatement statement, int column, T row) => statement.Bind(column, get(row));

        public override void Put(PgRows rows, T row, uint type) => rows.Add(get(row), type);

        private readonly NpgsqlDbType _arrayType = NpgsqlDbType.Array | SqlValue.PostgresType(driverType);

        public override NpgsqlParameter Parameter(IReadOnlyList<T> rows)
        {
            var values = new TValue[rows.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = get(rows[i]);
            return new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = _arrayType };
        }
    }
}
