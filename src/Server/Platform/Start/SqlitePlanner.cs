using System.Globalization;

namespace Shuke.Server.Platform;

/// <summary>
/// Tells SQLite's planner what its tables look like. Without statistics it takes any equality on the first column of a
/// key for ten rows, so "merchant_id = ?" looks as good as the index that also names the member - and a ticket reads a
/// whole shop. The figures are written, not measured: plans are the same in an empty shop and in a large one.
/// </summary>
internal static class SqlitePlanner
{
    private const int RowsOfMerchant = 1_000_000;
    private const int RowsOfSecond = 100;

    private sealed record Index(string Tbl, string Name, long Uniq, string Origin, string Cols);

    public static async Task Inform(Db db)
    {
        if (db.Engine != Engine.Sqlite)
            return;
        await using var tx = await db.Begin(default);
        await tx.Execute("ANALYZE sqlite_schema");
        await tx.Execute("DELETE FROM sqlite_stat1");
        var indexes = await tx.All<Index>(
            """
            SELECT t.name AS tbl, i.name AS name, i."unique" AS uniq, i.origin AS origin,
                (SELECT group_concat(x.name) FROM pragma_index_info(i.name) x) AS cols
            FROM sqlite_schema t JOIN pragma_index_list(t.name) i WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
            """
        );
        foreach (var index in indexes)
            await tx.Execute(
                "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (@table, @name, @stat)",
                // The rows of a table without rowid lie in its primary key, which bears the table's name.
                new
                {
                    table = index.Tbl,
                    name = index.Origin == "pk" ? index.Tbl : index.Name,
                    stat = Stat(index),
                }
            );
        await tx.Commit();
        // The writer is open already and reads them now; readers find them when they are opened.
        await using var reload = await db.Begin(default);
        await reload.Execute("ANALYZE sqlite_schema");
        await reload.Commit();
    }

    /// <summary>Rows in all, then rows for each value of the first column, of the first two ...</summary>
    private static string Stat(Index index)
    {
        var columns = index.Cols.Split(',');
        var rows = new List<string> { RowsOfMerchant.ToString(CultureInfo.InvariantCulture) };
        var expected = columns[0] == "merchant_id" ? RowsOfMerchant : 1;
        for (var i = 0; i < columns.Length; i++)
        {
            if (i > 0)
                expected = i == 1 ? RowsOfSecond : Math.Max(expected / 10, 2);
            var isWhole = i == columns.Length - 1 && index.Uniq == 1;
            rows.Add((isWhole ? 1 : expected).ToString(CultureInfo.InvariantCulture));
        }
        return string.Join(' ', rows);
    }
}
