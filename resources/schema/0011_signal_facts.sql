-- What detectors and scores need to know besides the records: what titles were before,
-- who plays which part in buying, what is known about a deal, how far an account has come, and
-- which events a machine made.

-- Rows are made by the trigger below. The value before the first change is written with that
-- change, so that a record that never changes costs nothing.
CREATE TABLE title_change (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    at_ms      INTEGER NOT NULL,
    title      TEXT NOT NULL,
    PRIMARY KEY (contact_id, at_ms)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER title_change_kept BEFORE UPDATE ON title_change
BEGIN SELECT RAISE (ABORT, 'a change of a title is history and stays as it is'); END;
CREATE TRIGGER title_change_seen AFTER UPDATE OF title ON contact
WHEN OLD.title <> NEW.title
BEGIN
    INSERT INTO title_change (contact_id, at_ms, title)
    SELECT OLD.id, OLD.updated_ms, OLD.title
    WHERE NOT EXISTS (SELECT 1 FROM title_change WHERE contact_id = OLD.id);
    INSERT INTO title_change (contact_id, at_ms, title)
    VALUES (NEW.id, max(NEW.updated_ms, OLD.updated_ms + 1), NEW.title)
    ON CONFLICT DO NOTHING;
END;

-- Numbers of domain::BuyingRole and domain::RoleSource; what rules suggest is not stored.
CREATE TABLE contact_role (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    source     INTEGER NOT NULL CHECK (source BETWEEN 1 AND 2),
    role       INTEGER NOT NULL,
    by_whom    TEXT NOT NULL,
    at_ms      INTEGER NOT NULL,
    PRIMARY KEY (contact_id, source)
) STRICT, WITHOUT ROWID;

-- Numbers of domain::QualificationElement and domain::ElementState, by people; suggestions are not
-- stored.
CREATE TABLE deal_element (
    deal_id  INTEGER NOT NULL REFERENCES deal (id),
    element  INTEGER NOT NULL,
    state    INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
    note     TEXT NOT NULL,
    event_id INTEGER REFERENCES event (id),
    by_whom  TEXT NOT NULL,
    at_ms    INTEGER NOT NULL,
    PRIMARY KEY (deal_id, element)
) STRICT, WITHOUT ROWID;

-- When an account first reached each stage; numbers of domain::LifecycleStage.
CREATE TABLE lifecycle_step (
    account_id INTEGER NOT NULL REFERENCES account (id),
    stage      INTEGER NOT NULL,
    at_ms      INTEGER NOT NULL,
    PRIMARY KEY (account_id, stage)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER lifecycle_step_kept BEFORE UPDATE ON lifecycle_step
BEGIN SELECT RAISE (ABORT, 'the moment at which a stage was reached stays as it is'); END;
CREATE TRIGGER lifecycle_step_not_deleted BEFORE DELETE ON lifecycle_step
BEGIN SELECT RAISE (ABORT, 'the moment at which a stage was reached is not deleted'); END;

-- A person's word that an event was no machine's.
CREATE TABLE event_trust (
    event_id INTEGER PRIMARY KEY REFERENCES event (id),
    by_whom  TEXT NOT NULL,
    at_ms    INTEGER NOT NULL
) STRICT;

-- Derived: events that are taken for a machine's, with the reason.
CREATE TABLE suspect_event (
    account_id INTEGER NOT NULL REFERENCES account (id),
    event_id   INTEGER NOT NULL REFERENCES event (id),
    reason     TEXT NOT NULL,
    PRIMARY KEY (account_id, event_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX subscription_by_account ON subscription (account_id);
