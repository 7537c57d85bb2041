-- When the newest mail was let go, one that is tried again included: its row in mail_intent keeps
-- the time of the first try.
CREATE TABLE mail_pace (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    last_ms INTEGER NOT NULL
) STRICT;
INSERT INTO mail_pace (id, last_ms)
SELECT 1, max(at_ms) FROM mail_intent WHERE host <> '' HAVING max(at_ms) IS NOT NULL;
