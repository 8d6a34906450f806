namespace Shuke.Bench;

/// <summary>After the load: what must still be equal is equal.</summary>
internal static class Conservation
{
    /// <summary>Where the ids of what the yardsticks write begin; what is below in their tables is a copy of ours.</summary>
    private const string Own = "4000000000000000000";

    /// <param name="yardsticks">the yardsticks worked on the same accounts; their history is in tables of their own</param>
    public static (string Rule, string Sql)[] Rules(bool yardsticks)
    {
        string All(string table, string columns, string id = "id") =>
            yardsticks
                ? $"(SELECT {columns} FROM {table} UNION ALL SELECT {columns} FROM bench_{table} WHERE {id} >= {Own})"
                : $"(SELECT {columns} FROM {table})";
        var orders = All("orders", "merchant_id, id, payable, posting_id");
        return
        [
            .. Value("account", "entry", "lot"),
            .. yardsticks ? Value("bench_account", "bench_entry", "bench_lot") : [],
            (
                "orders = payments",
                $"""
                SELECT COUNT(*) FROM {orders} o LEFT JOIN (SELECT document_id, SUM(amount) AS amount
                    FROM {All(
                    "payment",
                    "document_kind, document_id, amount"
                )} x WHERE document_kind = 'order' GROUP BY document_id) p
                    ON p.document_id = o.id
                WHERE o.payable <> COALESCE(p.amount, 0)
                """
            ),
            (
                "orders = lines",
                $"""
                SELECT COUNT(*) FROM {orders} o LEFT JOIN (SELECT order_id, SUM(net) AS net
                    FROM {All(
                    "order_line",
                    "order_id, net",
                    id: "order_id"
                )} x GROUP BY order_id) l ON l.order_id = o.id
                WHERE o.payable <> COALESCE(l.net, 0)
                """
            ),
            (
                "orders = facts",
                $"""
                SELECT ABS((SELECT COUNT(*) FROM {orders} o) - (SELECT COUNT(*) FROM fact WHERE name = 'sales.order_paid.v1'))
                """
            ),
            (
                "every order has its posting",
                $"""
                SELECT COUNT(*) FROM {orders} o LEFT JOIN {All("posting", "merchant_id, id")} p
                    ON p.merchant_id = o.merchant_id AND p.id = o.posting_id
                WHERE p.id IS NULL
                """
            ),
        ];
    }

    private static (string Rule, string Sql)[] Value(string account, string entry, string lot) =>
        [
            (
                $"{account} = {entry}",
                $"""
                SELECT COUNT(*) FROM {account} a LEFT JOIN (SELECT account_id, SUM(amount) AS amount, COUNT(*) AS n
                    FROM {entry} x GROUP BY account_id) e ON e.account_id = a.id
                WHERE a.balance <> COALESCE(e.amount, 0) OR a.seq <> COALESCE(e.n, 0)
                """
            ),
            (
                $"{lot} = {account}",
                $"""
                SELECT COUNT(*) FROM {account} a LEFT JOIN
                    (SELECT account_id, SUM(remaining) AS remaining FROM {lot} GROUP BY account_id) l ON l.account_id = a.id
                WHERE a.balance <> COALESCE(l.remaining, a.balance)
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
        foreach (var (rule, sql) in Rules(yardsticks: false))
            if (await read.One<long>(sql) is > 0 and var rows)
                broken.Add($"{rule}: {rows} rows");
        return broken;
    }
}
