-- Full-text index over names, details and notes, kept by the store's table classes (the schema is
-- not trusted, and an untrusted schema's triggers may not write virtual tables). The row id is the
-- record's id times 4 plus its kind: 0 account, 1 contact, 2 deal, 3 note (an event with a body).

CREATE VIRTUAL TABLE search USING fts5 (
    name, detail, note,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);

INSERT INTO search (rowid, name, detail, note)
SELECT id * 4, name, domain || ' ' || industry || ' ' || country, '' FROM account WHERE deleted = 0;
INSERT INTO search (rowid, name, detail, note)
SELECT id * 4 + 1, first_name || ' ' || last_name, email || ' ' || title, '' FROM contact WHERE deleted = 0;
INSERT INTO search (rowid, name, detail, note)
SELECT id * 4 + 2, name, next_step, '' FROM deal WHERE deleted = 0;
INSERT INTO search (rowid, name, detail, note)
SELECT event_id * 4 + 3, '', title, body FROM event_text WHERE body <> '';
