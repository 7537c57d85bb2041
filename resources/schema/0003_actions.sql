-- Facts: decisions, actions, the outbox and the ledger. The triggers keep, whatever the program
-- does, that history stays, that held-out accounts are left alone and that nothing leaves unapproved.
-- Numbers of states are those of domain/action.h:
-- action 0 proposed, 1 snoozed, 2 approved, 3 executing, 4 done, 5 dismissed, 6 expired, 7 held out,
-- 8 failed, 9 unknown; effect 0 queued, 1 intent, 2 on wire, 3 sent, 4 failed, 5 unknown, 6 cancelled.

CREATE TABLE action (
    id               INTEGER PRIMARY KEY,
    uuid             BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    kind             INTEGER NOT NULL,
    mode             INTEGER NOT NULL,
    state            INTEGER NOT NULL CHECK (state BETWEEN 0 AND 9),
    urgency          INTEGER NOT NULL,
    account_id       INTEGER REFERENCES account (id),
    contact_id       INTEGER REFERENCES contact (id),
    deal_id          INTEGER REFERENCES deal (id),
    owner_id         INTEGER REFERENCES owner (id),
    play_id          TEXT NOT NULL,
    play_version     INTEGER NOT NULL,
    step_no          INTEGER NOT NULL,
    signal           BLOB CHECK (length(signal) = 16),
    dedupe_key       TEXT NOT NULL,
    why_now          TEXT NOT NULL,
    signal_ms        INTEGER NOT NULL,
    repeats          INTEGER NOT NULL,
    gain_bp          INTEGER NOT NULL,
    effort_minutes   INTEGER NOT NULL CHECK (effort_minutes > 0),
    amount_minor     INTEGER,
    currency         TEXT,
    amount_estimated INTEGER NOT NULL CHECK (amount_estimated IN (0, 1)),
    created_ms       INTEGER NOT NULL,
    sla_due_ms       INTEGER,
    snoozed_until_ms INTEGER,
    hold_until_ms    INTEGER,
    changed_ms       INTEGER NOT NULL,
    draft_to         TEXT NOT NULL,
    draft_subject    TEXT NOT NULL,
    draft_body       TEXT NOT NULL,
    draft_facts      TEXT NOT NULL,
    stage_target     TEXT NOT NULL,
    dismiss_reason   INTEGER,
    outcome          INTEGER NOT NULL,
    failure          TEXT NOT NULL,
    CHECK ((amount_minor IS NULL) = (currency IS NULL))
) STRICT;
CREATE UNIQUE INDEX action_open_once ON action (dedupe_key)
    WHERE state IN (0, 1, 2, 3, 8, 9) AND dedupe_key <> '';
CREATE INDEX action_by_account ON action (account_id, changed_ms);
CREATE INDEX action_by_state ON action (state, changed_ms);

CREATE TRIGGER action_held_out_stays BEFORE UPDATE OF state ON action
WHEN (OLD.state = 7) <> (NEW.state = 7)
BEGIN SELECT RAISE (ABORT, 'a held-out action stays held out'); END;
CREATE TRIGGER action_expired_stays BEFORE UPDATE OF state ON action
WHEN OLD.state = 6 AND NEW.state <> 6
BEGIN SELECT RAISE (ABORT, 'an expired action stays expired'); END;
-- Undo: back to proposed or snoozed, as long as nothing of it was sent.
CREATE TRIGGER action_ended_stays BEFORE UPDATE OF state ON action
WHEN OLD.state IN (4, 5) AND NEW.state <> OLD.state AND NOT (
    NEW.state IN (0, 1)
    AND NOT EXISTS (SELECT 1 FROM effect WHERE effect.action_id = OLD.id AND effect.state = 3))
BEGIN SELECT RAISE (ABORT, 'an action that has ended stays as it is'); END;
CREATE TRIGGER action_not_deleted BEFORE DELETE ON action
BEGIN SELECT RAISE (ABORT, 'an action is a fact and is not deleted'); END;

CREATE TABLE decision (
    id           INTEGER PRIMARY KEY,
    signal       BLOB NOT NULL CHECK (length(signal) = 16),
    play_id      TEXT NOT NULL,
    play_version INTEGER NOT NULL,
    account_id   INTEGER REFERENCES account (id),
    at_ms        INTEGER NOT NULL,
    reason       TEXT NOT NULL,
    action       BLOB CHECK (length(action) = 16),
    made         INTEGER NOT NULL CHECK (made IN (0, 1)), -- made this action, not merged into it
    asked        TEXT NOT NULL,
    UNIQUE (signal, play_id)
) STRICT;
CREATE INDEX decision_by_account ON decision (account_id, at_ms);
CREATE UNIQUE INDEX decision_by_action ON decision (action) WHERE made = 1;

CREATE TRIGGER decision_kept BEFORE UPDATE ON decision
BEGIN SELECT RAISE (ABORT, 'a decision is a fact and stays as it is'); END;
CREATE TRIGGER decision_not_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE (ABORT, 'a decision is a fact and is not deleted'); END;

CREATE TABLE assignment (
    account_id     INTEGER PRIMARY KEY REFERENCES account (id),
    held_out       INTEGER NOT NULL CHECK (held_out IN (0, 1)),
    salt           TEXT NOT NULL,
    share_permille INTEGER NOT NULL,
    at_ms          INTEGER NOT NULL
) STRICT;

CREATE TRIGGER assignment_kept BEFORE UPDATE ON assignment
BEGIN SELECT RAISE (ABORT, 'an account keeps its arm'); END;
CREATE TRIGGER assignment_not_deleted BEFORE DELETE ON assignment
BEGIN SELECT RAISE (ABORT, 'an account keeps its arm'); END;

CREATE TABLE outcome (
    id        INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action (id),
    outcome   INTEGER NOT NULL,
    at_ms     INTEGER NOT NULL,
    event_id  INTEGER REFERENCES event (id),
    UNIQUE (action_id, outcome)
) STRICT;

CREATE TRIGGER outcome_kept BEFORE UPDATE ON outcome
BEGIN SELECT RAISE (ABORT, 'an outcome is a fact and stays as it is'); END;
CREATE TRIGGER outcome_not_deleted BEFORE DELETE ON outcome
BEGIN SELECT RAISE (ABORT, 'an outcome is a fact and is not deleted'); END;

CREATE TABLE approval (
    id          INTEGER PRIMARY KEY,
    action_id   INTEGER NOT NULL REFERENCES action (id),
    approver    TEXT NOT NULL,
    wire_sha256 TEXT NOT NULL CHECK (length(wire_sha256) = 64),
    at_ms       INTEGER NOT NULL
) STRICT;
CREATE INDEX approval_by_action ON approval (action_id, wire_sha256);

CREATE TRIGGER approval_kept BEFORE UPDATE ON approval
BEGIN SELECT RAISE (ABORT, 'an approval is a fact and stays as it is'); END;
CREATE TRIGGER approval_not_deleted BEFORE DELETE ON approval
BEGIN SELECT RAISE (ABORT, 'an approval is a fact and is not deleted'); END;

CREATE TABLE effect (
    id            INTEGER PRIMARY KEY,
    uuid          BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    action_id     INTEGER NOT NULL REFERENCES action (id),
    ordinal       INTEGER NOT NULL,
    kind          INTEGER NOT NULL,
    wire          TEXT NOT NULL,
    wire_sha256   TEXT NOT NULL CHECK (length(wire_sha256) = 64),
    state         INTEGER NOT NULL CHECK (state BETWEEN 0 AND 6),
    attempts      INTEGER NOT NULL,
    not_before_ms INTEGER NOT NULL,
    remote_id     TEXT NOT NULL,
    detail        TEXT NOT NULL,
    changed_ms    INTEGER NOT NULL,
    UNIQUE (action_id, ordinal)
) STRICT;
CREATE INDEX effect_by_state ON effect (state, not_before_ms);
-- A second effect of an action only after the first one failed or was cancelled.
CREATE UNIQUE INDEX effect_live_once ON effect (action_id) WHERE state NOT IN (4, 6);

CREATE TRIGGER effect_begins_queued BEFORE INSERT ON effect WHEN NEW.state <> 0
BEGIN SELECT RAISE (ABORT, 'an effect begins in the queue'); END;
CREATE TRIGGER effect_not_for_held_out BEFORE INSERT ON effect
WHEN (SELECT state FROM action WHERE id = NEW.action_id) = 7
BEGIN SELECT RAISE (ABORT, 'a held-out action has no effect'); END;
CREATE TRIGGER effect_frozen
BEFORE UPDATE OF id, uuid, action_id, ordinal, kind, wire, wire_sha256 ON effect
WHEN NEW.id <> OLD.id OR NEW.uuid <> OLD.uuid OR NEW.action_id <> OLD.action_id
    OR NEW.ordinal <> OLD.ordinal OR NEW.kind <> OLD.kind
    OR NEW.wire <> OLD.wire OR NEW.wire_sha256 <> OLD.wire_sha256
BEGIN SELECT RAISE (ABORT, 'what was approved cannot change'); END;
CREATE TRIGGER effect_moves BEFORE UPDATE OF state ON effect
WHEN NEW.state <> OLD.state AND NOT (
    (OLD.state = 0 AND NEW.state IN (1, 4, 5, 6))
    OR (OLD.state = 1 AND NEW.state IN (0, 2, 4, 5, 6))
    OR (OLD.state = 2 AND NEW.state IN (0, 3, 4, 5))
    OR (OLD.state = 5 AND NEW.state IN (0, 3, 4)))
BEGIN SELECT RAISE (ABORT, 'an effect cannot make this move'); END;
CREATE TRIGGER effect_intent_needs_approval BEFORE UPDATE OF state ON effect
WHEN NEW.state = 1 AND NOT EXISTS (
    SELECT 1 FROM approval
    WHERE approval.action_id = NEW.action_id AND approval.wire_sha256 = NEW.wire_sha256)
BEGIN SELECT RAISE (ABORT, 'nothing leaves without an approval of exactly these bytes'); END;
CREATE TRIGGER effect_intent_needs_action BEFORE UPDATE OF state ON effect
WHEN NEW.state = 1 AND OLD.state = 0
    AND (SELECT state FROM action WHERE id = NEW.action_id) NOT IN (2, 3)
BEGIN SELECT RAISE (ABORT, 'the action is no longer approved'); END;
CREATE TRIGGER effect_not_deleted BEFORE DELETE ON effect
BEGIN SELECT RAISE (ABORT, 'an effect is a fact and is not deleted'); END;

CREATE TABLE attempt (
    effect_id INTEGER NOT NULL REFERENCES effect (id),
    number    INTEGER NOT NULL,
    state     INTEGER NOT NULL,
    at_ms     INTEGER NOT NULL,
    detail    TEXT NOT NULL,
    PRIMARY KEY (effect_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER attempt_kept BEFORE UPDATE ON attempt
BEGIN SELECT RAISE (ABORT, 'an attempt is a fact and stays as it is'); END;
CREATE TRIGGER attempt_not_deleted BEFORE DELETE ON attempt
BEGIN SELECT RAISE (ABORT, 'an attempt is a fact and is not deleted'); END;

CREATE TABLE ledger (
    seq        INTEGER PRIMARY KEY,
    at_ms      INTEGER NOT NULL,
    actor      TEXT NOT NULL,
    kind       INTEGER NOT NULL,
    subject    BLOB CHECK (length(subject) = 16),
    signal     BLOB CHECK (length(signal) = 16),
    account_id INTEGER NOT NULL, -- 0: none; no reference, so that the chain stands alone
    payload    TEXT NOT NULL,
    prev_hash  TEXT NOT NULL CHECK (length(prev_hash) = 64),
    hash       TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX ledger_by_subject ON ledger (subject) WHERE subject IS NOT NULL;
CREATE INDEX ledger_by_account ON ledger (account_id) WHERE account_id <> 0;

CREATE TRIGGER ledger_follows BEFORE INSERT ON ledger
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM ledger)
    OR NEW.prev_hash <> coalesce((SELECT hash FROM ledger ORDER BY seq DESC LIMIT 1),
                                 '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN SELECT RAISE (ABORT, 'a ledger row must follow the last one'); END;
CREATE TRIGGER ledger_kept BEFORE UPDATE ON ledger
BEGIN SELECT RAISE (ABORT, 'the ledger is only ever appended to'); END;
CREATE TRIGGER ledger_not_deleted BEFORE DELETE ON ledger
BEGIN SELECT RAISE (ABORT, 'the ledger is only ever appended to'); END;
