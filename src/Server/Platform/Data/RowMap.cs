using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;

namespace Shuke.Server.Platform;

/// <summary>Turns rows into records: columns are matched by name with constructor parameters; tuples go by position.</summary>
internal static class RowMap<T>
{
    private static readonly ConcurrentDictionary<string, Func<DbDataReader, T>> Known = new(StringComparer.Ordinal);

    public static Func<DbDataReader, T> For(DbDataReader reader)
    {
        var columns = new string[reader.FieldCount];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = reader.GetFieldType(i) == typeof(decimal) ? reader.GetName(i) + Sum : reader.GetName(i);
        return Known.GetOrAdd(string.Join(',', columns), static (_, c) => Compile(c), columns);
    }

    /// <summary>SUM of BIGINT is NUMERIC on PostgreSQL and an integer on SQLite; both are whole.</summary>
    private const char Sum = '+';

    private static Func<DbDataReader, T> Compile(string[] columns)
    {
        var reader = Expression.Parameter(typeof(DbDataReader));
        var sums = Array.ConvertAll(columns, c => c.EndsWith(Sum));
        columns = Array.ConvertAll(columns, c => c.TrimEnd(Sum));
        if (RowValue.IsScalar(typeof(T)))
            return Expression
                .Lambda<Func<DbDataReader, T>>(RowValue.Read(reader, 0, typeof(T), sums[0]), reader)
                .Compile();
        var constructor = typeof(T).GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var isTuple = typeof(T).FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);
        var arguments = constructor
            .GetParameters()
            .Select((p, i) => (Ordinal: isTuple ? i : Ordinal(p, columns), p.ParameterType))
            .Select(p => RowValue.Read(reader, p.Ordinal, p.ParameterType, sums[p.Ordinal]));
        return Expression.Lambda<Func<DbDataReader, T>>(Expression.New(constructor, arguments), reader).Compile();
    }

    private static int Ordinal(ParameterInfo parameter, string[] columns)
    {
        var found = Array.FindIndex(
            columns,
            c => c.Replace("_", "", StringComparison.Ordinal).Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)
        );
        return found >= 0
            ? found
            : throw new InvalidOperationException(
                $"{typeof(T).Name} needs a column for {parameter.Name}; the query has {string.Join(", ", columns)}."
            );
    }
}

internal static class RowValue
{
    public static bool IsScalar(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive
            || type.IsEnum
            || type == typeof(string)
            || type == typeof(byte[])
            || type == typeof(DateOnly)
            || type == typeof(BusinessDay)
            || Wraps(type) is not null;
    }

    /// <summary>An expression that reads column <paramref name="ordinal"/> as <paramref name="type"/>; NULL only where the type allows it.</summary>
    /// <param name="isSum">the column is of a type for sums, and holds a whole number</param>
    public static Expression Read(ParameterExpression reader, int ordinal, Type type, bool isSum)
    {
        var index = Expression.Constant(ordinal);
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var value = Expression.Convert(Bare(reader, index, bare, isSum), type);
        if (type.IsValueType && bare == type)
            return value;
        return Expression.Condition(
            Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, index),
            Expression.Default(type),
            value
        );
    }

    private static Expression Bare(ParameterExpression reader, Expression index, Type type, bool isSum)
    {
        if (type == typeof(string))
            return Expression.Call(reader, nameof(DbDataReader.GetString), null, index);
        if (type == typeof(bool))
            return Expression.Call(reader, nameof(DbDataReader.GetBoolean), null, index);
        if (type == typeof(byte[]))
            return Expression.Call(reader, nameof(DbDataReader.GetFieldValue), [typeof(byte[])], index);
        if (type == typeof(DateOnly))
            return Expression.Call(reader, nameof(DbDataReader.GetFieldValue), [typeof(DateOnly)], index);
        if (type == typeof(BusinessDay))
            return Expression.New(
                typeof(BusinessDay).GetConstructor([typeof(DateOnly)])!,
                Expression.Call(reader, nameof(DbDataReader.GetFieldValue), [typeof(DateOnly)], index)
            );
        if (type.IsEnum)
            return Expression.Call(
                typeof(Names),
                nameof(Names.Parse),
                [type],
                Expression.Call(reader, nameof(DbDataReader.GetString), null, index)
            );
        Expression number = isSum
            ? Expression.ConvertChecked(
                Expression.Call(reader, nameof(DbDataReader.GetDecimal), null, index),
                typeof(long)
            )
            : Expression.Call(reader, nameof(DbDataReader.GetInt64), null, index);
        if (type == typeof(long))
            return number;
        if (type == typeof(int))
            return Expression.ConvertChecked(number, typeof(int));
        if (Wraps(type) is { } constructor)
        {
            var inner = constructor.GetParameters()[0].ParameterType;
            return Expression.New(
                constructor,
                inner == typeof(int) ? Expression.ConvertChecked(number, typeof(int)) : number
            );
        }
        throw new InvalidOperationException("No column reads as " + type);
    }

    private static ConstructorInfo? Wraps(Type type) =>
        type == typeof(Money)
        || type == typeof(Points)
        || type == typeof(Ratio)
        || type == typeof(Quantity)
        || type == typeof(Instant)
        || SqlValue.IsId(type)
            ? type.GetConstructors().Single(c => c.GetParameters().Length == 1)
            : null;
}
