-- What the installation itself (merchant 0) keeps about backups it made and about a copy of the shop that is on its way in.

CREATE TABLE backup_run (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'failed')),
    place TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    row_count BIGINT NOT NULL,
    error TEXT NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

-- A restore or a move that has begun and is not proved yet: while there is a row, the database is not served.
CREATE TABLE transfer (
    merchant_id BIGINT NOT NULL,
    -- '' is the whole copy, everything else a table of it.
    part TEXT NOT NULL,
    source TEXT NOT NULL,
    rows_done BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, part)
);
