using System.Buffers.Binary;
using System.Text;
using Npgsql;
using Npgsql.Internal;
using Npgsql.Internal.Postgres;

namespace Shuke.Server.Platform;

/// <summary>
/// Rows as one parameter, in PostgreSQL's binary form of an array of a table's own row type. Taken apart there as one array
/// for each column, a row of eleven columns costs half as much again (decision 0301).
/// </summary>
internal sealed class PgRows
{
    private const int Int8 = 20;
    private const int Text = 25;
    private const int Date = 1082;
    private const int Bytea = 17;
    private const int Bool = 16;
    private const int Null = -1;
    private const int Int = sizeof(int);
    private static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;

    private readonly int _columns;
    private byte[] _bytes;
    private int _at;
    private int _row;

    /// <param name="type">the row type of the elements</param>
    public PgRows(RowType type, int count)
    {
        _columns = type.Columns.Count;
        _bytes = new byte[256 + 20 * count * _columns];
        // One dimension, no element is null, the elements' type, how many, the first is number 1.
        Put(1);
        Put(0);
        Put((int)type.Oid);
        Put(count);
        Put(1);
    }

    /// <summary>Begins the next row; exactly as many values as the type has columns follow, in its order.</summary>
    public void Begin()
    {
        End();
        _row = _at;
        Put(0);
        Put(_columns);
    }

    /// <summary>Ends the last row; the bytes are complete.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            End();
            return _bytes.AsMemory(0, _at);
        }
    }

    private void End()
    {
        if (_row > 0)
            BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_row), _at - _row - Int);
    }

    /// <param name="type">the column's type, which a null must name too</param>
    public void Skip(uint type)
    {
        Put((int)type);
        Put(Null);
    }

    public void Add<TValue>(TValue value, uint type)
    {
        switch (value)
        {
            case null:
                Skip(type);
                break;
            case long number:
                Put(Int8);
                Put(sizeof(long));
                BinaryPrimitives.WriteInt64BigEndian(Room(sizeof(long)), number);
                break;
            case string text:
                Put(Text);
                var length = _at;
                Put(0);
                var written = Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetByteCount(text)));
                BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(length), written);
                break;
            case bool yes:
                Put(Bool);
                Put(sizeof(bool));
                Room(sizeof(bool))[0] = yes ? (byte)1 : (byte)0;
                break;
            case DateOnly day:
                Put(Date);
                Put(Int);
                Put(day.DayNumber - Epoch);
                break;
            case byte[] bytes:
                Put(Bytea);
                Put(bytes.Length);
                bytes.CopyTo(Room(bytes.Length));
                break;
            default:
                throw new InvalidOperationException("No SQL form for " + typeof(TValue));
        }
    }

    private void Put(int value) => BinaryPrimitives.WriteInt32BigEndian(Room(Int), value);

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _at < length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _at + length));
        _at += length;
        return _bytes.AsSpan(_at - length, length);
    }

#pragma warning disable NPG9001 // The driver may change how a type is taught to it; its version is pinned.
    /// <summary>Teaches the driver to carry them.</summary>
    public static void Teach(NpgsqlDataSourceBuilder driver) =>
        driver.AddTypeInfoResolverFactory(new ResolverFactory());

    private sealed class ResolverFactory : PgTypeInfoResolverFactory
    {
        public override IPgTypeInfoResolver CreateResolver() => new Resolver();

        public override IPgTypeInfoResolver? CreateArrayResolver() => null;

        private sealed class Resolver : IPgTypeInfoResolver
        {
            // The statement says what it is ("$1::entry[]"), as for a bare literal.
            private static readonly PgTypeId Unknown = new Oid(705);

            public PgTypeInfo? GetTypeInfo(Type? type, DataTypeName? dataTypeName, PgSerializerOptions options) =>
                type == typeof(PgRows)
                    ? new(options, new Converter(), Unknown)
                    {
                        SupportsReading = false,
                        PreferredFormat = DataFormat.Binary,
                    }
                    : null;
        }

        private sealed class Converter : PgStreamingConverter<PgRows>
        {
            public override bool CanConvert(DataFormat format, out BufferRequirements bufferRequirements)
            {
                bufferRequirements = BufferRequirements.None;
                return format == DataFormat.Binary;
            }

            public override Size GetSize(SizeContext context, PgRows value, ref object? writeState) =>
                value.Bytes.Length;

            public override PgRows Read(PgReader reader) => throw new NotSupportedException();

            public override ValueTask<PgRows> ReadAsync(
                PgReader reader,
                CancellationToken cancellationToken = default
            ) => throw new NotSupportedException();

            public override void Write(PgWriter writer, PgRows value) => writer.WriteBytes(value.Bytes.Span);

            public override ValueTask WriteAsync(
                PgWriter writer,
                PgRows value,
                CancellationToken cancellationToken = default
            ) => writer.WriteBytesAsync(value.Bytes, cancellationToken);
        }
    }
#pragma warning restore NPG9001
}

/// <summary>The row type of a table as the database has it.</summary>
/// <param name="Columns">in the database's own order, with the types they have there</param>
internal sealed record RowType(uint Oid, IReadOnlyList<(string Name, uint Type)> Columns);

/// <summary>
/// The row types of all tables as they were read. A database that was given another column meanwhile refuses rows of the
/// old form (SQLSTATE 42804); then they are old, and the next who writes reads them anew.
/// </summary>
internal sealed class RowTypes
{
    private const string Sql = """
        SELECT c.relname, c.reltype, a.attname, a.atttypid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relkind IN ('r', 'p') AND pg_table_is_visible(c.oid) AND a.attnum > 0 AND NOT a.attisdropped
            AND c.relnamespace <> 'pg_catalog'::regnamespace
        ORDER BY c.relname, a.attnum
        """;

    private readonly Dictionary<string, RowType> _all;
    private volatile bool _old;

    private RowTypes(Dictionary<string, RowType> all) => _all = all;

    public RowType Of(string table) =>
        _all.TryGetValue(table, out var type)
            ? type
            : throw new InvalidOperationException($"The database has no table {table}.");

    /// <summary>The database does not take these any more; whoever has them in hand keeps them for its own statement.</summary>
    public void Outdate() => _old = true;

    /// <summary>The newest that were read, shared by all sessions of a database.</summary>
    public sealed class Newest
    {
        private volatile RowTypes? _read;

        public async ValueTask<RowTypes> Get(NpgsqlConnection connection) =>
            _read is { _old: false } known ? known : _read = await Read(connection);
    }

    private static async Task<RowTypes> Read(NpgsqlConnection connection)
    {
        var all = new Dictionary<string, (uint Oid, List<(string, uint)> Columns)>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var table = reader.GetString(0);
            if (!all.TryGetValue(table, out var type))
                all[table] = type = (reader.GetFieldValue<uint>(1), []);
            type.Columns.Add((reader.GetString(2), reader.GetFieldValue<uint>(3)));
        }
        return new(
            all.ToDictionary(t => t.Key, t => new RowType(t.Value.Oid, t.Value.Columns), StringComparer.Ordinal)
        );
    }
}
