-- Plays as documents with their history, which of them is in force, and the runs of several steps
-- for one person. A version is never changed: a later one follows it.
CREATE TABLE play_version (
    play_id       TEXT NOT NULL CHECK (play_id <> ''),
    version       INTEGER NOT NULL CHECK (version > 0),
    origin        INTEGER NOT NULL CHECK (origin BETWEEN 0 AND 2), -- 0 shipped, 1 own, 2 imported
    yaml          TEXT NOT NULL,
    source_sha256 TEXT NOT NULL CHECK (length(source_sha256) = 64), -- of the text without its number
    who           TEXT NOT NULL,
    at_ms         INTEGER NOT NULL,
    PRIMARY KEY (play_id, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER play_version_kept BEFORE UPDATE ON play_version
BEGIN SELECT RAISE (ABORT, 'a version of a play stays as it is'); END;
CREATE TRIGGER play_version_not_deleted BEFORE DELETE ON play_version
BEGIN SELECT RAISE (ABORT, 'a version of a play is not deleted'); END;

CREATE TABLE play_state (
    play_id    TEXT PRIMARY KEY,
    version    INTEGER NOT NULL,
    is_on      INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    mode       INTEGER CHECK (mode BETWEEN 0 AND 2), -- NULL: as the document says
    changed_ms INTEGER NOT NULL,
    FOREIGN KEY (play_id, version) REFERENCES play_version (play_id, version)
) STRICT, WITHOUT ROWID;

-- state 0 active, 1 paused, 2 ended. No account, contact or deal of its own: those of the record
-- that a merge leaves.
CREATE TABLE play_run (
    id           INTEGER PRIMARY KEY,
    uuid         BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    play_id      TEXT NOT NULL,
    play_version INTEGER NOT NULL,
    account_id   INTEGER NOT NULL REFERENCES account (id),
    contact_id   INTEGER REFERENCES contact (id),
    deal_id      INTEGER REFERENCES deal (id),
    signal       BLOB NOT NULL CHECK (length(signal) = 16),
    state        INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),
    step_no      INTEGER NOT NULL CHECK (step_no > 0), -- the last one that was taken
    action       BLOB NOT NULL CHECK (length(action) = 16), -- of that step
    steps_taken  INTEGER NOT NULL CHECK (steps_taken > 0),
    started_ms   INTEGER NOT NULL,
    step_ms      INTEGER NOT NULL, -- when that step was proposed
    due_ms       INTEGER,          -- looked at again by the clock; NULL: when the account is touched
    ended_ms     INTEGER,
    reason       TEXT NOT NULL,    -- why it waits, pauses or ended
    FOREIGN KEY (play_id, play_version) REFERENCES play_version (play_id, version),
    CHECK ((state = 2) = (ended_ms IS NOT NULL)),
    CHECK (state < 2 OR due_ms IS NULL)
) STRICT;
CREATE INDEX play_run_by_account ON play_run (account_id, state);
CREATE INDEX play_run_due ON play_run (due_ms) WHERE due_ms IS NOT NULL;
CREATE INDEX play_run_by_play ON play_run (play_id, started_ms);
CREATE INDEX play_run_by_action ON play_run (action);

-- Whatever ends a step, its run is looked at next.
CREATE TRIGGER play_run_due_by_action AFTER UPDATE OF state ON action WHEN NEW.state <> OLD.state
BEGIN UPDATE play_run SET due_ms = NEW.changed_ms WHERE action = NEW.uuid AND state = 0; END;

CREATE TRIGGER play_run_ended_stays BEFORE UPDATE ON play_run
WHEN OLD.state = 2 AND (NEW.state <> 2 OR NEW.step_no <> OLD.step_no OR NEW.reason <> OLD.reason)
BEGIN SELECT RAISE (ABORT, 'a run that has ended stays as it is'); END;
CREATE TRIGGER play_run_goes_forward BEFORE UPDATE ON play_run WHEN NEW.step_no < OLD.step_no
BEGIN SELECT RAISE (ABORT, 'a run never goes back'); END;
CREATE TRIGGER play_run_not_deleted BEFORE DELETE ON play_run
BEGIN SELECT RAISE (ABORT, 'a run is a fact and is not deleted'); END;
