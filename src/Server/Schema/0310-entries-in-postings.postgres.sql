-- The entries of a posting stand in its row: one row and three index entries a ticket instead of six rows and twelve. They are
-- read through the view "entry", which has the columns the table had, and whose value was moved besides (docs/decisions/0310).
-- The text is that of Shuke.Core.Ledger.EntryText; a posting that moves two members' value is a merge of memberships.

ALTER TABLE posting ADD COLUMN member_id BIGINT NOT NULL DEFAULT 0;
ALTER TABLE posting ADD COLUMN other_member_id BIGINT;
ALTER TABLE posting ADD COLUMN entries TEXT NOT NULL DEFAULT '[]';
ALTER TABLE posting ADD COLUMN hashes BYTES NOT NULL DEFAULT '';

UPDATE posting p SET member_id = x.first, other_member_id = NULLIF(x.last, x.first), entries = x.entries, hashes = x.hashes
FROM (
    SELECT e.merchant_id, e.posting_id, MIN(a.member_id) AS first, MAX(a.member_id) AS last,
        '[' || string_agg('[' || (e.id - e.posting_id) || ',' || e.account_id || ',' || e.seq || ',' || e.amount || ',' || e.balance_after || ',"'
            || e.counter || '","' || e.lots || '"]', ',' ORDER BY e.id) || ']' AS entries,
        string_agg(e.hash, ''::bytea ORDER BY e.id) AS hashes
    FROM entry e JOIN account a ON a.merchant_id = e.merchant_id AND a.id = e.account_id
    GROUP BY e.merchant_id, e.posting_id
) x
WHERE p.merchant_id = x.merchant_id AND p.id = x.posting_id;

DROP TABLE entry;

CREATE INDEX posting_member ON posting (merchant_id, member_id, id);
CREATE INDEX posting_other_member ON posting (merchant_id, other_member_id, id) WHERE other_member_id IS NOT NULL;

CREATE VIEW entry WITH (security_invoker = true) AS
SELECT p.merchant_id, p.id AS posting_id, p.id + (e.v->>0)::bigint AS id, (e.v->>1)::bigint AS account_id, (e.v->>2)::bigint AS seq,
    (e.v->>3)::bigint AS amount, (e.v->>4)::bigint AS balance_after, e.v->>5 AS counter, e.v->>6 AS lots, p.day,
    substr(p.hashes, (32 * e.n - 31)::int, 32) AS hash, p.member_id, p.other_member_id
FROM posting p CROSS JOIN LATERAL jsonb_array_elements(p.entries::jsonb) WITH ORDINALITY AS e (v, n);
