-- The written membership policy as it was on the days on which it changed.

CREATE TABLE policy_version (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    day DATE NOT NULL,
    -- JSON: the chapters in both languages.
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id)
);
CREATE INDEX policy_version_day ON policy_version (merchant_id, day);
CREATE INDEX benefit_use_day ON benefit_use (merchant_id, benefit_id, day);
