-- A shift's tickets are among those of its store's days; an index entry of their own for each ticket is too dear for a report
-- that is asked for twice a day.

DROP INDEX orders_shift;
