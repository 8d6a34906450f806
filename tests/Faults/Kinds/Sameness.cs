using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Shuke.Faults.Harness;

namespace Shuke.Faults.Kinds;

/// <summary>
/// M3: the same till, with the same seed, works on SQLite and on PostgreSQL; every answer is the same but for ids and times,
/// and in the end both databases hold the same. One SQL text for two engines is only one if this holds.
/// </summary>
internal static partial class Sameness
{
    private const int Steps = 100;

    public static async Task Run(int rounds, Options options, Tally tally, string folder)
    {
        Console.WriteLine($"\nthe same life on SQLite and on PostgreSQL, {rounds} times {Steps} requests");
        await using var postgres = await PostgresProcess.Create(folder);
        await using var left = await Rig.Open(Sub(folder, "left"), null, null, options.Seed);
        await using var right = await Rig.Open(
            Sub(folder, "right"),
            await postgres.Prepare(Rig.DatabaseName),
            postgres,
            options.Seed
        );
        using var leftApi = new Api(left.Server.Address, left.Shop.Cookie);
        using var rightApi = new Api(right.Server.Address, right.Shop.Cookie);
        var (leftIds, rightIds) = (new Ids(), new Ids());
        for (var round = 1; round <= rounds; round++)
        {
            var wrong = new List<string>();
            var till = round % left.All.Count;
            for (var step = 1; step <= Steps && wrong.Count == 0; step++)
            {
                var (asked, first) = await left.All[till].One(leftApi);
                var (_, second) = await right.All[till].One(rightApi);
                var (a, b) = (leftIds.Hide(first), rightIds.Hide(second));
                if (a != b)
                    wrong.Add($"step {step}, {asked.Kind}: SQLite answered {a}, PostgreSQL {b}");
            }
            if (wrong.Count == 0)
                wrong.AddRange(await SameState(left, right));
            tally.Check(
                string.Create(CultureInfo.InvariantCulture, $"round {round}, {left.Acknowledged} requests so far"),
                wrong
            );
            if (wrong.Count > 0)
                return;
        }
        await Different(left, right, tally);
    }

    /// <summary>The seeded difference: one fen more on one side, and the states must not be the same any more.</summary>
    private static async Task Different(Rig left, Rig right, Tally tally)
    {
        using var api = new Api(left.Server.Address, left.Shop.Cookie);
        await api.Must(
            $"/ledger/members/{left.Shop.Members[0]}/adjust",
            new
            {
                assetId = left.Shop.PointsAsset,
                amount = 1,
                reason = "差一分",
            }
        );
        tally.Check(
            "seeded bug: one point of difference is seen",
            (await SameState(left, right)).Count > 0 ? [] : ["two states that differ were taken for the same"]
        );
    }

    /// <summary>What is written, in the order it was written, without ids, hashes and times.</summary>
    private static readonly (string What, string Sql)[] State =
    [
        (
            "accounts",
            """
            SELECT s.code, a.balance, a.seq, a.total_in, a.total_out FROM account a
            JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id ORDER BY a.member_id, s.position
            """
        ),
        (
            "entries",
            """
            SELECT p.kind, s.code, e.seq, e.amount, e.balance_after, e.counter FROM entry e
            JOIN posting p ON p.merchant_id = e.merchant_id AND p.id = e.posting_id
            JOIN account a ON a.merchant_id = e.merchant_id AND a.id = e.account_id
                     AND a.member_id IN (e.member_id, e.other_member_id)
            JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id ORDER BY e.posting_id, e.id
            """
        ),
        (
            "lots",
            """
            SELECT s.code, l.granted, l.remaining, CAST(l.expires_on AS TEXT), l.order_of_use, l.paid, l.rule FROM lot l
            JOIN asset s ON s.merchant_id = l.merchant_id AND s.id = l.asset_id ORDER BY l.id
            """
        ),
        (
            "orders",
            """
            SELECT number, state, original, discount, payable, points_money, change, earned, earned_back, refunded
            FROM orders ORDER BY id
            """
        ),
        (
            "lines",
            "SELECT line_no, name, quantity, unit_price, net, returned, refunded FROM order_line ORDER BY order_id, line_no"
        ),
        (
            "payments",
            "SELECT document_kind, seq, tender, method, amount, tendered, change, points, bonus, kept FROM payment ORDER BY document_id, document_kind, seq"
        ),
        ("refunds", "SELECT number, amount, kept, points_back, points_taken FROM refund ORDER BY id"),
        ("shifts", "SELECT till, number, state, float, counted, expected FROM shift ORDER BY id"),
        ("facts", "SELECT name FROM fact WHERE name LIKE 'sales.%' ORDER BY outbox_id"),
    ];

    private static async Task<List<string>> SameState(Rig left, Rig right)
    {
        var wrong = new List<string>();
        await using var a = await Reader.Sqlite(left.Server.Data);
        await using var b = await Reader.Postgres(right.DirectDatabase!);
        foreach (var (what, sql) in State)
        {
            var (first, second) = (await Rows(a, sql), await Rows(b, sql));
            if (Hash(first) == Hash(second))
                continue;
            var at = first.Zip(second).TakeWhile(x => x.First == x.Second).Count();
            wrong.Add(
                $"{what} differ at row {at + 1}: SQLite {first.ElementAtOrDefault(at)}, PostgreSQL {second.ElementAtOrDefault(at)}"
            );
        }
        return wrong;
    }

    private static async Task<List<string>> Rows(Reader db, string sql) =>
        (await db.Rows(sql)).ConvertAll(r =>
            string.Join('|', r.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)))
        );

    private static string Hash(List<string> rows) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));

    private static string Sub(string folder, string name) =>
        Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    /// <summary>Ids of one side by the order in which they were met: the first is #1 on both.</summary>
    private sealed class Ids
    {
        private readonly Dictionary<string, int> _met = new(StringComparer.Ordinal);

        public string Hide(Answer answer)
        {
            var text = Moment().Replace(answer.Text, "TIME");
            return answer.Status.ToString(CultureInfo.InvariantCulture)
                + " "
                + Id()
                    .Replace(
                        text,
                        m => "#" + (_met.TryGetValue(m.Value, out var n) ? n : _met[m.Value] = _met.Count + 1)
                    );
        }
    }

    [GeneratedRegex(@"\d{15,}", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+Z", RegexOptions.None, 1000)]
    private static partial Regex Moment();
}
