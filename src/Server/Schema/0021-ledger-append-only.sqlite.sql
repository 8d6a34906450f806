-- Postings and entries are never changed or deleted (invariant I6); on PostgreSQL the program's role may only insert and select.

CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'posting is append-only'); END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'posting is append-only'); END;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;
CREATE TRIGGER day_root_no_update BEFORE UPDATE ON day_root BEGIN SELECT RAISE(ABORT, 'day_root is append-only'); END;
CREATE TRIGGER day_root_no_delete BEFORE DELETE ON day_root BEGIN SELECT RAISE(ABORT, 'day_root is append-only'); END;
