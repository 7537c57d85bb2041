-- The mirror of the CRM, the events, and the book-keeping of imports. Times are UTC milliseconds,
-- money is integer minor units, references are integer row ids; booleans are 0 or 1.

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_state (
    system   TEXT NOT NULL PRIMARY KEY,
    cursor   TEXT NOT NULL,
    ok_ms    INTEGER,
    tried_ms INTEGER,
    error    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE owner (
    id         INTEGER PRIMARY KEY,
    remote_id  TEXT NOT NULL UNIQUE CHECK (remote_id <> ''),
    name       TEXT NOT NULL,
    email      TEXT NOT NULL,
    team       TEXT NOT NULL,
    manager    TEXT NOT NULL,
    active     INTEGER NOT NULL CHECK (active IN (0, 1)),
    updated_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE quota (
    owner_id     INTEGER NOT NULL REFERENCES owner (id),
    start_ms     INTEGER NOT NULL,
    end_ms       INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency     TEXT NOT NULL,
    PRIMARY KEY (owner_id, start_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE product (
    id          INTEGER PRIMARY KEY,
    remote_id   TEXT NOT NULL UNIQUE CHECK (remote_id <> ''),
    name        TEXT NOT NULL,
    family      TEXT NOT NULL,
    price_minor INTEGER,
    currency    TEXT,
    updated_ms  INTEGER NOT NULL,
    CHECK ((price_minor IS NULL) = (currency IS NULL))
) STRICT;

CREATE TABLE stage (
    id        INTEGER PRIMARY KEY,
    remote_id TEXT NOT NULL UNIQUE CHECK (remote_id <> ''),
    pipeline  TEXT NOT NULL,
    name      TEXT NOT NULL,
    position  INTEGER NOT NULL,
    kind      INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2)
) STRICT;

CREATE TABLE account (
    id            INTEGER PRIMARY KEY,
    remote_id     TEXT NOT NULL UNIQUE CHECK (remote_id <> ''),
    name          TEXT NOT NULL,
    domain        TEXT NOT NULL,
    industry      TEXT NOT NULL,
    country       TEXT NOT NULL,
    parent        TEXT NOT NULL,
    employees     INTEGER,
    revenue_minor INTEGER,
    currency      TEXT,
    owner_id      INTEGER REFERENCES owner (id),
    created_ms    INTEGER,
    updated_ms    INTEGER NOT NULL,
    deleted       INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    CHECK ((revenue_minor IS NULL) = (currency IS NULL))
) STRICT;
CREATE INDEX account_by_domain ON account (domain COLLATE NOCASE) WHERE domain <> '';
CREATE INDEX account_by_name ON account (name COLLATE NOCASE);

CREATE TABLE contact (
    id         INTEGER PRIMARY KEY,
    remote_id  TEXT NOT NULL UNIQUE CHECK (remote_id <> ''),
    account_id INTEGER REFERENCES account (id),
    first_name TEXT NOT NULL,
    last_name  TEXT NOT NULL,
    email      TEXT NOT NULL,
    phone      TEXT NOT NULL,
    title      TEXT NOT NULL,
    time_zone  TEXT NOT NULL,
    opted_out  INTEGER NOT NULL CHECK (opted_out IN (0, 1)),
    bounced    INTEGER NOT NULL CHECK (bounced IN (0, 1)),
    created_ms INTEGER,
    updated_ms INTEGER NOT NULL,
    deleted    INTEGER NOT NULL CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX contact_by_account ON contact (account_id);
CREATE INDEX contact_by_email ON contact (email COLLATE NOCASE) WHERE email <> '';

CREATE TABLE deal (
    id           INTEGER PRIMARY KEY,
    remote_id    TEXT NOT NULL UNIQUE CHECK (remote_id <> ''),
    name         TEXT NOT NULL,
    account_id   INTEGER REFERENCES account (id),
    contact_id   INTEGER REFERENCES contact (id),
    owner_id     INTEGER REFERENCES owner (id),
    product_id   INTEGER REFERENCES product (id),
    stage_id     INTEGER REFERENCES stage (id),
    amount_minor INTEGER,
    currency     TEXT,
    source       TEXT NOT NULL,
    next_step    TEXT NOT NULL,
    created_ms   INTEGER,
    close_ms     INTEGER,
    updated_ms   INTEGER NOT NULL,
    deleted      INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    CHECK ((amount_minor IS NULL) = (currency IS NULL))
) STRICT;
CREATE INDEX deal_by_account ON deal (account_id);

-- References that were named before the record they mean had arrived. `target` and `holder` are
-- numbers of the store's reference list.
CREATE TABLE pending_reference (
    target    INTEGER NOT NULL,
    remote_id TEXT NOT NULL,
    holder    INTEGER NOT NULL,
    holder_id INTEGER NOT NULL,
    PRIMARY KEY (target, remote_id, holder, holder_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_reference_by_holder ON pending_reference (holder, holder_id);

CREATE TABLE stage_change (
    deal_id  INTEGER NOT NULL REFERENCES deal (id),
    at_ms    INTEGER NOT NULL,
    stage_id INTEGER NOT NULL REFERENCES stage (id),
    PRIMARY KEY (deal_id, at_ms, stage_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER stage_change_kept BEFORE UPDATE ON stage_change
BEGIN SELECT RAISE (ABORT, 'a stage change is history and stays as it is'); END;
CREATE TRIGGER stage_change_not_deleted BEFORE DELETE ON stage_change
BEGIN SELECT RAISE (ABORT, 'a stage change is history and is not deleted'); END;

CREATE TABLE amount_change (
    deal_id      INTEGER NOT NULL REFERENCES deal (id),
    at_ms        INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency     TEXT NOT NULL,
    PRIMARY KEY (deal_id, at_ms, amount_minor, currency)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER amount_change_kept BEFORE UPDATE ON amount_change
BEGIN SELECT RAISE (ABORT, 'an amount change is history and stays as it is'); END;

CREATE TABLE subscription (
    id         INTEGER PRIMARY KEY,
    remote_id  TEXT NOT NULL UNIQUE CHECK (remote_id <> ''),
    account_id INTEGER REFERENCES account (id),
    plan       TEXT NOT NULL,
    start_ms   INTEGER NOT NULL,
    end_ms     INTEGER
) STRICT;

CREATE TABLE subscription_movement (
    id              INTEGER PRIMARY KEY,
    remote_id       TEXT NOT NULL UNIQUE CHECK (remote_id <> ''),
    subscription_id INTEGER NOT NULL REFERENCES subscription (id),
    kind            INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),
    delta_minor     INTEGER NOT NULL,
    currency        TEXT NOT NULL,
    at_ms           INTEGER NOT NULL
) STRICT;

-- Narrow on purpose: a million rows are scanned in a fraction of a second.
CREATE TABLE event (
    id          INTEGER PRIMARY KEY,
    source_key  INTEGER NOT NULL UNIQUE,
    account_id  INTEGER REFERENCES account (id),
    contact_id  INTEGER REFERENCES contact (id),
    deal_id     INTEGER REFERENCES deal (id),
    kind        INTEGER NOT NULL,
    at_ms       INTEGER NOT NULL,
    received_ms INTEGER NOT NULL,
    amount      INTEGER NOT NULL,
    bot         INTEGER NOT NULL CHECK (bot IN (0, 1))
) STRICT;
CREATE INDEX event_by_account ON event (account_id, at_ms, kind);
-- Events that are waiting for their contact or deal to get an account: few or none.
CREATE INDEX event_contact_only ON event (contact_id) WHERE account_id IS NULL;
CREATE INDEX event_deal_only ON event (deal_id) WHERE account_id IS NULL;

CREATE TABLE event_text (
    event_id INTEGER PRIMARY KEY REFERENCES event (id),
    title    TEXT NOT NULL,
    body     TEXT NOT NULL
) STRICT;

CREATE TABLE import_run (
    id         INTEGER PRIMARY KEY,
    source     TEXT NOT NULL,
    mapping    TEXT NOT NULL,
    started_ms INTEGER NOT NULL,
    finished   INTEGER NOT NULL CHECK (finished IN (0, 1)),
    cancelled  INTEGER NOT NULL CHECK (cancelled IN (0, 1))
) STRICT;

CREATE TABLE import_count (
    run_id    INTEGER NOT NULL REFERENCES import_run (id),
    kind      TEXT NOT NULL,
    read      INTEGER NOT NULL,
    added     INTEGER NOT NULL,
    changed   INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    rejected  INTEGER NOT NULL,
    PRIMARY KEY (run_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_reject (
    id        INTEGER PRIMARY KEY,
    run_id    INTEGER NOT NULL REFERENCES import_run (id),
    file      TEXT NOT NULL,
    line      INTEGER NOT NULL,
    column_no INTEGER NOT NULL,
    field     TEXT NOT NULL,
    reason    TEXT NOT NULL,
    raw       TEXT NOT NULL
) STRICT;
CREATE INDEX import_reject_by_run ON import_reject (run_id);

-- Column names once per file and shape, cells per record; both as length-prefixed texts.
CREATE TABLE source_layout (
    id      INTEGER PRIMARY KEY,
    layout  TEXT NOT NULL,
    file    TEXT NOT NULL,
    columns TEXT NOT NULL,
    UNIQUE (layout, file, columns)
) STRICT;

CREATE TABLE source_fields (
    id        INTEGER PRIMARY KEY,
    kind      INTEGER NOT NULL,
    remote_id TEXT NOT NULL,
    layout    TEXT NOT NULL,
    file      TEXT NOT NULL,
    layout_id INTEGER NOT NULL REFERENCES source_layout (id),
    cells     TEXT NOT NULL,
    UNIQUE (kind, remote_id, layout, file)
) STRICT;
