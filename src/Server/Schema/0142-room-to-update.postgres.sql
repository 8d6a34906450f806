-- Accounts and lots are written again and again: room on their pages lets a new version stay beside the old one, so that no
-- index is touched and a member's rows stay together.

ALTER TABLE account SET (fillfactor = 80);
ALTER TABLE lot SET (fillfactor = 85);
