namespace Shuke.Bench;

/// <summary>After the load: what must still be equal is equal.</summary>
internal static class Conservation
{
    private static readonly (string Rule, string Sql)[] Rules =
    [
        (
            "accounts = entries",
            """
            SELECT COUNT(*) FROM account a LEFT JOIN
                (SELECT account_id, SUM(amount) AS amount, COUNT(*) AS n FROM entry GROUP BY account_id) e ON e.account_id = a.id
            WHERE a.balance <> COALESCE(e.amount, 0) OR a.seq <> COALESCE(e.n, 0)
            """
        ),
        (
            "lots = balances",
            """
            SELECT COUNT(*) FROM account a JOIN
                (SELECT account_id, SUM(remaining) AS remaining FROM lot GROUP BY account_id) l ON l.account_id = a.id
            WHERE a.balance <> l.remaining
            """
        ),
        (
            "orders = payments",
            """
            SELECT COUNT(*) FROM orders o LEFT JOIN
                (SELECT document_id, SUM(amount) AS amount FROM payment WHERE document_kind = 'order' GROUP BY document_id) p
                ON p.document_id = o.id
            WHERE o.payable <> COALESCE(p.amount, 0)
            """
        ),
    ];

    public static async Task<IReadOnlyList<string>> Broken(string folder)
    {
        await using var db = new Db(
            Settings.Read(new Dictionary<string, string>(), ["--data", folder]),
            TimeProvider.System
        );
        await using var read = await db.Read(default);
        var broken = new List<string>();
        foreach (var (rule, sql) in Rules)
            if (await read.One<long>(sql) is > 0 and var rows)
                broken.Add($"{rule}: {rows} rows");
        return broken;
    }
}
