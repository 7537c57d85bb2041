-- Addresses that must not be contacted, by keyed hash, so that the list outlives the people's rows.
-- More than one key only where a copy of another workspace was taken in: both lists then count.
CREATE TABLE suppression_key (
    id    INTEGER PRIMARY KEY,
    key   TEXT NOT NULL UNIQUE CHECK (length(key) = 64), -- hexadecimal
    at_ms INTEGER NOT NULL
) STRICT;

CREATE TRIGGER suppression_key_kept BEFORE UPDATE ON suppression_key
BEGIN SELECT RAISE (ABORT, 'the do-not-contact list keeps its key'); END;
CREATE TRIGGER suppression_key_not_deleted BEFORE DELETE ON suppression_key
BEGIN SELECT RAISE (ABORT, 'the do-not-contact list keeps its key'); END;

-- scope as domain/consent.h Reach: 1 mail, 2 calls; why as StopWhy.
CREATE TABLE suppression (
    id    INTEGER PRIMARY KEY,
    uuid  BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    tag   TEXT NOT NULL CHECK (length(tag) = 64),
    scope INTEGER NOT NULL CHECK (scope IN (1, 2)),
    why   INTEGER NOT NULL CHECK (why BETWEEN 1 AND 6),
    note  TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX suppression_by_tag ON suppression (tag, scope);

CREATE TRIGGER suppression_kept BEFORE UPDATE ON suppression
BEGIN SELECT RAISE (ABORT, 'the do-not-contact list is only ever added to'); END;
CREATE TRIGGER suppression_not_deleted BEFORE DELETE ON suppression
BEGIN SELECT RAISE (ABORT, 'the do-not-contact list is only ever added to'); END;

-- A person took exactly this row off the list, with a reason; no other row is touched by it.
CREATE TABLE suppression_release (
    uuid  BLOB NOT NULL PRIMARY KEY REFERENCES suppression (uuid),
    why   TEXT NOT NULL CHECK (why <> ''),
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER suppression_release_kept BEFORE UPDATE ON suppression_release
BEGIN SELECT RAISE (ABORT, 'a release is a fact and stays as it is'); END;
CREATE TRIGGER suppression_release_not_deleted BEFORE DELETE ON suppression_release
BEGIN SELECT RAISE (ABORT, 'a release is a fact and is not deleted'); END;

-- What people agreed to, per way to reach them; the newest row counts. state as ConsentState.
CREATE TABLE consent (
    id     INTEGER PRIMARY KEY,
    uuid   BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
    tag    TEXT NOT NULL CHECK (length(tag) = 64),
    scope  INTEGER NOT NULL CHECK (scope IN (1, 2)),
    state  INTEGER NOT NULL CHECK (state IN (1, 2)),
    basis  TEXT NOT NULL,
    source TEXT NOT NULL,
    proof  TEXT NOT NULL,
    at_ms  INTEGER NOT NULL
) STRICT;
CREATE INDEX consent_by_tag ON consent (tag, scope, id);

CREATE TRIGGER consent_kept BEFORE UPDATE ON consent
BEGIN SELECT RAISE (ABORT, 'a consent is a fact and stays as it is'); END;
CREATE TRIGGER consent_not_deleted BEFORE DELETE ON consent
BEGIN SELECT RAISE (ABORT, 'a consent is a fact and is not deleted'); END;

-- Mails that were about to leave, by the day they count for. A day never comes back: when the
-- clock is put back, mails go on counting for the last day there was. A person who finds that the
-- clock was wrong opens a new era, in which counting begins anew.
CREATE TABLE mail_intent (
    era       INTEGER NOT NULL,
    day       INTEGER NOT NULL, -- days since 1970-01-01, by the rep's zone
    effect    BLOB NOT NULL CHECK (length(effect) = 16),
    owner_id  INTEGER NOT NULL, -- 0: nobody's
    host      TEXT NOT NULL,
    by_policy INTEGER NOT NULL CHECK (by_policy IN (0, 1)),
    at_ms     INTEGER NOT NULL,
    PRIMARY KEY (era, day, effect)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER mail_intent_goes_on BEFORE INSERT ON mail_intent
WHEN EXISTS (SELECT 1 FROM mail_intent WHERE era > NEW.era OR (era = NEW.era AND day > NEW.day))
BEGIN SELECT RAISE (ABORT, 'a day that has passed takes no more mails'); END;
CREATE TRIGGER mail_intent_kept BEFORE UPDATE ON mail_intent
BEGIN SELECT RAISE (ABORT, 'what has left stays counted'); END;
CREATE TRIGGER mail_intent_not_deleted BEFORE DELETE ON mail_intent
BEGIN SELECT RAISE (ABORT, 'what has left stays counted'); END;

-- A channel whose effects ended in doubt too often; it goes on when a person says so.
CREATE TABLE channel_pause (
    channel    INTEGER PRIMARY KEY CHECK (channel BETWEEN 0 AND 2),
    unknowns   INTEGER NOT NULL,
    at_ms      INTEGER NOT NULL,
    resumed_ms INTEGER
) STRICT;

-- When reps work; owner 0: everybody without a row. week: seven spans in minutes of the day, Monday
-- first, "480-1080" or nothing, parted by commas; days_off: dates, parted by commas.
CREATE TABLE work_calendar (
    owner_id INTEGER PRIMARY KEY,
    zone     TEXT NOT NULL,
    country  TEXT NOT NULL,
    week     TEXT NOT NULL,
    days_off TEXT NOT NULL
) STRICT;

-- Who takes inbound actions.
CREATE TABLE routing_seat (
    owner_id      INTEGER PRIMARY KEY REFERENCES owner (id),
    weight        INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 100),
    capacity      INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 1000),
    present       INTEGER NOT NULL CHECK (present IN (0, 1)),
    away_until_ms INTEGER
) STRICT;

-- Who was given what, and why; kind and why as domain/routing.h. Owner 0: nobody.
CREATE TABLE route_decision (
    id         INTEGER PRIMARY KEY,
    action     BLOB NOT NULL CHECK (length(action) = 16),
    kind       INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
    why        INTEGER NOT NULL,
    from_owner INTEGER NOT NULL,
    to_owner   INTEGER NOT NULL,
    open_count INTEGER NOT NULL,
    capacity   INTEGER NOT NULL,
    at_ms      INTEGER NOT NULL
) STRICT;
CREATE INDEX route_decision_by_action ON route_decision (action, kind);

CREATE TRIGGER route_decision_kept BEFORE UPDATE ON route_decision
BEGIN SELECT RAISE (ABORT, 'a decision is a fact and stays as it is'); END;
CREATE TRIGGER route_decision_not_deleted BEFORE DELETE ON route_decision
BEGIN SELECT RAISE (ABORT, 'a decision is a fact and is not deleted'); END;

-- How far a play may go by itself, where that is not what its text says; the newest row of a play
-- counts. mode as domain/play.h; why as domain/play_mode.h, with the figures that led to it.
CREATE TABLE play_mode (
    id         INTEGER PRIMARY KEY,
    play_id    TEXT NOT NULL,
    mode       INTEGER NOT NULL CHECK (mode BETWEEN 0 AND 2),
    why        INTEGER NOT NULL,
    count      INTEGER NOT NULL,
    of         INTEGER NOT NULL,
    at_ms      INTEGER NOT NULL
) STRICT;
CREATE INDEX play_mode_by_play ON play_mode (play_id, id);

CREATE TRIGGER play_mode_kept BEFORE UPDATE ON play_mode
BEGIN SELECT RAISE (ABORT, 'a change of mode is a fact and stays as it is'); END;
CREATE TRIGGER play_mode_not_deleted BEFORE DELETE ON play_mode
BEGIN SELECT RAISE (ABORT, 'a change of mode is a fact and is not deleted'); END;
