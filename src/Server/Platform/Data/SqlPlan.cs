using System.Collections;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using NpgsqlTypes;

namespace Shuke.Server.Platform;

/// <summary>
/// A SQL text with its parameters worked out: names are found in the text, values come from the properties of the
/// arguments object. <c>IN @ids</c> with a list becomes <c>IN (@ids0, @ids1 ...)</c>, padded to a power of two by
/// repeating the last value so that few statements serve all lengths.
/// </summary>
internal sealed partial class SqlPlan
{
    private static readonly ConcurrentDictionary<(string, Type?, string), SqlPlan> Known = new();

    private readonly Func<object, object?>?[] _getters;
    private readonly int[] _listIndex;

    private SqlPlan(string text, string[] names, Type[] types, Func<object, object?>?[] getters, int[] listIndex)
    {
        Text = text;
        Names = names;
        Types = types;
        _getters = getters;
        _listIndex = listIndex;
        var verb = Verb().Match(text);
        (Writes, Table) = (verb.Success, verb.Success ? verb.Groups["table"].Value : "");
    }

    /// <summary>Whether it changes rows, and of which table.</summary>
    public bool Writes { get; }
    public string Table { get; }

    public string Text { get; }
    public string[] Names { get; }

    /// <summary>The CLR type of each value as the driver sees it: long, string, bool, DateOnly or byte[].</summary>
    public Type[] Types { get; }

    public static SqlPlan For(string sql, object? args, Engine engine)
    {
        var lengths = ListLengths(sql, args);
        return Known.GetOrAdd((sql, args?.GetType(), lengths), static (key, args) => Build(key.Item1, args), args);
    }

    /// <summary>A plan whose values the caller sets itself.</summary>
    public static SqlPlan Fixed(string text, string[] names, Type[] types) => new(text, names, types, [], []);

    public void Bind(DbCommand command, MerchantId merchant, object? args)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            object? value;
            if (_getters[i] is not { } getter)
                value = merchant.Value;
            else if (_listIndex[i] < 0)
                value = SqlValue.ToDriver(getter(args!));
            else
                value = SqlValue.ToDriver(Element((IList?)getter(args!), _listIndex[i]));
            command.Parameters[i].Value = value ?? DBNull.Value;
        }
    }

    private static object? Element(IList? list, int index) =>
        list is null || list.Count == 0 ? null : list[Math.Min(index, list.Count - 1)];

    private static string ListLengths(string sql, object? args)
    {
        if (args is null || !sql.Contains("IN @", StringComparison.Ordinal))
            return "";
        var lengths = new List<int>();
        foreach (var (_, get) in Getters.Of(args.GetType()).Values.Where(g => IsList(g.Type)))
            lengths.Add(Padded((get(args) as IList)?.Count ?? 0));
        return string.Join(',', lengths);
    }

    private static int Padded(int count) =>
        count <= 1 ? 1 : (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);

    private static SqlPlan Build(string sql, object? args)
    {
        var getters = args is null ? [] : Getters.Of(args.GetType());
        var names = new List<string>();
        var types = new List<Type>();
        var gets = new List<Func<object, object?>?>();
        var index = new List<int>();

        void Add(string name, Type type, Func<object, object?>? get, int list)
        {
            if (names.Contains(name, StringComparer.Ordinal))
                return;
            names.Add(name);
            types.Add(SqlValue.DriverType(type));
            gets.Add(get);
            index.Add(list);
        }

        var text = Parameter()
            .Replace(
                sql,
                match =>
                {
                    var name = match.Groups["name"].Value;
                    if (name == "m")
                    {
                        Add("m", typeof(long), null, -1);
                        return match.Value;
                    }
                    if (!getters.TryGetValue(name, out var getter))
                        throw new InvalidOperationException(
                            $"SQL wants @{name}, the arguments have no such property: {sql}"
                        );
                    if (!IsList(getter.Type))
                    {
                        Add(name, getter.Type, getter.Get, -1);
                        return match.Value;
                    }
                    if (!match.Groups["in"].Success)
                        throw new InvalidOperationException($"A list may only stand after IN: @{name} in {sql}");
                    var element = ElementType(getter.Type);
                    var count = Padded((getter.Get(args!) as IList)?.Count ?? 0);
                    for (var i = 0; i < count; i++)
                        Add(name + i, element, getter.Get, i);
                    return "IN (" + string.Join(", ", Enumerable.Range(0, count).Select(i => "@" + name + i)) + ")";
                }
            );
        return new(text, [.. names], [.. types], [.. gets], [.. index]);
    }

    private static bool IsList(Type type) =>
        type != typeof(string) && type != typeof(byte[]) && typeof(IList).IsAssignableFrom(type)
        || type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    private static Type ElementType(Type type) =>
        type.IsArray ? type.GetElementType()!
        : type.GetGenericArguments().Length == 1 ? type.GetGenericArguments()[0]
        : throw new InvalidOperationException("Use an array or a List<T>: " + type);

    // Strings in our SQL hold no @; a name is lower-case like the columns or camelCase like C# arguments.
    [GeneratedRegex(
        @"((?<in>IN)\s+)?@(?<name>[a-zA-Z_][a-zA-Z0-9_]*)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Parameter();

    [GeneratedRegex(
        @"^\s*(INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+(?<table>\w+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Verb();

    private static class Getters
    {
        private static readonly ConcurrentDictionary<
            Type,
            Dictionary<string, (Type Type, Func<object, object?> Get)>
        > Known = new();

        public static Dictionary<string, (Type Type, Func<object, object?> Get)> Of(Type type) =>
            Known.GetOrAdd(type, Compile);

        private static Dictionary<string, (Type, Func<object, object?>)> Compile(Type type)
        {
            var getters = new Dictionary<string, (Type, Func<object, object?>)>(StringComparer.OrdinalIgnoreCase);
            // A fact has a static Name, which is nothing of the row.
            var all = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
            foreach (var property in all.Where(p => p.GetIndexParameters().Length == 0))
            {
                var row = Expression.Parameter(typeof(object));
                var get = Expression.Lambda<Func<object, object?>>(
                    Expression.Convert(Expression.Property(Expression.Convert(row, type), property), typeof(object)),
                    row
                );
                getters[property.Name] = (property.PropertyType, get.Compile());
            }
            return getters;
        }
    }
}

/// <summary>How our value types travel: fen, points and ids as BIGINT, enums as snake_case TEXT, days as DATE.</summary>
internal static class SqlValue
{
    public static object? ToDriver(object? value) =>
        value switch
        {
            null => null,
            long or string or bool or byte[] or DateOnly => value,
            int i => (long)i,
            Money m => m.Fen,
            Points p => p.Value,
            Ratio r => (long)r.Bp,
            Quantity q => q.Milli,
            Instant t => t.UnixMs,
            BusinessDay d => d.Date,
            Enum e => Names.Of(e),
            _ when IsId(value.GetType()) => IdValue(value),
            _ => throw new InvalidOperationException("No SQL form for " + value.GetType()),
        };

    public static Type DriverType(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || type == typeof(bool) || type == typeof(byte[]) || type == typeof(DateOnly))
            return type;
        if (type == typeof(BusinessDay))
            return typeof(DateOnly);
        return type.IsEnum ? typeof(string) : typeof(long);
    }

    public static NpgsqlDbType PostgresType(Type driverType) =>
        driverType == typeof(string) ? NpgsqlDbType.Text
        : driverType == typeof(bool) ? NpgsqlDbType.Boolean
        : driverType == typeof(byte[]) ? NpgsqlDbType.Bytea
        : driverType == typeof(DateOnly) ? NpgsqlDbType.Date
        : NpgsqlDbType.Bigint;

    public static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>);

    private static readonly ConcurrentDictionary<Type, Func<object, long>> IdValues = new();

    private static long IdValue(object id) =>
        IdValues.GetOrAdd(
            id.GetType(),
            static type =>
            {
                var boxed = Expression.Parameter(typeof(object));
                return Expression
                    .Lambda<Func<object, long>>(Expression.Property(Expression.Convert(boxed, type), "Value"), boxed)
                    .Compile();
            }
        )(id);
}
