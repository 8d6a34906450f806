-- Which night's work has been put in line, so that several processes do it once.

CREATE TABLE nightly (
    merchant_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    day DATE NOT NULL,
    PRIMARY KEY (merchant_id, kind, day)
);
