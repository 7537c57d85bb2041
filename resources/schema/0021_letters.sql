-- Who wrote a message that came in, and what it looked like: its HTML as it was made harmless at the
-- door. Its words are the body of its event, whose source_key this is.
CREATE TABLE mail_letter (
    source_key INTEGER PRIMARY KEY,
    message_id TEXT NOT NULL UNIQUE REFERENCES mail_message (message_id) ON DELETE CASCADE,
    sender     TEXT NOT NULL,
    name       TEXT NOT NULL,
    html       TEXT NOT NULL
) STRICT;
