-- The feed on real execution: duplicates are linked, cards wait for an answer, judgements of a
-- play's cards are counted; and the progress of deals: mutual plans and exit checklists.
ALTER TABLE action ADD COLUMN duplicate_of BLOB
    CHECK (duplicate_of IS NULL OR length(duplicate_of) = 16);

CREATE INDEX action_until_reply ON action (account_id) WHERE state = 1 AND until_reply = 1;
CREATE INDEX action_irrelevant ON action (play_id) WHERE state = 5 AND dismiss_reason = 4;
CREATE INDEX effect_mail_day ON effect (changed_ms) WHERE channel = 1 AND state IN (1, 2, 3, 5);
CREATE INDEX action_by_play ON action (play_id, changed_ms) WHERE play_id <> '';

-- What we and the buyer have agreed to do. side 0 us, 1 them; state 0 open, 1 done, 2 dropped.
-- nudged_due_ms: the due time that a reminder was made for, so that each gets one.
CREATE TABLE plan_task (
    id            INTEGER PRIMARY KEY,
    uuid          BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    deal_id       INTEGER NOT NULL REFERENCES deal (id),
    task          TEXT NOT NULL CHECK (task <> ''),
    side          INTEGER NOT NULL CHECK (side IN (0, 1)),
    due_ms        INTEGER,
    state         INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),
    changed_ms    INTEGER NOT NULL,
    nudged_due_ms INTEGER
) STRICT;
CREATE INDEX plan_task_by_deal ON plan_task (deal_id);
CREATE INDEX plan_task_late ON plan_task (due_ms) WHERE state = 0 AND side = 1;

CREATE TRIGGER plan_task_not_deleted BEFORE DELETE ON plan_task
BEGIN SELECT RAISE (ABORT, 'a task of a plan is dropped, not deleted'); END;

-- A stage that is named here has its own checklist, maybe an empty one; others have the usual one.
CREATE TABLE exit_list (
    stage_id INTEGER PRIMARY KEY REFERENCES stage (id)
) STRICT;
CREATE TABLE exit_check (
    stage_id INTEGER NOT NULL REFERENCES stage (id),
    position INTEGER NOT NULL,
    uuid     BLOB NOT NULL CHECK (length(uuid) = 16),
    text     TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (stage_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE exit_met (
    deal_id INTEGER NOT NULL REFERENCES deal (id),
    uuid    BLOB NOT NULL CHECK (length(uuid) = 16),
    met_ms  INTEGER NOT NULL,
    PRIMARY KEY (deal_id, uuid)
) STRICT, WITHOUT ROWID;
