-- What was forecast each week, deal by deal, and what reps called their deals. Deals and owners are
-- named by row and are facts of that week: they are not followed when records are merged later.

CREATE TABLE forecast_week (
    week_ms  INTEGER PRIMARY KEY, -- Monday, in the workspace's zone
    at_ms    INTEGER NOT NULL,
    currency TEXT NOT NULL
) STRICT;

-- kind 0 open, 1 won, 2 lost; mapped and called are numbers of domain::ForecastCategory.
CREATE TABLE forecast_week_deal (
    week_ms  INTEGER NOT NULL REFERENCES forecast_week (week_ms),
    deal_id  INTEGER NOT NULL,
    owner_id INTEGER,
    minor    INTEGER NOT NULL,
    close_ms INTEGER,
    kind     INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
    mapped   INTEGER NOT NULL CHECK (mapped BETWEEN 0 AND 4),
    called   INTEGER CHECK (called BETWEEN 0 AND 4),
    win_ppm  INTEGER NOT NULL CHECK (win_ppm BETWEEN 0 AND 1000000),
    PRIMARY KEY (week_ms, deal_id)
) STRICT, WITHOUT ROWID;

-- span is a number of domain::ForecastSpan.
CREATE TABLE forecast_week_figure (
    week_ms        INTEGER NOT NULL REFERENCES forecast_week (week_ms),
    span           INTEGER NOT NULL CHECK (span BETWEEN 0 AND 3),
    start_ms       INTEGER NOT NULL,
    end_ms         INTEGER NOT NULL,
    expected_minor INTEGER NOT NULL,
    p10_minor      INTEGER NOT NULL,
    p50_minor      INTEGER NOT NULL,
    p90_minor      INTEGER NOT NULL,
    PRIMARY KEY (week_ms, span)
) STRICT, WITHOUT ROWID;

-- The newest row of a deal counts; without a category the call was taken back.
CREATE TABLE forecast_call (
    id        INTEGER PRIMARY KEY,
    deal_id   INTEGER NOT NULL,
    category  INTEGER CHECK (category BETWEEN 0 AND 4),
    called_by TEXT NOT NULL,
    at_ms     INTEGER NOT NULL
) STRICT;
CREATE INDEX forecast_call_by_deal ON forecast_call (deal_id, id);

CREATE TRIGGER forecast_week_kept BEFORE UPDATE ON forecast_week
BEGIN SELECT RAISE (ABORT, 'a forecast is not changed afterwards'); END;
CREATE TRIGGER forecast_week_deal_kept BEFORE UPDATE ON forecast_week_deal
BEGIN SELECT RAISE (ABORT, 'a forecast is not changed afterwards'); END;
CREATE TRIGGER forecast_week_figure_kept BEFORE UPDATE ON forecast_week_figure
BEGIN SELECT RAISE (ABORT, 'a forecast is not changed afterwards'); END;
CREATE TRIGGER forecast_call_kept BEFORE UPDATE ON forecast_call
BEGIN SELECT RAISE (ABORT, 'a call is not changed afterwards'); END;
CREATE TRIGGER forecast_week_not_deleted BEFORE DELETE ON forecast_week
BEGIN SELECT RAISE (ABORT, 'a forecast is not forgotten'); END;
CREATE TRIGGER forecast_week_deal_not_deleted BEFORE DELETE ON forecast_week_deal
BEGIN SELECT RAISE (ABORT, 'a forecast is not forgotten'); END;
CREATE TRIGGER forecast_week_figure_not_deleted BEFORE DELETE ON forecast_week_figure
BEGIN SELECT RAISE (ABORT, 'a forecast is not forgotten'); END;
CREATE TRIGGER forecast_call_not_deleted BEFORE DELETE ON forecast_call
BEGIN SELECT RAISE (ABORT, 'a call is not forgotten'); END;
