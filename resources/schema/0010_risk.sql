-- How often a close date was moved, and what makes deals risky: facts of each deal, the usual
-- figures of cohorts, the weighed warnings, anomalies, findings about the whole pipeline, and which
-- alerts stand. Rules are numbers of domain::RiskRule. close_change is history like amount_change;
-- the rest can be computed again, but for the alerts, which know what was told.

CREATE TABLE close_change (
    deal_id  INTEGER NOT NULL REFERENCES deal (id),
    at_ms    INTEGER NOT NULL,
    close_ms INTEGER NOT NULL,
    PRIMARY KEY (deal_id, at_ms, close_ms)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER close_change_kept BEFORE UPDATE ON close_change
BEGIN SELECT RAISE (ABORT, 'a change of the close date is history and stays as it is'); END;

CREATE TABLE risk_fact (
    deal_id       INTEGER PRIMARY KEY REFERENCES deal (id),
    account_id    INTEGER REFERENCES account (id),
    product_id    INTEGER REFERENCES product (id),
    stage_id      INTEGER REFERENCES stage (id),
    kind          INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
    industry      TEXT NOT NULL,
    amount_minor  INTEGER,
    currency      TEXT,
    first_minor   INTEGER,
    start_ms      INTEGER,
    closed_ms     INTEGER,
    due_ms        INTEGER,
    two_way_ms    INTEGER,
    unanswered_ms INTEGER,
    unanswered    INTEGER NOT NULL,
    touches       INTEGER NOT NULL,
    touch_span_ms INTEGER NOT NULL,
    engaged       INTEGER NOT NULL,
    leaders       INTEGER NOT NULL,
    roles         INTEGER NOT NULL,
    pushes        INTEGER NOT NULL,
    drop_permille INTEGER NOT NULL,
    competitors   INTEGER NOT NULL,
    concessions   INTEGER NOT NULL,
    proposal_sent INTEGER NOT NULL CHECK (proposal_sent IN (0, 1)),
    next_step     INTEGER NOT NULL CHECK (next_step IN (0, 1)),
    CHECK ((amount_minor IS NULL) = (currency IS NULL))
) STRICT;
CREATE INDEX risk_fact_by_account ON risk_fact (account_id);

CREATE TABLE risk_stay (
    deal_id    INTEGER NOT NULL REFERENCES risk_fact (deal_id),
    position   INTEGER NOT NULL,
    stage_id   INTEGER REFERENCES stage (id),
    entered_ms INTEGER NOT NULL,
    left_ms    INTEGER,
    PRIMARY KEY (deal_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE risk_evidence (
    deal_id  INTEGER NOT NULL REFERENCES risk_fact (deal_id),
    position INTEGER NOT NULL,
    rule     INTEGER NOT NULL,
    event_id INTEGER REFERENCES event (id),
    at_ms    INTEGER NOT NULL,
    value    INTEGER NOT NULL,
    PRIMARY KEY (deal_id, position)
) STRICT, WITHOUT ROWID;

-- A cohort is named by its segment ('' for all), size (-2 any, -1 unknown) and stage (0 any).
-- Values are thousandths.
CREATE TABLE risk_norm (
    kind        INTEGER NOT NULL,
    rule        INTEGER NOT NULL,
    segment     TEXT NOT NULL,
    size        INTEGER NOT NULL,
    stage_id    INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    value_milli INTEGER NOT NULL,
    PRIMARY KEY (kind, rule, segment, size, stage_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE deal_risk (
    deal_id     INTEGER PRIMARY KEY REFERENCES deal (id),
    total_milli INTEGER NOT NULL CHECK (total_milli BETWEEN 0 AND 100000),
    top_rule    INTEGER,
    large       INTEGER NOT NULL CHECK (large IN (0, 1)),
    commit_permille INTEGER
) STRICT;

CREATE TABLE deal_risk_factor (
    deal_id         INTEGER NOT NULL REFERENCES deal_risk (deal_id),
    rule            INTEGER NOT NULL,
    fires           INTEGER NOT NULL CHECK (fires IN (0, 1)),
    value           INTEGER NOT NULL,
    threshold       INTEGER NOT NULL,
    weight_permille INTEGER NOT NULL,
    milli_points    INTEGER NOT NULL,
    median          INTEGER,
    delta_milli     INTEGER,
    segment         TEXT NOT NULL,
    size            INTEGER NOT NULL,
    stage_id        INTEGER NOT NULL,
    n               INTEGER NOT NULL,
    PRIMARY KEY (deal_id, rule)
) STRICT, WITHOUT ROWID;

-- Probabilities are parts per billion, other figures thousandths.
CREATE TABLE risk_anomaly (
    deal_id     INTEGER NOT NULL REFERENCES deal (id),
    rule        INTEGER NOT NULL,
    level       INTEGER NOT NULL CHECK (level BETWEEN 1 AND 2),
    value_milli INTEGER NOT NULL,
    usual_milli INTEGER,
    z_milli     INTEGER,
    p_ppb       INTEGER NOT NULL,
    q_ppb       INTEGER NOT NULL,
    segment     TEXT NOT NULL,
    size        INTEGER NOT NULL,
    stage_id    INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    PRIMARY KEY (deal_id, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE risk_finding (
    rule     INTEGER NOT NULL PRIMARY KEY,
    open     INTEGER NOT NULL,
    outliers INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE risk_finding_deal (
    rule    INTEGER NOT NULL REFERENCES risk_finding (rule),
    deal_id INTEGER NOT NULL REFERENCES deal (id),
    PRIMARY KEY (rule, deal_id)
) STRICT, WITHOUT ROWID;

-- deal_id 0: told about the whole pipeline.
CREATE TABLE risk_alert (
    deal_id    INTEGER NOT NULL,
    rule       INTEGER NOT NULL,
    episode    INTEGER NOT NULL CHECK (episode > 0),
    raised_ms  INTEGER NOT NULL,
    cleared_ms INTEGER,
    folded     INTEGER NOT NULL CHECK (folded IN (0, 1)),
    PRIMARY KEY (deal_id, rule)
) STRICT, WITHOUT ROWID;
