-- Postings of format 2 are sealed by one hash for each member instead of storing one for each entry, and say accounts as what they are
-- more than the first (docs/decisions/0360); older ones stay as they are. The view shows both alike; of the newer ones without hashes.

DROP VIEW entry;
CREATE VIEW entry AS
SELECT p.merchant_id, p.id AS posting_id, CAST(p.id + json_extract(e.value, '$[0]') AS BIGINT) AS id,
    CAST(json_extract(e.value, '$[1]') + CASE WHEN p.format = 1 OR e.key = 0 THEN 0 ELSE json_extract(p.entries, '$[0][1]') END AS BIGINT)
        AS account_id,
    CAST(json_extract(e.value, '$[2]') AS BIGINT) AS seq,
    CAST(json_extract(e.value, '$[3]') AS BIGINT) AS amount, CAST(json_extract(e.value, '$[4]') AS BIGINT) AS balance_after,
    json_extract(e.value, '$[5]') AS counter, json_extract(e.value, '$[6]') AS lots, p.day,
    CASE WHEN p.format = 1 THEN substr(p.hashes, 32 * e.key + 1, 32) END AS hash, p.member_id, p.other_member_id, p.format
FROM posting p CROSS JOIN json_each(p.entries) e;
