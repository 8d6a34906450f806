-- A member's accounts stand in the row of their book, which every posting writes anyway: one row written a ticket instead of
-- five. SQL reads the view "account". The texts are those of Shuke.Core.Ledger.AccountText; a minus sign in one is a balance
-- below zero that may not be (docs/decisions/0340).

ALTER TABLE book ADD COLUMN accounts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE book ADD COLUMN entries BIGINT NOT NULL DEFAULT 0;
ALTER TABLE book ADD COLUMN stored BIGINT NOT NULL DEFAULT 0;
ALTER TABLE book ADD COLUMN balances TEXT NOT NULL DEFAULT '[]' CHECK (balances NOT LIKE '%-%');
ALTER TABLE book ADD COLUMN heads BYTES NOT NULL DEFAULT x'';

UPDATE book SET accounts = x.accounts, entries = x.entries, stored = x.stored, balances = x.balances, heads = x.heads
FROM (
    SELECT a.merchant_id, a.member_id, SUM(a.seq) AS entries,
        COALESCE(SUM(a.balance) FILTER (WHERE s.kind IN ('principal', 'bonus')), 0) AS stored,
        '[' || group_concat('[' || a.id || ',' || a.asset_id || ']', ',' ORDER BY a.id) || ']' AS accounts,
        '[' || group_concat('[' || CASE WHEN s.may_go_negative THEN MAX(a.balance, 0) ELSE a.balance END || ',' || a.seq || ',' || a.total_in
            || CASE WHEN s.may_go_negative AND a.balance < 0 THEN ',' || -a.balance ELSE '' END || ']', ',' ORDER BY a.id) || ']' AS balances,
        unhex(group_concat(hex(a.head), '' ORDER BY a.id)) AS heads
    FROM account a JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id
    WHERE a.seq > 0 GROUP BY a.merchant_id, a.member_id
) x
WHERE book.merchant_id = x.merchant_id AND book.member_id = x.member_id;

-- The foreign key of lots into accounts goes with the table; theirs points at the book now.
CREATE TABLE lot_new (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    asset_id BIGINT NOT NULL,
    granted BIGINT NOT NULL,
    remaining BIGINT NOT NULL,
    active_at BIGINT NOT NULL,
    expires_on DATE,
    pair BIGINT,
    origin BIGINT,
    created_by BIGINT NOT NULL,
    order_of_use TEXT NOT NULL CHECK (order_of_use IN ('proportional', 'principal_first', 'bonus_first')),
    paid BIGINT,
    list_price BIGINT,
    rule TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    live BOOLEAN NOT NULL DEFAULT TRUE,
    points BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (merchant_id, id),
    CHECK (remaining >= 0 AND remaining <= granted),
    FOREIGN KEY (merchant_id, member_id) REFERENCES book (merchant_id, member_id)
);
INSERT INTO lot_new SELECT merchant_id, id, account_id, member_id, asset_id, granted, remaining, active_at, expires_on, pair, origin,
    created_by, order_of_use, paid, list_price, rule, created_at, live, points
FROM lot;
DROP TABLE lot;
ALTER TABLE lot_new RENAME TO lot;
CREATE INDEX lot_member ON lot (merchant_id, member_id, live, points, id);
CREATE INDEX lot_origin ON lot (merchant_id, origin) WHERE origin IS NOT NULL;
CREATE INDEX lot_expiry ON lot (merchant_id, expires_on) WHERE live;

DROP TABLE account;

CREATE VIEW account AS
SELECT b.merchant_id, CAST(json_extract(a.value, '$[0]') AS BIGINT) AS id, b.member_id,
    CAST(json_extract(a.value, '$[1]') AS BIGINT) AS asset_id,
    CAST(json_extract(h.value, '$[0]') - COALESCE(json_extract(h.value, '$[3]'), 0) AS BIGINT) AS balance,
    CAST(json_extract(h.value, '$[1]') AS BIGINT) AS seq, substr(b.heads, 32 * a.key + 1, 32) AS head,
    CAST(json_extract(h.value, '$[2]') AS BIGINT) AS total_in,
    CAST(json_extract(h.value, '$[2]') - json_extract(h.value, '$[0]') + COALESCE(json_extract(h.value, '$[3]'), 0) AS BIGINT) AS total_out
FROM book b CROSS JOIN json_each(b.accounts) a CROSS JOIN json_each(b.balances) h ON h.key = a.key;
