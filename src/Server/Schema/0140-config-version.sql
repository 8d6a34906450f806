-- Counted up by every transaction that changes a merchant's configuration, so that what is kept in memory is never stale.

CREATE TABLE config_version (
    merchant_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id)
);
