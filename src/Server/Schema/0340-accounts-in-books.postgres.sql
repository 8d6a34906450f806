-- A member's accounts stand in the row of their book, which every posting locks and writes anyway: one row written a ticket
-- instead of five and no index entry for them. SQL reads the view "account". The texts are those of Shuke.Core.Ledger.AccountText;
-- a minus sign in one is a balance below zero that may not be (docs/decisions/0340).

ALTER TABLE book ADD COLUMN accounts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE book ADD COLUMN entries BIGINT NOT NULL DEFAULT 0;
ALTER TABLE book ADD COLUMN stored BIGINT NOT NULL DEFAULT 0;
ALTER TABLE book ADD COLUMN balances TEXT NOT NULL DEFAULT '[]';
ALTER TABLE book ADD COLUMN heads BYTES NOT NULL DEFAULT '';
ALTER TABLE book ADD CONSTRAINT book_not_negative CHECK (balances NOT LIKE '%-%');

UPDATE book SET accounts = x.accounts, entries = x.entries, stored = x.stored, balances = x.balances, heads = x.heads
FROM (
    SELECT a.merchant_id, a.member_id, SUM(a.seq) AS entries,
        COALESCE(SUM(a.balance) FILTER (WHERE s.kind IN ('principal', 'bonus')), 0) AS stored,
        '[' || string_agg('[' || a.id || ',' || a.asset_id || ']', ',' ORDER BY a.id) || ']' AS accounts,
        '[' || string_agg('[' || CASE WHEN s.may_go_negative THEN GREATEST(a.balance, 0) ELSE a.balance END || ',' || a.seq || ',' || a.total_in
            || CASE WHEN s.may_go_negative AND a.balance < 0 THEN ',' || -a.balance ELSE '' END || ']', ',' ORDER BY a.id) || ']' AS balances,
        string_agg(a.head, ''::bytea ORDER BY a.id) AS heads
    FROM account a JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id
    WHERE a.seq > 0 GROUP BY a.merchant_id, a.member_id
) x
WHERE book.merchant_id = x.merchant_id AND book.member_id = x.member_id;

DROP TABLE account;
-- Room on its page lets a book's new version stay beside the old one.
ALTER TABLE book SET (fillfactor = 80);

CREATE VIEW account WITH (security_invoker = true) AS
SELECT b.merchant_id, (x.a->>0)::bigint AS id, b.member_id, (x.a->>1)::bigint AS asset_id,
    (x.h->>0)::bigint - COALESCE((x.h->>3)::bigint, 0) AS balance, (x.h->>1)::bigint AS seq,
    substr(b.heads, (32 * x.n - 31)::int, 32) AS head, (x.h->>2)::bigint AS total_in,
    (x.h->>2)::bigint - (x.h->>0)::bigint + COALESCE((x.h->>3)::bigint, 0) AS total_out
FROM book b CROSS JOIN LATERAL ROWS FROM (jsonb_array_elements(b.accounts::jsonb), jsonb_array_elements(b.balances::jsonb))
    WITH ORDINALITY AS x (a, h, n);
