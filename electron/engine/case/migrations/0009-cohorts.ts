/**
 * Human: how cohorts are made, who was moved or left out, which sources are benign reference.
 * Derived: the cohorts of the last analysis and who stands in them, replaced with it, and what it was given.
 */
export const COHORTS = `
-- No row: the default.
CREATE TABLE cohort_rule (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- JSON list
  traits TEXT NOT NULL,
  least_members INTEGER NOT NULL
) STRICT;

CREATE TABLE cohort_move (
  account TEXT PRIMARY KEY,
  cohort TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cohort_left_out (
  account TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- By hash, so that a source taken back and imported again is what it was.
CREATE TABLE reference_source (
  sha256 TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- JSON of the decisions on cohorts that the analysis was given; NULL for one made before they were kept.
ALTER TABLE analysis_run ADD COLUMN cohorts TEXT;

CREATE TABLE analysis_cohort (
  rank INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE analysis_cohort_member (
  cohort INTEGER NOT NULL REFERENCES analysis_cohort (rank) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  account TEXT NOT NULL,
  requests INTEGER NOT NULL,
  shapes INTEGER NOT NULL CHECK (shapes IN (0, 1)),
  compared INTEGER NOT NULL CHECK (compared IN (0, 1)),
  fallback INTEGER NOT NULL CHECK (fallback IN (0, 1)),
  PRIMARY KEY (cohort, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX analysis_cohort_member_by_account ON analysis_cohort_member (account);
`;
