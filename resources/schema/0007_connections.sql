-- Real CRMs: which other ids a record is known by, what was merged, how far each kind of object has
-- been read, who is connected, where both sides changed the same field, deletions that wait for a
-- yes, and the newest requests. Kinds are numbers of domain::RecordKind. No secret is ever in here.

-- Asked before a record's own id. reason 0: it was merged into the row, or the row was re-keyed;
-- 1: the same record in another system, and the row's own id while there is one; 2: shared once, and
-- deleted in that system while another still has it. `base` holds the field texts last seen under a
-- shared id; updated_ms is that system's own time, for reason 0 ours.
CREATE TABLE record_link (
    kind       INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 5),
    remote_id  TEXT NOT NULL CHECK (remote_id <> ''),
    local_id   INTEGER NOT NULL,
    reason     INTEGER NOT NULL CHECK (reason BETWEEN 0 AND 2),
    updated_ms INTEGER NOT NULL,
    base       TEXT NOT NULL,
    PRIMARY KEY (kind, remote_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_link_by_row ON record_link (kind, local_id);

-- Rows that became part of another one. Facts that name the old row (ledger, decisions, arms) stay
-- as they are and are followed from here.
CREATE TABLE record_merge (
    kind    INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 5),
    from_id INTEGER NOT NULL,
    into_id INTEGER NOT NULL CHECK (into_id <> from_id),
    at_ms   INTEGER NOT NULL,
    PRIMARY KEY (kind, from_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_merge_by_survivor ON record_merge (kind, into_id);

CREATE TABLE sync_object (
    system       TEXT NOT NULL,
    object       TEXT NOT NULL,
    state        INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),
    through_ms   INTEGER,
    done         INTEGER NOT NULL,
    expected     INTEGER,
    remote_count INTEGER,
    local_count  INTEGER,
    reason       TEXT NOT NULL,
    PRIMARY KEY (system, object)
) STRICT, WITHOUT ROWID;

CREATE TABLE connection (
    system         TEXT NOT NULL PRIMARY KEY,
    org_id         TEXT NOT NULL,
    org_name       TEXT NOT NULL,
    user_name      TEXT NOT NULL,
    web_url        TEXT NOT NULL,
    time_zone      TEXT NOT NULL,
    currency       TEXT NOT NULL,
    is_sandbox     INTEGER NOT NULL CHECK (is_sandbox IN (0, 1)),
    has_unique_ids INTEGER NOT NULL CHECK (has_unique_ids IN (0, 1)),
    denied         TEXT NOT NULL,
    advice         TEXT NOT NULL,
    way            INTEGER NOT NULL CHECK (way BETWEEN 0 AND 1),
    client_id      TEXT NOT NULL,
    login_host     TEXT NOT NULL,
    api_base       TEXT NOT NULL,
    active         INTEGER NOT NULL CHECK (active IN (0, 1)),
    state          INTEGER NOT NULL CHECK (state BETWEEN 0 AND 6),
    error          TEXT NOT NULL,
    reference      TEXT NOT NULL,
    budget         INTEGER NOT NULL CHECK (budget >= 0), -- requests a day; 0: none of our own
    day            TEXT NOT NULL, -- of used_today
    used_today     INTEGER NOT NULL CHECK (used_today >= 0),
    remote_used    INTEGER NOT NULL, -- -1: unknown
    remote_allowed INTEGER NOT NULL,
    held_until_ms  INTEGER,
    held_by        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER connection_keeps_organisation BEFORE UPDATE OF org_id ON connection
WHEN OLD.org_id <> '' AND NEW.org_id <> OLD.org_id
BEGIN SELECT RAISE (ABORT, 'this workspace belongs to another organisation of that CRM'); END;
CREATE TRIGGER connection_not_deleted BEFORE DELETE ON connection
BEGIN SELECT RAISE (ABORT, 'whose records these are is not forgotten'); END;

-- Both sides changed one field. state 0 open, 1 ours was kept, 2 theirs was taken, 3 a rule decided:
-- then ours_stands says which, and the other value can be taken back from here.
CREATE TABLE conflict (
    id          INTEGER PRIMARY KEY,
    uuid        BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    system      TEXT NOT NULL,
    kind        INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 5),
    record_id   INTEGER NOT NULL,
    field       TEXT NOT NULL CHECK (field <> ''),
    base        TEXT NOT NULL,
    ours        TEXT NOT NULL,
    theirs      TEXT NOT NULL,
    ours_from   TEXT NOT NULL,
    at_ms       INTEGER NOT NULL,
    state       INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
    resolved_ms INTEGER,
    ours_stands INTEGER NOT NULL CHECK (ours_stands IN (0, 1)),
    action      BLOB CHECK (length(action) = 16), -- the edit that it is about; NULL: two systems
    CHECK ((state = 0) = (resolved_ms IS NULL))
) STRICT;
CREATE INDEX conflict_by_state ON conflict (state, at_ms);
CREATE INDEX conflict_by_record ON conflict (kind, record_id);

CREATE TRIGGER conflict_says_what_it_said
BEFORE UPDATE OF uuid, system, kind, field, base, ours, action ON conflict
WHEN NEW.uuid <> OLD.uuid OR NEW.system <> OLD.system OR NEW.kind <> OLD.kind
    OR NEW.field <> OLD.field OR NEW.base <> OLD.base OR NEW.ours <> OLD.ours
    OR NEW.action IS NOT OLD.action
BEGIN SELECT RAISE (ABORT, 'what two sides wrote stays as it was'); END;
CREATE TRIGGER conflict_decided_stays BEFORE UPDATE OF state, theirs ON conflict
WHEN OLD.state <> 0 AND (NEW.state = 0 OR NEW.theirs <> OLD.theirs)
BEGIN SELECT RAISE (ABORT, 'a decided conflict can be turned over, not opened again'); END;
CREATE TRIGGER conflict_not_deleted BEFORE DELETE ON conflict
BEGIN SELECT RAISE (ABORT, 'what was overwritten is not forgotten'); END;

-- Deletions that were too many to believe; nothing happens to the records until a person says so.
CREATE TABLE held_delete (
    system    TEXT NOT NULL,
    kind      INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 5),
    remote_id TEXT NOT NULL CHECK (remote_id <> ''),
    at_ms     INTEGER NOT NULL,
    PRIMARY KEY (system, kind, remote_id)
) STRICT, WITHOUT ROWID;

-- Records that the sign-in no longer sees. They are kept: not seeing is no evidence of deletion.
CREATE TABLE hidden_record (
    kind      INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 5),
    remote_id TEXT NOT NULL CHECK (remote_id <> ''),
    at_ms     INTEGER NOT NULL,
    PRIMARY KEY (kind, remote_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_log (
    id          INTEGER PRIMARY KEY,
    system      TEXT NOT NULL,
    at_ms       INTEGER NOT NULL,
    method      TEXT NOT NULL,
    host        TEXT NOT NULL,
    path        TEXT NOT NULL CHECK (instr(path, '?') = 0),
    status      INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    received    INTEGER NOT NULL,
    sent        INTEGER NOT NULL,
    outcome     TEXT NOT NULL,
    reference   TEXT NOT NULL
) STRICT;

CREATE TRIGGER request_log_is_bounded AFTER INSERT ON request_log
BEGIN DELETE FROM request_log WHERE id <= NEW.id - 5000; END;

-- The fields of an edit, as (name, base, value) one after the other.
ALTER TABLE action ADD COLUMN fields TEXT NOT NULL DEFAULT '';
