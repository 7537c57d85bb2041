-- What was last learned from all deals: the win model as its text, and of each open deal what signals
-- add to its log-odds and the chance to win it by its close date. Worked out in the night and again
-- by anybody; stage and date say for what, so that a moved deal is not told yesterday's chance.

CREATE TABLE win_model (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    learned_ms   INTEGER NOT NULL,
    closed_deals INTEGER NOT NULL,
    currency     TEXT NOT NULL,
    text         TEXT NOT NULL
) STRICT;

CREATE TABLE deal_outlook (
    deal_id      INTEGER PRIMARY KEY,
    stage_id     INTEGER,
    due_ms       INTEGER,
    commit_ppm   INTEGER CHECK (commit_ppm BETWEEN 0 AND 1000000),
    median_ppm   INTEGER CHECK (median_ppm BETWEEN 0 AND 1000000),
    signal_micro INTEGER NOT NULL,
    CHECK ((commit_ppm IS NULL) = (median_ppm IS NULL)),
    CHECK (commit_ppm IS NULL OR due_ms IS NOT NULL)
) STRICT;
