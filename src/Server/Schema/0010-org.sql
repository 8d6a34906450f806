-- Who runs the shop: merchants, stores, staff with roles, sessions, approvals, settings.

CREATE TABLE merchant (
    merchant_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    template TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('zh', 'en')),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id)
);

CREATE TABLE store (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'franchise', 'online')),
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    opening_hours TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    -- Minutes after midnight at which the new business day begins: a bar that closes at 03:00 books to the day before.
    cutoff_minutes BIGINT NOT NULL CHECK (cutoff_minutes BETWEEN 0 AND 720),
    receipt_header TEXT NOT NULL,
    receipt_footer TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, code),
    FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id)
);

CREATE TABLE role (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    -- The shipped roles keep their code, so that their words can be translated; a merchant's own have none.
    code TEXT,
    name TEXT NOT NULL,
    permissions TEXT NOT NULL,
    limits TEXT NOT NULL,
    all_stores BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

CREATE TABLE staff (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    phone_sealed TEXT NOT NULL,
    phone_index BYTES NOT NULL,
    phone_tail TEXT NOT NULL,
    password_hash TEXT,
    pin_hash TEXT,
    is_owner BOOLEAN NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'disabled', 'left')),
    language TEXT NOT NULL CHECK (language IN ('zh', 'en')),
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, number),
    UNIQUE (merchant_id, phone_index),
    FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id)
);

CREATE TABLE staff_role (
    merchant_id BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    role_id BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, staff_id, role_id),
    FOREIGN KEY (merchant_id, staff_id) REFERENCES staff (merchant_id, id),
    FOREIGN KEY (merchant_id, role_id) REFERENCES role (merchant_id, id)
);

CREATE TABLE staff_store (
    merchant_id BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    store_id BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, staff_id, store_id),
    FOREIGN KEY (merchant_id, staff_id) REFERENCES staff (merchant_id, id),
    FOREIGN KEY (merchant_id, store_id) REFERENCES store (merchant_id, id)
);

-- A session is known by the hash of its token; the token itself is only in the browser's cookie.
CREATE TABLE session (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    token_hash BYTES NOT NULL,
    staff_id BIGINT NOT NULL,
    -- Who signed in with a password; a PIN switch changes staff_id only.
    opened_by BIGINT NOT NULL,
    store_id BIGINT,
    address TEXT NOT NULL,
    agent TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, token_hash),
    FOREIGN KEY (merchant_id, staff_id) REFERENCES staff (merchant_id, id),
    FOREIGN KEY (merchant_id, store_id) REFERENCES store (merchant_id, id)
);
CREATE INDEX session_staff ON session (merchant_id, staff_id);

-- Failed logins and PINs, counted in the database so that all nodes count together.
CREATE TABLE throttle (
    merchant_id BIGINT NOT NULL,
    key TEXT NOT NULL,
    failures BIGINT NOT NULL,
    until BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, key)
);

-- An approval is for one exact command, one time, by another person than the asker, for ten minutes.
CREATE TABLE approval (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    command_hash BYTES NOT NULL,
    asked_by BIGINT NOT NULL,
    approved_by BIGINT NOT NULL,
    reason TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (merchant_id, id),
    CHECK (asked_by <> approved_by),
    FOREIGN KEY (merchant_id, asked_by) REFERENCES staff (merchant_id, id),
    FOREIGN KEY (merchant_id, approved_by) REFERENCES staff (merchant_id, id)
);

-- Policies by name as JSON; store 0 is the merchant's own, another store's row overrides it there.
CREATE TABLE setting (
    merchant_id BIGINT NOT NULL,
    store_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, store_id, name)
);
