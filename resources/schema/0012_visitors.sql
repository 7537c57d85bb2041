-- Who visitors are: the names under which sources know people before anybody knows the person, and
-- what was said about which of them belong together. Which contact an event belongs to follows
-- from these rows alone, so that the order in which they came does not matter.

-- Numbers of domain::VisitorKind. The source is '' for names that mean the same everywhere.
CREATE TABLE visitor (
    id     INTEGER PRIMARY KEY,
    kind   INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 7),
    name   TEXT NOT NULL CHECK (name <> ''),
    source TEXT NOT NULL,
    UNIQUE (kind, name, source)
) STRICT;

-- What was said, the first time in each hour: pages say the same thing again and again.
CREATE TABLE visitor_link (
    from_id INTEGER NOT NULL REFERENCES visitor (id),
    to_id   INTEGER NOT NULL REFERENCES visitor (id),
    hour    INTEGER NOT NULL,
    at_ms   INTEGER NOT NULL,
    PRIMARY KEY (from_id, to_id, hour)
) STRICT, WITHOUT ROWID;
CREATE INDEX visitor_link_by_target ON visitor_link (to_id, from_id);

-- A person's word that two do not belong together, whatever was said or will be.
CREATE TABLE visitor_cut (
    from_id INTEGER NOT NULL REFERENCES visitor (id),
    to_id   INTEGER NOT NULL REFERENCES visitor (id),
    by_whom TEXT NOT NULL,
    at_ms   INTEGER NOT NULL,
    PRIMARY KEY (from_id, to_id)
) STRICT, WITHOUT ROWID;

-- Events that named no record of the CRM, and whom they named instead.
CREATE TABLE event_visitor (
    event_id   INTEGER PRIMARY KEY REFERENCES event (id),
    visitor_id INTEGER NOT NULL REFERENCES visitor (id)
) STRICT;
CREATE INDEX event_visitor_by_visitor ON event_visitor (visitor_id);
