-- What a promotion was at any past moment stays readable: versions are never changed or deleted.

CREATE TRIGGER promotion_version_no_update BEFORE UPDATE ON promotion_version BEGIN SELECT RAISE(ABORT, 'promotion_version is append-only'); END;
CREATE TRIGGER promotion_version_no_delete BEFORE DELETE ON promotion_version BEGIN SELECT RAISE(ABORT, 'promotion_version is append-only'); END;
