-- A regular comes to own a lot of points for each ticket, and few tickets spend points: lots of points are read only where
-- points are spent or renewed, everything else of a member always. So a card of many years is served as fast as a new one.

ALTER TABLE lot ADD COLUMN points BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE lot SET points = TRUE WHERE EXISTS (
    SELECT 1 FROM asset a WHERE a.merchant_id = lot.merchant_id AND a.id = lot.asset_id AND a.kind = 'points');
DROP INDEX lot_member;
CREATE INDEX lot_member ON lot (merchant_id, member_id, live, points, id);
