-- Who the customers are: members, how they are found, their cards, tags, own fields, consents and merges.

-- Running numbers: 'member' for member numbers, 'card:<prefix>' for serials of cards.
CREATE TABLE member_counter (
    merchant_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    next BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, name)
);

CREATE TABLE member (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    -- Short and running, for people and for the dynamic code; begins at 10001.
    number BIGINT NOT NULL,
    -- Empty while only the phone is known.
    name TEXT NOT NULL,
    phone_sealed TEXT,
    phone_mask TEXT,
    gender TEXT NOT NULL CHECK (gender IN ('unknown', 'female', 'male')),
    birthday_kind TEXT CHECK (birthday_kind IN ('solar', 'lunar', 'lunar_leap')),
    birthday_month BIGINT CHECK (birthday_month BETWEEN 1 AND 12),
    birthday_day BIGINT CHECK (birthday_day BETWEEN 1 AND 31),
    birthday_year BIGINT,
    email_sealed TEXT,
    address_sealed TEXT,
    notes TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('till', 'import', 'self', 'staff_qr', 'pay', 'referral')),
    source_store_id BIGINT,
    source_staff_id BIGINT,
    preferred_store_id BIGINT,
    consultant_id BIGINT,
    state TEXT NOT NULL CHECK (state IN ('active', 'frozen', 'merged', 'erased', 'closed')),
    merged_into BIGINT,
    activated_at BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, number),
    CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
    FOREIGN KEY (merchant_id) REFERENCES merchant (merchant_id),
    FOREIGN KEY (merchant_id, merged_into) REFERENCES member (merchant_id, id)
);
CREATE INDEX member_merged ON member (merchant_id, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX member_birthday ON member (merchant_id, birthday_month, id) WHERE birthday_month IS NOT NULL;
CREATE INDEX member_store ON member (merchant_id, source_store_id, id);

-- A phone belongs to one member. Kept apart so that a claim is one INSERT, and giving it up one DELETE; the numbers
-- themselves are only here as keyed hashes.
CREATE TABLE member_phone (
    merchant_id BIGINT NOT NULL,
    phone_index BYTES NOT NULL,
    tail_index BYTES NOT NULL,
    member_id BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, phone_index),
    FOREIGN KEY (merchant_id, member_id) REFERENCES member (merchant_id, id)
);
CREATE INDEX member_phone_tail ON member_phone (merchant_id, tail_index, member_id);
CREATE INDEX member_phone_member ON member_phone (merchant_id, member_id);

-- Everything a member is found under by its beginning: name, pinyin, initials, number plate. About ten rows a member,
-- so the key is the only index; who changes a name computes the old terms and deletes exactly these.
CREATE TABLE member_term (
    merchant_id BIGINT NOT NULL,
    term KEYTEXT NOT NULL,
    member_id BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, term, member_id),
    FOREIGN KEY (merchant_id, member_id) REFERENCES member (merchant_id, id)
);

CREATE TABLE card (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    number TEXT NOT NULL,
    tail TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('magnetic', 'ic', 'id', 'barcode', 'qr', 'virtual')),
    state TEXT NOT NULL CHECK (state IN ('blank', 'active', 'lost', 'frozen', 'replaced', 'cancelled')),
    member_id BIGINT,
    replaced_by BIGINT,
    bound_at BIGINT,
    bound_store_id BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, number),
    CHECK (state NOT IN ('active', 'lost', 'frozen', 'replaced') OR member_id IS NOT NULL),
    FOREIGN KEY (merchant_id, member_id) REFERENCES member (merchant_id, id),
    FOREIGN KEY (merchant_id, replaced_by) REFERENCES card (merchant_id, id)
);
CREATE INDEX card_member ON card (merchant_id, member_id) WHERE member_id IS NOT NULL;
CREATE INDEX card_tail ON card (merchant_id, tail, id) WHERE member_id IS NOT NULL;
CREATE INDEX card_state ON card (merchant_id, state, id);

CREATE TABLE member_field (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice', 'plate')),
    choices TEXT NOT NULL,
    required_at_till BOOLEAN NOT NULL,
    position BIGINT NOT NULL,
    active BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, name)
);

CREATE TABLE member_field_value (
    merchant_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    field_id BIGINT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (merchant_id, member_id, field_id),
    FOREIGN KEY (merchant_id, member_id) REFERENCES member (merchant_id, id),
    FOREIGN KEY (merchant_id, field_id) REFERENCES member_field (merchant_id, id)
);

CREATE TABLE tag (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    color TEXT NOT NULL CHECK (color IN ('grey', 'teal', 'blue', 'green', 'amber', 'red', 'purple')),
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, name)
);

CREATE TABLE member_tag (
    merchant_id BIGINT NOT NULL,
    tag_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    staff_id BIGINT,
    PRIMARY KEY (merchant_id, tag_id, member_id),
    FOREIGN KEY (merchant_id, tag_id) REFERENCES tag (merchant_id, id),
    FOREIGN KEY (merchant_id, member_id) REFERENCES member (merchant_id, id)
);
CREATE INDEX member_tag_member ON member_tag (merchant_id, member_id);

-- What a member agreed to or took back, with the version of the text; the last row of a purpose counts.
CREATE TABLE member_consent (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('membership', 'marketing')),
    granted BOOLEAN NOT NULL,
    text_version TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('till', 'console', 'app', 'import')),
    staff_id BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, member_id) REFERENCES member (merchant_id, id)
);
CREATE INDEX member_consent_member ON member_consent (merchant_id, member_id, id);

-- What a merge moved, so that it can be looked at and, by hand, undone.
CREATE TABLE member_merge (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    from_id BIGINT NOT NULL,
    to_id BIGINT NOT NULL,
    moved TEXT NOT NULL,
    reason TEXT NOT NULL,
    staff_id BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, from_id) REFERENCES member (merchant_id, id),
    FOREIGN KEY (merchant_id, to_id) REFERENCES member (merchant_id, id)
);
CREATE INDEX member_merge_to ON member_merge (merchant_id, to_id, id);

-- The last 30-second step whose code was used: that one and all before it are spent.
CREATE TABLE member_code_use (
    merchant_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    last_step BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, member_id),
    FOREIGN KEY (merchant_id, member_id) REFERENCES member (merchant_id, id)
);
