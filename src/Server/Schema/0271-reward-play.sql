-- Play: checking in, draws that anybody can check, tasks, badges.

CREATE TABLE check_in (
    merchant_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    day DATE NOT NULL,
    streak BIGINT NOT NULL,
    points BIGINT NOT NULL,
    made_up BOOLEAN NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, member_id, day)
);

CREATE TABLE draw (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    look TEXT NOT NULL CHECK (look IN ('wheel', 'scratch', 'grid', 'egg')),
    -- Points a turn costs when no chance is left; null = chances only.
    cost_points BIGINT,
    per_day_max BIGINT NOT NULL,
    guarantee_after BIGINT NOT NULL,
    valid_from DATE,
    valid_to DATE,
    active BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

CREATE TABLE draw_prize (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    draw_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    weight BIGINT NOT NULL CHECK (weight > 0),
    stock BIGINT,
    per_day BIGINT,
    is_nothing BOOLEAN NOT NULL,
    -- JSON: what a winner gets; empty for goods handed over at the counter.
    effects TEXT NOT NULL,
    given BIGINT NOT NULL,
    given_day DATE,
    given_today BIGINT NOT NULL,
    active BOOLEAN NOT NULL,
    PRIMARY KEY (merchant_id, id),
    CHECK (given >= 0 AND (stock IS NULL OR given <= stock)),
    FOREIGN KEY (merchant_id, draw_id) REFERENCES draw (merchant_id, id)
);
CREATE INDEX draw_prize_draw ON draw_prize (merchant_id, draw_id, position);

-- One seed and its draws. The hash of the seed is shown from the start, the seed when the round is closed.
CREATE TABLE draw_round (
    merchant_id BIGINT NOT NULL,
    draw_id BIGINT NOT NULL,
    round BIGINT NOT NULL,
    commitment TEXT NOT NULL,
    seed_sealed TEXT NOT NULL,
    seed TEXT,
    -- JSON: prizes with weights as they were published for this round.
    prizes TEXT NOT NULL,
    guarantee_after BIGINT NOT NULL,
    next BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT,
    PRIMARY KEY (merchant_id, draw_id, round),
    FOREIGN KEY (merchant_id, draw_id) REFERENCES draw (merchant_id, id)
);
CREATE UNIQUE INDEX draw_round_open ON draw_round (merchant_id, draw_id) WHERE closed_at IS NULL;

CREATE TABLE draw_play (
    merchant_id BIGINT NOT NULL,
    draw_id BIGINT NOT NULL,
    round BIGINT NOT NULL,
    number BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    ticket BIGINT NOT NULL,
    landed_id BIGINT NOT NULL,
    won_id BIGINT NOT NULL,
    turn TEXT NOT NULL CHECK (turn IN ('as_landed', 'out_of_stock', 'guaranteed')),
    misses_before BIGINT NOT NULL,
    -- JSON: what was gone of each prize at that moment, so that the result can be worked out again.
    uses TEXT NOT NULL,
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    handed_over_at BIGINT,
    PRIMARY KEY (merchant_id, draw_id, round, number),
    FOREIGN KEY (merchant_id, draw_id, round) REFERENCES draw_round (merchant_id, draw_id, round)
);
CREATE INDEX draw_play_member ON draw_play (merchant_id, member_id, draw_id, day);

CREATE TABLE draw_player (
    merchant_id BIGINT NOT NULL,
    draw_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    chances BIGINT NOT NULL CHECK (chances >= 0),
    misses BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, draw_id, member_id)
);

CREATE TABLE reward_task (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    -- JSON: what is counted, how much, in which period, after which task.
    terms TEXT NOT NULL,
    effects TEXT NOT NULL,
    -- Only for members it was offered to by a rule.
    by_offer BOOLEAN NOT NULL,
    active BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

CREATE TABLE reward_task_offer (
    merchant_id BIGINT NOT NULL,
    task_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, task_id, member_id)
);

CREATE TABLE reward_task_done (
    merchant_id BIGINT NOT NULL,
    task_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    period TEXT NOT NULL,
    day DATE NOT NULL,
    claimed BOOLEAN NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, task_id, member_id, period)
);
CREATE INDEX reward_task_done_member ON reward_task_done (merchant_id, member_id);

CREATE TABLE badge (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    about TEXT NOT NULL,
    -- JSON: what is counted; rising thresholds, one for each level; what each level gives.
    feat TEXT NOT NULL,
    levels TEXT NOT NULL,
    hidden BOOLEAN NOT NULL,
    active BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

CREATE TABLE member_badge (
    merchant_id BIGINT NOT NULL,
    badge_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    level BIGINT NOT NULL CHECK (level > 0),
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, badge_id, member_id),
    FOREIGN KEY (merchant_id, badge_id) REFERENCES badge (merchant_id, id)
);
CREATE INDEX member_badge_member ON member_badge (merchant_id, member_id);
