-- What a person did, newest last, so that it can be undone and redone; and what hysteresis looked at
-- when an account was last computed, so that computing it again gives the same.
-- state 0 stands, 1 undone, 2 dropped (cannot be undone or redone any more).

CREATE TABLE command (
    id    INTEGER PRIMARY KEY,
    what  TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2)
) STRICT;
CREATE INDEX command_by_state ON command (state, id);

CREATE TABLE command_change (
    command_id INTEGER NOT NULL REFERENCES command (id),
    position   INTEGER NOT NULL,
    action     BLOB NOT NULL CHECK (length(action) = 16),
    before     TEXT NOT NULL,
    after      TEXT NOT NULL,
    PRIMARY KEY (command_id, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE account_due ADD COLUMN tier_before INTEGER NOT NULL DEFAULT 0
    CHECK (tier_before BETWEEN 0 AND 2);
