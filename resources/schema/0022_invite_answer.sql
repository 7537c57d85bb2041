-- What the people who were invited to a booked meeting answered: of each the last word, by when it
-- was written.
CREATE TABLE invite_answer (
    meeting     BLOB NOT NULL REFERENCES effect (uuid), -- that booked it
    address     TEXT NOT NULL CHECK (address <> ''),
    answer      INTEGER NOT NULL CHECK (answer BETWEEN 0 AND 3),
    proposed_ms INTEGER NOT NULL, -- the other time that they propose; 0: none
    stamp_ms    INTEGER NOT NULL,
    PRIMARY KEY (meeting, address)
) STRICT, WITHOUT ROWID;
