using System.Globalization;
using System.Text.Json.Nodes;

namespace Shuke.Faults.Harness;

/// <summary>
/// What must hold in the database whatever happened to the program, each by the name the project's invariants have. A
/// check counts rows that break it. BreakOn is a statement that breaks it on purpose: a check that does not notice is
/// itself broken (I45). Stored value is principal and bonus together.
/// </summary>
/// <param name="Sql">one number: how many rows are wrong; the same text on both engines</param>
/// <param name="BreakOn">how it is broken in a copy, to see that it is noticed</param>
internal sealed record Invariant(string Name, string Says, string Sql, string BreakOn);

internal static class Invariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new(
            "I1",
            "every posting has entries, none of them zero, each with its counter-account",
            """
            SELECT (SELECT COUNT(*) FROM entry WHERE amount = 0 OR counter = '')
                 + (SELECT COUNT(*) FROM posting p WHERE NOT EXISTS
                     (SELECT 1 FROM entry e WHERE e.merchant_id = p.merchant_id AND e.posting_id = p.id))
            """,
            """
            UPDATE posting SET entries = REPLACE(entries, '"topup"', '""')
            WHERE id = (SELECT MIN(posting_id) FROM entry WHERE counter = 'topup')
            """
        ),
        new(
            "I1 merges",
            "what a merge takes from one member it gives to the other",
            """
            SELECT COUNT(*) FROM
                (SELECT e.posting_id FROM entry e JOIN account a ON a.merchant_id = e.merchant_id AND a.id = e.account_id
                     AND a.member_id IN (e.member_id, e.other_member_id)
                 WHERE e.counter = 'merge' GROUP BY e.merchant_id, e.posting_id, a.asset_id HAVING SUM(e.amount) <> 0) AS wrong
            """,
            """
            UPDATE posting SET entries = REPLACE(entries, '"topup"', '"merge"')
            WHERE id = (SELECT MIN(posting_id) FROM entry WHERE counter = 'topup')
            """
        ),
        new(
            "I2",
            "for each asset all accounts together hold what all entries moved",
            """
            SELECT COUNT(*) FROM
                (SELECT merchant_id, asset_id, SUM(balance) AS held FROM account GROUP BY merchant_id, asset_id) AS h
            LEFT JOIN
                (SELECT a.merchant_id, a.asset_id, SUM(e.amount) AS moved FROM entry e
                 JOIN account a ON a.merchant_id = e.merchant_id AND a.id = e.account_id
                     AND a.member_id IN (e.member_id, e.other_member_id)
                 GROUP BY a.merchant_id, a.asset_id) AS m
            ON m.merchant_id = h.merchant_id AND m.asset_id = h.asset_id WHERE h.held <> COALESCE(m.moved, 0)
            """,
            "UPDATE book SET balances = REPLACE(balances, '[[', '[[1') WHERE member_id = (SELECT MIN(member_id) FROM account)"
        ),
        new(
            "I3",
            "an account's balance is the sum of its entries and the balance after the last one",
            """
            WITH unfolded AS MATERIALIZED (SELECT * FROM entry)
            SELECT COUNT(*) FROM account a LEFT JOIN
                (SELECT merchant_id, account_id, SUM(amount) AS moved, MAX(seq) AS last FROM unfolded
                 GROUP BY merchant_id, account_id) AS s ON s.merchant_id = a.merchant_id AND s.account_id = a.id
            LEFT JOIN unfolded e ON e.merchant_id = a.merchant_id AND e.account_id = a.id AND e.seq = s.last
            WHERE a.balance <> COALESCE(s.moved, 0) OR a.balance <> COALESCE(e.balance_after, 0)
                OR a.balance <> a.total_in - a.total_out
            """,
            "UPDATE book SET balances = REPLACE(balances, '[[', '[[1') WHERE member_id = (SELECT MAX(member_id) FROM account)"
        ),
        new(
            "I4",
            "entries of an account are numbered without gaps and each balance follows from the one before",
            """
            SELECT (SELECT COUNT(*) FROM
                (SELECT seq, amount, balance_after,
                    LAG(seq, 1, 0) OVER (PARTITION BY merchant_id, account_id ORDER BY seq) AS seq_before,
                    LAG(balance_after, 1, 0) OVER (PARTITION BY merchant_id, account_id ORDER BY seq) AS before
                 FROM entry) AS walk
                WHERE seq <> seq_before + 1 OR balance_after <> before + amount)
              + (SELECT COUNT(*) FROM account a LEFT JOIN
                    (SELECT merchant_id, account_id, COUNT(*) AS entries FROM entry GROUP BY merchant_id, account_id) AS n
                 ON n.merchant_id = a.merchant_id AND n.account_id = a.id WHERE a.seq <> COALESCE(n.entries, 0))
            """,
            """
            UPDATE book SET balances = REPLACE(balances, (SELECT ',' || seq || ',' || total_in || ']' FROM account
                WHERE member_id = book.member_id ORDER BY id LIMIT 1), (SELECT ',' || (seq + 1) || ',' || total_in || ']' FROM account
                WHERE member_id = book.member_id ORDER BY id LIMIT 1))
            WHERE member_id = (SELECT MIN(member_id) FROM account)
            """
        ),
        new(
            "I5",
            "no member's account is below zero that may not be",
            """
            SELECT COUNT(*) FROM account a JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id
            WHERE a.balance < 0 AND NOT s.may_go_negative
            """,
            "UPDATE book SET balances = REPLACE(REPLACE(balances, '[[', '[[-1'), ',[', ',[-1') WHERE entries > 0"
        ),
        new(
            "I7",
            "a correction names its original; no original is given back more than it took, no top-up undone twice",
            """
            SELECT (SELECT COUNT(*) FROM posting r WHERE r.reversal_of IS NOT NULL AND NOT EXISTS
                     (SELECT 1 FROM posting o WHERE o.merchant_id = r.merchant_id AND o.id = r.reversal_of))
                 + (SELECT COUNT(*) FROM (SELECT reversal_of FROM posting WHERE kind = 'topup_refund'
                     GROUP BY merchant_id, reversal_of HAVING COUNT(*) > 1) AS twice)
                 + (SELECT COUNT(*) FROM
                     (SELECT o.merchant_id, o.id, a.asset_id,
                        -SUM(CASE WHEN p.id = o.id AND e.amount < 0 THEN e.amount ELSE 0 END) AS taken,
                        SUM(CASE WHEN p.id <> o.id AND e.counter = 'refund' AND e.amount > 0 THEN e.amount ELSE 0 END) AS returned
                      FROM posting o JOIN posting p ON p.merchant_id = o.merchant_id AND (p.id = o.id OR p.reversal_of = o.id)
                      JOIN entry e ON e.merchant_id = p.merchant_id AND e.posting_id = p.id
                      JOIN account a ON a.merchant_id = e.merchant_id AND a.id = e.account_id
                     AND a.member_id IN (e.member_id, e.other_member_id)
                      WHERE o.kind = 'sale' GROUP BY o.merchant_id, o.id, a.asset_id) AS back
                    WHERE returned > taken)
            """,
            "UPDATE posting SET reversal_of = 1 WHERE id = (SELECT MIN(id) FROM posting)"
        ),
        new(
            "I8",
            "a posting has one key, an actor, a store and a document, and document and posting name each other",
            """
            SELECT (SELECT COUNT(*) FROM posting WHERE key = '' OR document_kind = '' OR document_id = '' OR channel = ''
                     OR (channel = 'till' AND kind <> 'tier_pack' AND (store_id IS NULL OR staff_id IS NULL)))
                 + (SELECT COUNT(*) FROM (SELECT key FROM posting WHERE key IS NOT NULL GROUP BY merchant_id, key HAVING COUNT(*) > 1) AS twice)
                 + (SELECT COUNT(*) FROM posting p WHERE p.kind = 'sale' AND NOT EXISTS (SELECT 1 FROM orders o
                     WHERE o.merchant_id = p.merchant_id AND CAST(o.id AS TEXT) = p.document_id AND o.posting_id = p.id))
                 + (SELECT COUNT(*) FROM posting p WHERE p.kind = 'topup' AND NOT EXISTS (SELECT 1 FROM topup t
                     WHERE t.merchant_id = p.merchant_id AND CAST(t.id AS TEXT) = p.document_id AND t.posting_id = p.id))
                 + (SELECT COUNT(*) FROM posting p WHERE p.kind = 'refund' AND NOT EXISTS (SELECT 1 FROM refund r
                     WHERE r.merchant_id = p.merchant_id AND CAST(r.id AS TEXT) = p.document_id AND r.posting_id = p.id))
                 + (SELECT COUNT(*) FROM topup t WHERE NOT EXISTS (SELECT 1 FROM posting p
                     WHERE p.merchant_id = t.merchant_id AND p.id = t.posting_id))
                 + (SELECT COUNT(*) FROM orders o WHERE o.posting_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM posting p
                     WHERE p.merchant_id = o.merchant_id AND p.id = o.posting_id))
            """,
            "UPDATE posting SET document_id = '1' WHERE id = (SELECT MIN(id) FROM posting WHERE kind = 'sale')"
        ),
        new(
            "I12",
            "points lots together are the points balance; no lot holds less than nothing or more than it was given",
            """
            SELECT (SELECT COUNT(*) FROM lot WHERE remaining < 0 OR remaining > granted)
                 + (SELECT COUNT(*) FROM account a JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id
                    LEFT JOIN (SELECT merchant_id, account_id, SUM(remaining) AS held FROM lot GROUP BY merchant_id, account_id) AS l
                        ON l.merchant_id = a.merchant_id AND l.account_id = a.id
                    WHERE s.kind IN ('points', 'times')
                        AND COALESCE(l.held, 0) <> CASE WHEN a.balance < 0 THEN 0 ELSE a.balance END)
            """,
            """
            UPDATE lot SET remaining = remaining - 1 WHERE id = (SELECT MIN(l.id) FROM lot l
                JOIN asset s ON s.id = l.asset_id AND s.merchant_id = l.merchant_id WHERE s.kind = 'points' AND l.remaining > 0)
            """
        ),
        new(
            "I16",
            "principal and bonus lots together are the card's balance",
            """
            SELECT COUNT(*) FROM account a JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id
            LEFT JOIN (SELECT merchant_id, account_id, SUM(remaining) AS held FROM lot GROUP BY merchant_id, account_id) AS l
                ON l.merchant_id = a.merchant_id AND l.account_id = a.id
            WHERE s.kind IN ('principal', 'bonus') AND COALESCE(l.held, 0) <> a.balance
            """,
            """
            UPDATE lot SET remaining = remaining - 1 WHERE id = (SELECT MIN(l.id) FROM lot l
                JOIN asset s ON s.id = l.asset_id AND s.merchant_id = l.merchant_id WHERE s.kind = 'principal' AND l.remaining > 0)
            """
        ),
        new(
            "I17",
            "nothing is refunded beyond what was paid: per order, per line, per payment; a top-up gives back its principal",
            """
            SELECT (SELECT COUNT(*) FROM orders WHERE refunded > payable OR refunded < 0)
                 + (SELECT COUNT(*) FROM orders o WHERE o.refunded <> COALESCE((SELECT SUM(r.amount) FROM refund r
                     WHERE r.merchant_id = o.merchant_id AND r.order_id = o.id), 0))
                 + (SELECT COUNT(*) FROM order_line l LEFT JOIN
                     (SELECT r.merchant_id, r.order_id, b.line_no, SUM(b.quantity) AS quantity, SUM(b.amount) AS amount
                      FROM refund r JOIN refund_line b ON b.merchant_id = r.merchant_id AND b.refund_id = r.id
                      GROUP BY r.merchant_id, r.order_id, b.line_no) AS b
                     ON b.merchant_id = l.merchant_id AND b.order_id = l.order_id AND b.line_no = l.line_no
                    WHERE l.returned <> COALESCE(b.quantity, 0) OR l.refunded <> COALESCE(b.amount, 0)
                        OR l.returned > l.quantity OR l.refunded > l.net)
                 + (SELECT COUNT(*) FROM payment p JOIN
                     (SELECT r.merchant_id, r.order_id, q.seq, SUM(q.amount + q.kept) AS back, SUM(q.points) AS points
                      FROM refund r JOIN payment q ON q.merchant_id = r.merchant_id AND q.document_kind = 'refund' AND q.document_id = r.id
                      GROUP BY r.merchant_id, r.order_id, q.seq) AS b
                     ON b.merchant_id = p.merchant_id AND b.order_id = p.document_id AND b.seq = p.seq
                    WHERE p.document_kind = 'order' AND (b.back > p.amount OR b.points > p.points))
                 + (SELECT COUNT(*) FROM payment p JOIN topup t ON t.merchant_id = p.merchant_id AND t.id = p.document_id
                    WHERE p.document_kind = 'topup_refund' AND (p.amount <> t.pay OR t.state <> 'refunded'))
            """,
            "UPDATE refund SET amount = amount + 1 WHERE id = (SELECT MIN(id) FROM refund)"
        ),
        new(
            "I21",
            "an order's lines, discounts and payments add up to the fen",
            """
            SELECT (SELECT COUNT(*) FROM orders o LEFT JOIN
                     (SELECT merchant_id, order_id, SUM(original) AS original, SUM(discount) AS discount, SUM(net) AS net
                      FROM order_line GROUP BY merchant_id, order_id) AS l ON l.merchant_id = o.merchant_id AND l.order_id = o.id
                    WHERE o.original <> COALESCE(l.original, 0) OR o.discount <> COALESCE(l.discount, 0)
                        OR o.payable <> COALESCE(l.net, 0) OR o.original - o.discount <> o.payable)
                 + (SELECT COUNT(*) FROM order_line l LEFT JOIN
                     (SELECT merchant_id, order_id, line_no, SUM(amount) AS amount FROM order_discount
                      GROUP BY merchant_id, order_id, line_no) AS d
                     ON d.merchant_id = l.merchant_id AND d.order_id = l.order_id AND d.line_no = l.line_no
                    WHERE l.discount <> COALESCE(d.amount, 0) OR l.original - l.discount <> l.net)
                 + (SELECT COUNT(*) FROM orders o LEFT JOIN
                     (SELECT merchant_id, document_id, SUM(amount) AS amount, SUM(change) AS change,
                        SUM(CASE WHEN tender = 'points' THEN amount ELSE 0 END) AS points_money
                      FROM payment WHERE document_kind = 'order' GROUP BY merchant_id, document_id) AS p
                     ON p.merchant_id = o.merchant_id AND p.document_id = o.id
                    WHERE o.payable <> COALESCE(p.amount, 0) OR o.change <> COALESCE(p.change, 0)
                        OR o.points_money <> COALESCE(p.points_money, 0))
            """,
            "UPDATE orders SET payable = payable + 1, original = original + 1 WHERE id = (SELECT MIN(id) FROM orders)"
        ),
        new(
            "I25",
            "a closed shift expects float, cash moves and cash taken, and nothing came into it after it was closed",
            """
            SELECT (SELECT COUNT(*) FROM shift s WHERE s.state = 'closed' AND (s.counted IS NULL OR s.expected IS NULL
                 OR s.expected <> s.float
                    + COALESCE((SELECT SUM(c.amount) FROM shift_cash c WHERE c.merchant_id = s.merchant_id AND c.shift_id = s.id), 0)
                    + COALESCE((SELECT SUM(CASE WHEN p.document_kind IN ('order', 'topup') THEN p.amount ELSE -p.amount END)
                        FROM payment p WHERE p.merchant_id = s.merchant_id AND p.shift_id = s.id AND p.tender = 'cash'), 0)))
                 + (SELECT COUNT(*) FROM (SELECT till FROM shift WHERE state = 'open'
                    GROUP BY merchant_id, store_id, till HAVING COUNT(*) > 1) AS two)
            """,
            "UPDATE shift SET expected = expected + 1 WHERE id = (SELECT MIN(id) FROM shift WHERE state = 'closed')"
        ),
        new(
            "I31",
            "entry, lot, account, document and person belong to one merchant, and to each other",
            """
            SELECT (SELECT COUNT(*) FROM entry e WHERE NOT EXISTS
                     (SELECT 1 FROM account a WHERE a.merchant_id = e.merchant_id AND a.id = e.account_id
                        AND a.member_id IN (e.member_id, e.other_member_id))
                     OR NOT EXISTS (SELECT 1 FROM posting p WHERE p.merchant_id = e.merchant_id AND p.id = e.posting_id))
                 + (SELECT COUNT(*) FROM lot l WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a.merchant_id = l.merchant_id
                     AND a.id = l.account_id AND a.member_id = l.member_id AND a.asset_id = l.asset_id))
                 + (SELECT COUNT(*) FROM account a WHERE NOT EXISTS (SELECT 1 FROM book b
                     WHERE b.merchant_id = a.merchant_id AND b.member_id = a.member_id))
                 + (SELECT COUNT(*) FROM posting p WHERE p.staff_id IS NOT NULL AND NOT EXISTS
                     (SELECT 1 FROM staff s WHERE s.merchant_id = p.merchant_id AND s.id = p.staff_id))
                 + (SELECT COUNT(*) FROM posting p WHERE p.store_id IS NOT NULL AND NOT EXISTS
                     (SELECT 1 FROM store s WHERE s.merchant_id = p.merchant_id AND s.id = p.store_id))
                 + (SELECT COUNT(*) FROM payment p WHERE NOT EXISTS
                     (SELECT 1 FROM shift s WHERE s.merchant_id = p.merchant_id AND s.id = p.shift_id AND s.store_id = p.store_id))
            """,
            "UPDATE lot SET asset_id = asset_id + 1 WHERE id = (SELECT MIN(id) FROM lot)"
        ),
        new(
            "I33",
            "no card ever held more than the law allows: 5,000 yuan registered, 1,000 yuan not (merged members aside)",
            """
            SELECT COUNT(*) FROM
                (SELECT a.merchant_id, a.member_id, SUM(e.amount) OVER
                    (PARTITION BY a.merchant_id, a.member_id ORDER BY e.posting_id, e.id) AS held
                 FROM entry e JOIN account a ON a.merchant_id = e.merchant_id AND a.id = e.account_id
                     AND a.member_id IN (e.member_id, e.other_member_id)
                 JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id WHERE s.kind IN ('principal', 'bonus')) AS walk
            JOIN book b ON b.merchant_id = walk.merchant_id AND b.member_id = walk.member_id
            WHERE walk.held > CASE WHEN b.registered THEN 500000 ELSE 100000 END
                AND NOT EXISTS (SELECT 1 FROM posting m WHERE m.other_member_id IS NOT NULL AND m.merchant_id = walk.merchant_id
                    AND walk.member_id IN (m.member_id, m.other_member_id))
            """,
            """
            UPDATE posting SET entries = REPLACE(entries, (SELECT ',' || amount || ',' || balance_after || ',"topup"' FROM entry
                    WHERE counter = 'topup' AND posting_id = posting.id ORDER BY id LIMIT 1), ',500001,500001,"topup"')
            WHERE id = (SELECT MIN(posting_id) FROM entry WHERE counter = 'topup')
            """
        ),
    ];

    /// <summary>I30 reads JSON, so it is not one SQL text: a fact was told exactly once for each document that tells one.</summary>
    public const string Facts = "I30";
    public const string FactsBreakOn =
        "DELETE FROM outbox WHERE id = (SELECT MAX(id) FROM outbox WHERE name = 'sales.order_paid.v1')";

    private static readonly (string Fact, string Field, string Documents)[] Told =
    [
        ("sales.order_paid.v1", "orderId", "SELECT id FROM orders"),
        ("sales.order_refunded.v1", "refundId", "SELECT id FROM refund"),
        ("sales.topped_up.v1", "topUpId", "SELECT id FROM topup"),
        ("sales.shift_closed.v1", "shiftId", "SELECT id FROM shift WHERE state = 'closed'"),
    ];

    /// <summary>Every invariant that does not hold, with how many rows break it.</summary>
    public static async Task<List<string>> Broken(Reader db)
    {
        var broken = new List<string>();
        foreach (var invariant in All)
            if (await db.Long(invariant.Sql) is > 0 and var rows)
                broken.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{invariant.Name}: {rows} rows, not true that {invariant.Says}"
                    )
                );
        broken.AddRange(await UntoldFacts(db));
        broken.AddRange(await LateForTheReport(db));
        return broken;
    }

    /// <summary>Also what is not cash: a closed shift's report counts every document that is written into the shift (I25).</summary>
    private static async Task<List<string>> LateForTheReport(Reader db)
    {
        var rows = await db.Rows(
            """
            SELECT CAST(s.id AS TEXT), s.report,
                (SELECT COUNT(*) FROM orders o WHERE o.merchant_id = s.merchant_id AND o.shift_id = s.id),
                (SELECT COUNT(*) FROM payment p WHERE p.merchant_id = s.merchant_id AND p.shift_id = s.id AND p.document_kind = 'order'),
                (SELECT COUNT(*) FROM payment p WHERE p.merchant_id = s.merchant_id AND p.shift_id = s.id AND p.document_kind = 'refund'),
                (SELECT COUNT(*) FROM payment p WHERE p.merchant_id = s.merchant_id AND p.shift_id = s.id AND p.document_kind = 'topup')
            FROM shift s WHERE s.state = 'closed'
            """
        );
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            var figures = JsonNode.Parse((string)row[1]!)!["figures"]!;
            long Count(string list) => figures[list]!.AsArray().Sum(s => (long)s!["count"]!);
            long[] reported = [(long)figures["orders"]!, Count("sales"), Count("refunds"), Count("topUps")];
            var written = row[2..].Select(n => Convert.ToInt64(n, CultureInfo.InvariantCulture)).ToArray();
            if (!reported.SequenceEqual(written))
                wrong.Add(
                    $"I25: shift {row[0]} was closed with {string.Join('/', reported)} orders, payments, refunds, top-ups and holds {string.Join('/', written)}"
                );
        }
        return wrong;
    }

    private static async Task<List<string>> UntoldFacts(Reader db)
    {
        var wrong = new List<string>();
        foreach (var (fact, field, documents) in Told)
        {
            var told = (await db.Texts($"SELECT body FROM fact WHERE name = '{fact}'")).ConvertAll(body =>
                (string)JsonNode.Parse(body)![field]!
            );
            var written = await db.Texts(documents);
            if (told.Count != told.Distinct(StringComparer.Ordinal).Count())
                wrong.Add($"{Facts}: {fact} was told twice for one document");
            if (written.Except(told, StringComparer.Ordinal).FirstOrDefault() is { } silent)
                wrong.Add($"{Facts}: {fact} was not told for {silent}");
            if (told.Except(written, StringComparer.Ordinal).FirstOrDefault() is { } invented)
                wrong.Add($"{Facts}: {fact} was told for {invented}, which does not exist");
        }
        return wrong;
    }
}
