-- What is computed from the records and events and could be computed again at any time.

CREATE TABLE signal (
    id                INTEGER PRIMARY KEY,
    uuid              BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    type              INTEGER NOT NULL,
    account_id        INTEGER NOT NULL REFERENCES account (id),
    contact_id        INTEGER REFERENCES contact (id),
    deal_id           INTEGER REFERENCES deal (id),
    occurred_ms       INTEGER NOT NULL,
    strength_permille INTEGER NOT NULL,
    reason            TEXT NOT NULL
) STRICT;
CREATE INDEX signal_by_account ON signal (account_id, occurred_ms);

CREATE TABLE signal_event (
    signal_id INTEGER NOT NULL REFERENCES signal (id),
    position  INTEGER NOT NULL,
    event_id  INTEGER NOT NULL REFERENCES event (id),
    PRIMARY KEY (signal_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_score (
    account_id       INTEGER PRIMARY KEY REFERENCES account (id),
    fit_milli        INTEGER NOT NULL,
    engagement_milli INTEGER NOT NULL,
    total_milli      INTEGER NOT NULL,
    tier             INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 2),
    computed_ms      INTEGER NOT NULL
) STRICT;

CREATE TABLE score_row (
    account_id   INTEGER NOT NULL REFERENCES account_score (account_id),
    position     INTEGER NOT NULL,
    label        TEXT NOT NULL,
    milli_points INTEGER NOT NULL,
    PRIMARY KEY (account_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE deal_fact (
    deal_id INTEGER PRIMARY KEY REFERENCES deal (id),
    won     INTEGER NOT NULL CHECK (won IN (0, 1)),
    lost    INTEGER NOT NULL CHECK (lost IN (0, 1)),
    CHECK (won + lost <= 1)
) STRICT;

CREATE TABLE deal_fact_stage (
    deal_id  INTEGER NOT NULL REFERENCES deal_fact (deal_id),
    stage_id INTEGER NOT NULL REFERENCES stage (id),
    PRIMARY KEY (deal_id, stage_id)
) STRICT, WITHOUT ROWID;

-- Closed deals that reached a stage; stage 0 counts every closed deal. Kept by the difference that
-- a changed fact makes.
CREATE TABLE stage_count (
    stage_id INTEGER PRIMARY KEY,
    won      INTEGER NOT NULL CHECK (won >= 0),
    closed   INTEGER NOT NULL CHECK (closed >= won)
) STRICT;

-- next_due_ms NULL: time alone will change nothing. -1: touched, not computed since.
CREATE TABLE account_due (
    account_id  INTEGER PRIMARY KEY REFERENCES account (id),
    computed_ms INTEGER NOT NULL,
    next_due_ms INTEGER
) STRICT;
CREATE INDEX account_due_by_time ON account_due (next_due_ms, account_id)
    WHERE next_due_ms IS NOT NULL;
