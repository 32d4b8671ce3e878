/**
 * Derived: results of the last analysis, replaced as a whole by the next and never mixed with what was imported
 * or written by people. Bodies are canonical JSON, so that the same analysis gives the same bytes.
 */
export const ANALYSIS = `
CREATE TABLE analysis_run (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  at_us INTEGER NOT NULL,
  seconds REAL NOT NULL,
  seed INTEGER NOT NULL,
  prior_share REAL NOT NULL,
  version TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  signals TEXT NOT NULL
) STRICT;

CREATE TABLE analysis_account (
  account TEXT PRIMARY KEY,
  rank INTEGER NOT NULL UNIQUE,
  score REAL NOT NULL,
  operator TEXT,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE analysis_operator (
  id TEXT PRIMARY KEY,
  rank INTEGER NOT NULL UNIQUE,
  score REAL NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE analysis_link (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  bits REAL NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX analysis_link_by_b ON analysis_link (b);
`;
