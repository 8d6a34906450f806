-- Postings of format 2 are sealed by one hash for each member instead of storing one for each entry, and say accounts as what they are
-- more than the first (docs/decisions/0360); older ones stay as they are. The view shows both alike; of the newer ones without hashes.
-- The sale of an order needs no key: the order is written with it and names it.

DROP VIEW entry;
CREATE TABLE posting_new (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    document_kind TEXT NOT NULL,
    document_id TEXT NOT NULL,
    store_id BIGINT,
    staff_id BIGINT,
    channel TEXT NOT NULL,
    at BIGINT NOT NULL,
    day DATE NOT NULL,
    reason TEXT NOT NULL,
    reversal_of BIGINT,
    format BIGINT NOT NULL,
    key TEXT,
    member_id BIGINT NOT NULL DEFAULT 0,
    other_member_id BIGINT,
    entries TEXT NOT NULL DEFAULT '[]',
    hashes BYTES NOT NULL DEFAULT x'',
    PRIMARY KEY (merchant_id, id)
);
INSERT INTO posting_new SELECT merchant_id, id, kind, document_kind, document_id, store_id, staff_id, channel, at, day, reason, reversal_of,
    format, key, member_id, other_member_id, entries, hashes
FROM posting;
DROP TRIGGER posting_no_delete;
DROP TABLE posting;
ALTER TABLE posting_new RENAME TO posting;
CREATE UNIQUE INDEX posting_key ON posting (merchant_id, key) WHERE key IS NOT NULL;
CREATE INDEX posting_day ON posting (merchant_id, day);
CREATE INDEX posting_reversal ON posting (merchant_id, reversal_of) WHERE reversal_of IS NOT NULL;
CREATE INDEX posting_member ON posting (merchant_id, member_id, id);
CREATE INDEX posting_other_member ON posting (merchant_id, other_member_id, id) WHERE other_member_id IS NOT NULL;
CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'posting is append-only'); END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'posting is append-only'); END;

CREATE VIEW entry AS
SELECT p.merchant_id, p.id AS posting_id, CAST(p.id + json_extract(e.value, '$[0]') AS BIGINT) AS id,
    CAST(json_extract(e.value, '$[1]') + CASE WHEN p.format = 1 OR e.key = 0 THEN 0 ELSE json_extract(p.entries, '$[0][1]') END AS BIGINT)
        AS account_id,
    CAST(json_extract(e.value, '$[2]') AS BIGINT) AS seq,
    CAST(json_extract(e.value, '$[3]') AS BIGINT) AS amount, CAST(json_extract(e.value, '$[4]') AS BIGINT) AS balance_after,
    json_extract(e.value, '$[5]') AS counter, json_extract(e.value, '$[6]') AS lots, p.day,
    CASE WHEN p.format = 1 THEN substr(p.hashes, 32 * e.key + 1, 32) END AS hash, p.member_id, p.other_member_id, p.format
FROM posting p CROSS JOIN json_each(p.entries) e;
