-- A lot says whether a decision must still see it, so that a member of many years is read as fast as a new one; the column
-- changes once in a lot's life, so that spending from it touches no index.

ALTER TABLE lot ADD COLUMN live BOOLEAN NOT NULL DEFAULT TRUE;
UPDATE lot SET live = FALSE WHERE remaining = 0 AND NOT EXISTS (
    SELECT 1 FROM lot h WHERE h.merchant_id = lot.merchant_id AND h.member_id = lot.member_id AND h.remaining > 0
    AND (h.id = lot.pair OR h.pair = lot.id));
DROP INDEX lot_member;
DROP INDEX lot_expiry;
CREATE INDEX lot_member ON lot (merchant_id, member_id, live, id);
CREATE INDEX lot_expiry ON lot (merchant_id, expires_on) WHERE live;
