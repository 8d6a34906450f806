using System.Data.Common;

namespace Shuke.Server.Platform;

internal enum ColumnKind
{
    Number,
    Text,
    Bool,
    Day,
    Bytes,
}

internal sealed record Column(string Name, ColumnKind Kind);

/// <summary>A table as both databases agree on it: its columns by name, its key, what it points at.</summary>
internal sealed record TableShape(
    string Name,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<string> Key,
    IReadOnlyList<string> PointsAt,
    bool PointsAtItself
)
{
    /// <summary>What belongs to one database and not to what is in it: leases, its own steps, a copy on its way.</summary>
    private static readonly string[] Own = [SchemaRunner.Table, "node", "transfer", "backup_run"];

    private sealed record ColumnRow(string Tbl, string Name, string Type, long? KeyPosition);

    /// <summary>Every table whose rows make up the shops, those that are pointed at first.</summary>
    public static async Task<IReadOnlyList<TableShape>> All(DbRead db)
    {
        var columns = await db.All<ColumnRow>(db.Engine == Engine.Sqlite ? SqliteColumns : PostgresColumns);
        var names = columns.Select(c => c.Tbl).ToHashSet(StringComparer.Ordinal);
        var tables = columns
            .GroupBy(c => c.Tbl, StringComparer.Ordinal)
            .Where(t => !Own.Contains(t.Key, StringComparer.Ordinal))
            .Select(t => new TableShape(
                t.Key,
                [.. t.Select(c => new Column(c.Name, KindOf(c.Type))).OrderBy(c => c.Name, StringComparer.Ordinal)],
                [.. t.Where(c => c.KeyPosition > 0).OrderBy(c => c.KeyPosition).Select(c => c.Name)],
                [
                    .. SchemaRank
                        .ParentsOf(t.Key)
                        .Where(p => p != t.Key && names.Contains(p))
                        .Order(StringComparer.Ordinal),
                ],
                SchemaRank.ParentsOf(t.Key).Contains(t.Key)
            ))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .ToList();
        return InOrder(tables);
    }

    /// <summary>All rows in the order of the key, the same on both databases; one array, filled anew for each row.</summary>
    /// <param name="skip">how many rows to leave out at the beginning</param>
    public async IAsyncEnumerable<object?[]> Rows(DbRead db, long skip = 0)
    {
        var command = db.Session.Command(SqlPlan.Fixed(SelectText(db.Engine, skip), [], []));
        try
        {
            await using var reader = await command.ExecuteReaderAsync();
            var row = new object?[Columns.Count];
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < row.Length; i++)
                    row[i] = reader.IsDBNull(i) ? null : Value(reader, i, Columns[i].Kind);
                yield return row;
            }
        }
        finally
        {
            if (db.Engine == Engine.Postgres)
                await command.DisposeAsync();
        }
    }

    private string SelectText(Engine engine, long skip)
    {
        // Texts in keys sort by code point on both.
        var order = Key.Select(k =>
            engine == Engine.Postgres && Columns.First(c => c.Name == k).Kind == ColumnKind.Text
                ? $"\"{k}\" COLLATE \"C\""
                : $"\"{k}\""
        );
        var page =
            skip == 0 ? ""
            : engine == Engine.Sqlite ? $" LIMIT -1 OFFSET {skip}"
            : $" OFFSET {skip}";
        return $"SELECT {ColumnList} FROM \"{Name}\" ORDER BY {string.Join(", ", order)}{page}";
    }

    public string ColumnList => string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));

    private static object Value(DbDataReader reader, int i, ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Number => reader.GetInt64(i),
            ColumnKind.Text => reader.GetString(i),
            ColumnKind.Bool => reader.GetBoolean(i),
            ColumnKind.Day => reader.GetFieldValue<DateOnly>(i),
            _ => reader.GetFieldValue<byte[]>(i),
        };

    private static ColumnKind KindOf(string type) =>
        type.ToLowerInvariant() switch
        {
            "bigint" => ColumnKind.Number,
            "text" => ColumnKind.Text,
            "boolean" => ColumnKind.Bool,
            "date" => ColumnKind.Day,
            "blob" or "bytea" => ColumnKind.Bytes,
            var other => throw new InvalidOperationException($"A column of type {other} is not portable."),
        };

    private static List<TableShape> InOrder(List<TableShape> tables)
    {
        var ordered = new List<TableShape>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (ordered.Count < tables.Count)
        {
            var next =
                tables.Find(t => !names.Contains(t.Name) && t.PointsAt.All(names.Contains))
                ?? throw new InvalidOperationException("Tables point at each other in a circle.");
            ordered.Add(next);
            names.Add(next.Name);
        }
        return ordered;
    }

    private const string SqliteColumns = """
        SELECT t.name AS tbl, c.name AS name, c.type AS type, c.pk AS key_position
        FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY 1, 2
        """;

    private const string PostgresColumns = """
        SELECT c.relname::text AS tbl, a.attname::text AS name, format_type(a.atttypid, NULL) AS type,
            array_position(i.indkey::int2[], a.attnum)::bigint + 1 AS key_position
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1, 2
        """;
}
