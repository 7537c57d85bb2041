-- Which copy of a workspace may act. The program raises the epoch each time it opens the file and
-- keeps a mark of it outside; a restored or cloned file does not fit its mark and is frozen.
-- Numbers of why are those of domain/install.h.
CREATE TABLE install (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    uuid  BLOB NOT NULL CHECK (length(uuid) = 16), -- new when a computer takes over
    epoch INTEGER NOT NULL CHECK (epoch >= 1),
    wires INTEGER NOT NULL CHECK (wires >= 0), -- effects that were ever marked on the wire
    why   INTEGER NOT NULL CHECK (why BETWEEN 0 AND 5) -- it is frozen
) STRICT;

CREATE TRIGGER install_rises BEFORE UPDATE ON install
WHEN NEW.epoch < OLD.epoch OR NEW.wires < OLD.wires
BEGIN SELECT RAISE (ABORT, 'the epoch of a workspace never goes back'); END;
CREATE TRIGGER install_not_deleted BEFORE DELETE ON install
BEGIN SELECT RAISE (ABORT, 'the epoch of a workspace never goes back'); END;
CREATE TRIGGER install_counts_wires AFTER UPDATE OF state ON effect
WHEN NEW.state = 2 AND OLD.state <> 2
BEGIN UPDATE install SET wires = wires + 1; END;
