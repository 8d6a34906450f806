using System.Globalization;
using Npgsql;

namespace Shuke.Server.Platform;

/// <summary>
/// Copies a SQLite shop into an empty PostgreSQL, table by table in pieces that are noted with their rows, so that a move
/// that was killed goes on where it was; then compares both sides row by row and has the ledger recomputed.
/// </summary>
internal static class ShopMove
{
    /// <summary>Rows copied, and noted, in one transaction.</summary>
    public const int PieceRows = 50_000;

    /// <summary>What both sides agree on.</summary>
    public sealed record Proof(int Tables, long Rows, long Entries, long Amounts, long Accounts, long Balances);

    /// <param name="source">the SQLite file, held by us alone</param>
    /// <param name="owner">the target as its tables' owner</param>
    /// <param name="target">the target as the program will use it</param>
    public static async Task<Proof> Run(
        Db source,
        Db owner,
        Db target,
        Settings settings,
        Func<Db, Task<string?>> prove,
        Action<string> say,
        int pieceRows = PieceRows
    )
    {
        await using var read = await source.Read(default);
        var tables = await TableShape.All(read);
        await CheckSame(owner, tables);
        await Claim(owner, await Mark(read));
        await using (var connection = new NpgsqlConnection(settings.DatabaseOwner))
        {
            await connection.OpenAsync();
            foreach (var table in tables)
                await CopyTable(read, owner, connection, table, pieceRows, say);
            await using var analyze = new NpgsqlCommand("ANALYZE", connection) { CommandTimeout = 0 };
            await analyze.ExecuteNonQueryAsync();
        }
        await Walls.Raise(owner, Preparation.RoleOf(settings), settings.Sharded);
        say("Comparing both sides ...");
        var proof = await Compare(read, target, tables);
        if (await prove(target) is { } wrong)
            throw new StartRefused($"The copy is equal, but its ledger does not hold: {wrong} (账本核对未通过。)");
        await Transfers.End(owner);
        return proof;
    }

    private static async Task CopyTable(
        DbRead source,
        Db owner,
        NpgsqlConnection to,
        TableShape table,
        int pieceRows,
        Action<string> say
    )
    {
        long done;
        await using (var look = await owner.Read(default))
            done = await Transfers.Done(look, table.Name);
        var began = done;
        var rows = table.Rows(source, done).GetAsyncEnumerator();
        await using (rows)
        {
            // A row may point at a later one of its own table only within one piece.
            var most = table.PointsAtItself ? long.MaxValue : pieceRows;
            for (var more = true; more; )
            {
                await using var transaction = await to.BeginTransactionAsync();
                var piece = new Piece(rows, most);
                var copied = await TableSink.Copy(to, table.Name, table.Columns, piece.Rows());
                await Transfers.Note(to, table.Name, done += copied);
                await transaction.CommitAsync();
                more = piece.IsFull;
                if (more)
                    say(string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {done:#,0} rows"));
            }
        }
        if (done > began)
            say(string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {done:#,0} rows, complete"));
    }

    /// <summary>The next so many rows of a walk that goes on in the next transaction.</summary>
    private sealed class Piece(IAsyncEnumerator<object?[]> from, long most)
    {
        public bool IsFull { get; private set; }

        public async IAsyncEnumerable<object?[]> Rows()
        {
            for (var i = 0L; i < most; i++)
            {
                if (!await from.MoveNextAsync())
                    yield break;
                yield return from.Current;
            }
            IsFull = true;
        }
    }

    private static async Task<Proof> Compare(DbRead source, Db target, IReadOnlyList<TableShape> tables)
    {
        await using var copy = await target.Read(default);
        await Backups.SeeAll(copy);
        var (total, differing) = (0L, new List<string>());
        foreach (var table in tables)
        {
            var here = await RowCodec.DigestOf(source, table);
            var there = await RowCodec.DigestOf(copy, table);
            total += here.Rows;
            if (here != there)
                differing.Add($"{table.Name} ({here.Rows} rows here, {there.Rows} there)");
        }
        var figures = await Figures(source);
        if (figures != await Figures(copy))
            differing.Add("the sums of entries and accounts");
        if (differing.Count > 0)
            throw new StartRefused(
                $"The copy differs in {string.Join(", ", differing)}. The SQLite shop is unchanged; empty the target database and move again. (复制结果不一致,原数据未改动。)"
            );
        return new(tables.Count, total, figures.Entries, figures.Amounts, figures.Accounts, figures.Balances);
    }

    private sealed record Sums(long Entries, long Amounts, long Accounts, long Balances);

    private static async Task<Sums> Figures(DbRead db)
    {
        var (entries, amounts) = await db.One<(long, long)>(
            "SELECT COUNT(*), CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM entry"
        );
        var (accounts, balances) = await db.One<(long, long)>(
            "SELECT COUNT(*), CAST(COALESCE(SUM(balance), 0) AS BIGINT) FROM account"
        );
        return new(entries, amounts, accounts, balances);
    }

    /// <summary>Both sides must be at the same schema, column by column.</summary>
    private static async Task CheckSame(Db owner, IReadOnlyList<TableShape> tables)
    {
        await using var look = await owner.Read(default);
        var there = (await TableShape.All(look)).ToDictionary(t => t.Name, StringComparer.Ordinal);
        foreach (var table in tables)
            if (
                !there.TryGetValue(table.Name, out var other)
                || !other.Columns.SequenceEqual(table.Columns)
                || !other.Key.SequenceEqual(table.Key, StringComparer.Ordinal)
            )
                throw new StartRefused(
                    $"Table {table.Name} differs between the two databases; migrate both to this version first. (两个数据库的结构不一致。)"
                );
    }

    /// <summary>Takes the target for this source, or finds that a move of the same source was begun.</summary>
    private static async Task Claim(Db owner, string mark)
    {
        await using (var tx = await owner.Begin(default))
        {
            // The owner copies past row level security; the program's role stays behind it.
            await Walls.Lower(tx);
            var begun = await Transfers.Source(tx);
            if (begun is not null && begun != mark)
                throw new StartRefused(
                    "A move from another shop, or from this one before it changed, was begun into this database. Empty the database and move again. (目标数据库中有另一次未完成的迁移。)"
                );
            if (begun is null && await tx.One<long>("SELECT COUNT(*) FROM merchant") > 0)
                throw new StartRefused(
                    "The target database holds a shop already; nothing was changed. (目标数据库已有店铺数据。)"
                );
            await tx.Commit();
        }
        await Transfers.Begin(owner, mark);
    }

    /// <summary>What this source is and how far it has come: its newest posting, order and audit record.</summary>
    private static async Task<string> Mark(DbRead source)
    {
        var parts = new List<long>();
        foreach (
            var sql in (string[])
                [
                    "SELECT MIN(merchant_id) FROM merchant",
                    "SELECT MAX(id) FROM posting",
                    "SELECT MAX(id) FROM orders",
                    "SELECT MAX(seq) FROM audit",
                    "SELECT MAX(id) FROM outbox",
                ]
        )
            parts.Add(await source.One<long?>(sql) ?? 0);
        return string.Join('-', parts.Select(p => p.ToString(CultureInfo.InvariantCulture)));
    }
}
