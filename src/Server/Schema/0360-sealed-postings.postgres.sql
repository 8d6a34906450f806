-- Postings of format 2 are sealed by one hash for each member instead of storing one for each entry, and say accounts as what they are
-- more than the first (docs/decisions/0360); older ones stay as they are. The view shows both alike; of the newer ones without hashes.
-- The sale of an order needs no key: the order is written with it and names it.

ALTER TABLE posting ALTER COLUMN key DROP NOT NULL;
ALTER TABLE posting DROP CONSTRAINT posting_merchant_id_key_key;
CREATE UNIQUE INDEX posting_key ON posting (merchant_id, key) WHERE key IS NOT NULL;
-- Members come in order, their postings and tickets at random: room in the pages keeps these from splitting one after the other.
ALTER INDEX posting_member SET (fillfactor = 70);
ALTER INDEX orders_member SET (fillfactor = 70);
ALTER INDEX lot_member SET (fillfactor = 70);

DROP VIEW entry;
CREATE VIEW entry WITH (security_invoker = true) AS
SELECT p.merchant_id, p.id AS posting_id, p.id + (e.v->>0)::bigint AS id,
    (e.v->>1)::bigint + CASE WHEN p.format = 1 OR e.n = 1 THEN 0 ELSE (x.list->0->>1)::bigint END AS account_id, (e.v->>2)::bigint AS seq,
    (e.v->>3)::bigint AS amount, (e.v->>4)::bigint AS balance_after, e.v->>5 AS counter, e.v->>6 AS lots, p.day,
    CASE WHEN p.format = 1 THEN substr(p.hashes, (32 * e.n - 31)::int, 32) END AS hash, p.member_id, p.other_member_id, p.format
FROM posting p CROSS JOIN LATERAL (SELECT p.entries::jsonb AS list OFFSET 0) x
    CROSS JOIN LATERAL jsonb_array_elements(x.list) WITH ORDINALITY AS e (v, n);
