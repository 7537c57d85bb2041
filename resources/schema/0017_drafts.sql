-- What drafts are made with, and what a language model was asked and said. Which content went out
-- with which effect is a fact; its counts are read from effects and outcomes and stored nowhere.

CREATE TABLE snippet (
    name       TEXT PRIMARY KEY CHECK (name <> ''),
    text       TEXT NOT NULL,
    changed_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE content_asset (
    id         INTEGER PRIMARY KEY,
    uuid       BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    title      TEXT NOT NULL UNIQUE CHECK (title <> ''),
    url        TEXT NOT NULL,
    text       TEXT NOT NULL,
    stages     TEXT NOT NULL,
    industries TEXT NOT NULL,
    personas   TEXT NOT NULL,
    objections TEXT NOT NULL,
    sizes      TEXT NOT NULL,
    is_retired INTEGER NOT NULL CHECK (is_retired IN (0, 1)),
    added_ms   INTEGER NOT NULL,
    CHECK ((url = '') <> (text = ''))
) STRICT;

CREATE TRIGGER content_asset_not_deleted BEFORE DELETE ON content_asset
BEGIN SELECT RAISE (ABORT, 'content is retired, not deleted: its counts are facts'); END;

CREATE TABLE content_use (
    asset_id  INTEGER NOT NULL REFERENCES content_asset (id),
    effect_id INTEGER NOT NULL REFERENCES effect (id),
    PRIMARY KEY (asset_id, effect_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX content_use_by_effect ON content_use (effect_id);

CREATE TRIGGER content_use_kept BEFORE UPDATE ON content_use
BEGIN SELECT RAISE (ABORT, 'what went out with an effect is a fact'); END;
CREATE TRIGGER content_use_not_deleted BEFORE DELETE ON content_use
BEGIN SELECT RAISE (ABORT, 'what went out with an effect is a fact'); END;

-- Stored before the request leaves.
CREATE TABLE model_run (
    id             INTEGER PRIMARY KEY,
    uuid           BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    action_id      INTEGER NOT NULL REFERENCES action (id),
    at_ms          INTEGER NOT NULL,
    host           TEXT NOT NULL,
    model          TEXT NOT NULL,
    request        TEXT NOT NULL,
    request_sha256 TEXT NOT NULL CHECK (length(request_sha256) = 64)
) STRICT;
CREATE INDEX model_run_by_action ON model_run (action_id);

CREATE TRIGGER model_run_kept BEFORE UPDATE ON model_run
BEGIN SELECT RAISE (ABORT, 'what a model was asked is a fact'); END;
CREATE TRIGGER model_run_not_deleted BEFORE DELETE ON model_run
BEGIN SELECT RAISE (ABORT, 'what a model was asked is a fact'); END;

CREATE TABLE model_answer (
    run_id   INTEGER PRIMARY KEY REFERENCES model_run (id),
    at_ms    INTEGER NOT NULL,
    answer   TEXT NOT NULL,
    failure  TEXT NOT NULL,
    is_taken INTEGER NOT NULL CHECK (is_taken IN (0, 1)), -- became the draft's text
    CHECK (is_taken = 0 OR failure = '')
) STRICT;

CREATE TRIGGER model_answer_kept BEFORE UPDATE ON model_answer
BEGIN SELECT RAISE (ABORT, 'what a model said is a fact'); END;
CREATE TRIGGER model_answer_not_deleted BEFORE DELETE ON model_answer
BEGIN SELECT RAISE (ABORT, 'what a model said is a fact'); END;

-- Whatever the play's mode.
CREATE TRIGGER model_text_needs_a_person BEFORE INSERT ON approval
WHEN NEW.approver IN ('policy', 'engine') AND EXISTS (
    SELECT 1 FROM model_run JOIN model_answer ON model_answer.run_id = model_run.id
    WHERE model_run.action_id = NEW.action_id AND model_answer.is_taken = 1)
BEGIN SELECT RAISE (ABORT, 'what a model wrote leaves only when a person approves it'); END;
