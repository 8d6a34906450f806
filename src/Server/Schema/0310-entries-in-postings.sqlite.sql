-- The entries of a posting stand in its row: one row and three index entries a ticket instead of six rows and twelve. They are
-- read through the view "entry", which has the columns the table had, and whose value was moved besides (docs/decisions/0310).
-- The text is that of Shuke.Core.Ledger.EntryText; a posting that moves two members' value is a merge of memberships.

DROP TRIGGER posting_no_update;
DROP TRIGGER entry_no_update;
DROP TRIGGER entry_no_delete;

ALTER TABLE posting ADD COLUMN member_id BIGINT NOT NULL DEFAULT 0;
ALTER TABLE posting ADD COLUMN other_member_id BIGINT;
ALTER TABLE posting ADD COLUMN entries TEXT NOT NULL DEFAULT '[]';
ALTER TABLE posting ADD COLUMN hashes BYTES NOT NULL DEFAULT x'';

UPDATE posting SET member_id = x.first, other_member_id = NULLIF(x.last, x.first), entries = x.entries, hashes = x.hashes
FROM (
    SELECT e.merchant_id, e.posting_id, MIN(a.member_id) AS first, MAX(a.member_id) AS last,
        '[' || group_concat('[' || (e.id - e.posting_id) || ',' || e.account_id || ',' || e.seq || ',' || e.amount || ',' || e.balance_after || ',"'
            || e.counter || '","' || e.lots || '"]', ',' ORDER BY e.id) || ']' AS entries,
        unhex(group_concat(hex(e.hash), '' ORDER BY e.id)) AS hashes
    FROM entry e JOIN account a ON a.merchant_id = e.merchant_id AND a.id = e.account_id
    GROUP BY e.merchant_id, e.posting_id
) x
WHERE posting.merchant_id = x.merchant_id AND posting.id = x.posting_id;

DROP TABLE entry;

CREATE INDEX posting_member ON posting (merchant_id, member_id, id);
CREATE INDEX posting_other_member ON posting (merchant_id, other_member_id, id) WHERE other_member_id IS NOT NULL;
CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'posting is append-only'); END;

-- Numbers say that they are: SQLite makes no index for a join over a column without a type, and reads it whole for each row.
CREATE VIEW entry AS
SELECT p.merchant_id, p.id AS posting_id, CAST(p.id + json_extract(e.value, '$[0]') AS BIGINT) AS id,
    CAST(json_extract(e.value, '$[1]') AS BIGINT) AS account_id, CAST(json_extract(e.value, '$[2]') AS BIGINT) AS seq,
    CAST(json_extract(e.value, '$[3]') AS BIGINT) AS amount, CAST(json_extract(e.value, '$[4]') AS BIGINT) AS balance_after,
    json_extract(e.value, '$[5]') AS counter, json_extract(e.value, '$[6]') AS lots, p.day,
    substr(p.hashes, 32 * e.key + 1, 32) AS hash, p.member_id, p.other_member_id
FROM posting p CROSS JOIN json_each(p.entries) e;
