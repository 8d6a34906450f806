using Npgsql;

namespace Shuke.Server.Platform;

/// <summary>The mark of a copy that has begun and is not proved yet; a database that bears it is not served.</summary>
internal static class Transfers
{
    /// <summary>The source of the copy under way; null when there is none.</summary>
    public static Task<string?> Source(DbRead db) =>
        db.One<string>("SELECT source FROM transfer WHERE merchant_id = 0 AND part = ''");

    public static async Task Begin(Db db, string source)
    {
        await using var tx = await db.Begin(default);
        await tx.Execute(
            "INSERT INTO transfer (merchant_id, part, source, rows_done) VALUES (0, '', @source, 0) ON CONFLICT DO NOTHING",
            new { source }
        );
        await tx.Commit();
    }

    public static async Task End(Db db)
    {
        await using var tx = await db.Begin(default);
        await tx.Execute("DELETE FROM transfer WHERE merchant_id = 0");
        await tx.Commit();
    }

    /// <summary>How many rows of a table are there already, in the copy under way.</summary>
    public static async Task<long> Done(DbRead db, string table) =>
        await db.One<long?>("SELECT rows_done FROM transfer WHERE merchant_id = 0 AND part = @table", new { table })
        ?? 0;

    /// <summary>Notes it in the transaction that copied them.</summary>
    public static async Task Note(NpgsqlConnection to, string table, long rows)
    {
        await using var note = new NpgsqlCommand(
            "INSERT INTO transfer (merchant_id, part, source, rows_done) VALUES (0, $1, '', $2) ON CONFLICT (merchant_id, part) DO UPDATE SET rows_done = excluded.rows_done",
            to
        )
        {
            Parameters =
            {
                new() { Value = table },
                new() { Value = rows },
            },
        };
        await note.ExecuteNonQueryAsync();
    }
}
