-- What the shop sells: categories, products with barcodes and search terms, their price history, and imports of goods.

CREATE TABLE goods_import (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'started', 'undone')),
    -- Which column holds which field, as JSON {"name": 0, "price": 3}.
    mapping TEXT NOT NULL,
    -- Titles and first rows, so that the page need not read the file again.
    preview TEXT NOT NULL,
    rows_total BIGINT NOT NULL,
    job_id BIGINT,
    created_by BIGINT,
    created_at BIGINT NOT NULL,
    undone_at BIGINT,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, file_id) REFERENCES file (merchant_id, id)
);

-- What the owner decided about rows that share a barcode, a code or a name.
CREATE TABLE goods_import_decision (
    merchant_id BIGINT NOT NULL,
    import_id BIGINT NOT NULL,
    same_by TEXT NOT NULL CHECK (same_by IN ('barcode', 'code', 'name')),
    same_key KEYTEXT NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('keep_all', 'first_keeps', 'update_existing', 'skip')),
    PRIMARY KEY (merchant_id, import_id, same_by, same_key),
    FOREIGN KEY (merchant_id, import_id) REFERENCES goods_import (merchant_id, id)
);

CREATE TABLE category (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    parent_id BIGINT,
    name TEXT NOT NULL,
    colour TEXT NOT NULL CHECK (colour IN ('teal', 'blue', 'indigo', 'purple', 'pink', 'red', 'orange', 'amber', 'green', 'grey')),
    position BIGINT NOT NULL,
    -- The import that made it: undone together.
    import_id BIGINT,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, parent_id) REFERENCES category (merchant_id, id)
);

CREATE TABLE product (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    code TEXT,
    name TEXT NOT NULL,
    category_id BIGINT,
    brand TEXT NOT NULL,
    unit TEXT NOT NULL,
    spec TEXT NOT NULL,
    origin TEXT NOT NULL,
    remark TEXT NOT NULL,
    price BIGINT NOT NULL CHECK (price >= 0),
    member_price BIGINT CHECK (member_price BETWEEN 0 AND price),
    cost BIGINT CHECK (cost >= 0),
    lowest_price BIGINT CHECK (lowest_price BETWEEN 0 AND price),
    by_weight BOOLEAN NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('goods', 'service', 'virtual')),
    discountable BOOLEAN NOT NULL,
    earns_points BOOLEAN NOT NULL,
    bonus_payable BOOLEAN NOT NULL,
    favourite BOOLEAN NOT NULL,
    active BOOLEAN NOT NULL,
    -- Thousandths of the unit, as the imported table said; the opening of the stock account.
    initial_stock BIGINT,
    import_id BIGINT,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, code),
    FOREIGN KEY (merchant_id, category_id) REFERENCES category (merchant_id, id)
);
CREATE INDEX product_category ON product (merchant_id, category_id);

-- One barcode may stand on several products when the owner decided so: the till then asks which one it is.
CREATE TABLE barcode (
    merchant_id BIGINT NOT NULL,
    barcode KEYTEXT NOT NULL,
    product_id BIGINT NOT NULL,
    is_main BOOLEAN NOT NULL,
    PRIMARY KEY (merchant_id, barcode, product_id),
    FOREIGN KEY (merchant_id, product_id) REFERENCES product (merchant_id, id)
);
CREATE INDEX barcode_product ON barcode (merchant_id, product_id);

-- What a name can be found under by prefix: the name, its pinyin, its initials.
CREATE TABLE product_term (
    merchant_id BIGINT NOT NULL,
    term KEYTEXT NOT NULL,
    product_id BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, term, product_id),
    FOREIGN KEY (merchant_id, product_id) REFERENCES product (merchant_id, id)
);
CREATE INDEX product_term_product ON product_term (merchant_id, product_id);

CREATE TABLE price_change (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    product_id BIGINT NOT NULL,
    price_kind TEXT NOT NULL CHECK (price_kind IN ('price', 'member_price', 'lowest_price', 'cost')),
    before BIGINT,
    after BIGINT,
    staff_id BIGINT,
    who TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, product_id) REFERENCES product (merchant_id, id)
);
CREATE INDEX price_change_product ON price_change (merchant_id, product_id, id);

-- One outcome for every row of an imported table; "before" is the product as it was, so that an import can be undone.
CREATE TABLE goods_import_row (
    merchant_id BIGINT NOT NULL,
    import_id BIGINT NOT NULL,
    number BIGINT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('created', 'updated', 'skipped', 'failed')),
    product_id BIGINT,
    product_version BIGINT,
    before TEXT,
    reason TEXT,
    PRIMARY KEY (merchant_id, import_id, number),
    FOREIGN KEY (merchant_id, import_id) REFERENCES goods_import (merchant_id, id)
);
