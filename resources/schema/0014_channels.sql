-- Effects go out by more than one channel: 0 the CRM of the record, 1 the mailbox, 2 the calendar.
-- An action has at most one live effect in each. And what else an action keeps of its text.
ALTER TABLE effect ADD COLUMN channel INTEGER NOT NULL DEFAULT 0 CHECK (channel BETWEEN 0 AND 2);
DROP INDEX effect_live_once;
CREATE UNIQUE INDEX effect_live_once ON effect (action_id, channel) WHERE state NOT IN (4, 6);

CREATE TRIGGER effect_channel_kept BEFORE UPDATE OF channel ON effect WHEN NEW.channel <> OLD.channel
BEGIN SELECT RAISE (ABORT, 'what was approved cannot change'); END;

-- The variant of the text that was given; set when the action is made.
ALTER TABLE action ADD COLUMN variant TEXT NOT NULL DEFAULT '';
ALTER TABLE action ADD COLUMN edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1));
ALTER TABLE action ADD COLUMN until_reply INTEGER NOT NULL DEFAULT 0 CHECK (until_reply IN (0, 1));

CREATE TRIGGER action_variant_kept BEFORE UPDATE OF variant ON action WHEN NEW.variant <> OLD.variant
BEGIN SELECT RAISE (ABORT, 'an action keeps its variant'); END;

-- Messages that we sent and that answered them, by their Message-ID, so that an answer finds its
-- action and an answer of ours its thread. direction 0 out, 1 in; kind as in domain/mail.h, 0 out.
CREATE TABLE mail_message (
    id         INTEGER PRIMARY KEY,
    message_id TEXT NOT NULL UNIQUE CHECK (message_id <> ''),
    direction  INTEGER NOT NULL CHECK (direction IN (0, 1)),
    kind       INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 6),
    action     BLOB CHECK (length(action) = 16),
    account_id INTEGER REFERENCES account (id),
    contact_id INTEGER REFERENCES contact (id),
    at_ms      INTEGER NOT NULL,
    subject    TEXT NOT NULL,
    refs       TEXT NOT NULL -- ids it answers, nearest first, as length-prefixed texts
) STRICT;
CREATE INDEX mail_message_by_contact ON mail_message (contact_id, at_ms) WHERE contact_id IS NOT NULL;
CREATE INDEX mail_message_by_action ON mail_message (action) WHERE action IS NOT NULL;

-- What was booked is announced, and what was mailed or booked is noted in the CRM, afterwards, when
-- the action is done already.
DROP TRIGGER effect_intent_needs_action;
CREATE TRIGGER effect_intent_needs_action BEFORE UPDATE OF state ON effect
WHEN NEW.state = 1 AND OLD.state = 0
    AND (SELECT state FROM action WHERE id = NEW.action_id) NOT IN (2, 3)
    AND NOT EXISTS (
        SELECT 1 FROM effect AS sent
        WHERE sent.action_id = NEW.action_id AND sent.channel NOT IN (0, NEW.channel)
            AND sent.ordinal < NEW.ordinal AND sent.state = 3)
BEGIN SELECT RAISE (ABORT, 'the action is no longer approved'); END;
