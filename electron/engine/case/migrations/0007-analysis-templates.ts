/** Derived: the prompt templates of the last analysis, replaced with it. Bodies are canonical JSON. */
export const ANALYSIS_TEMPLATES = `
-- How many templates the analysis kept; NULL for one made before they were.
ALTER TABLE analysis_run ADD COLUMN templates INTEGER;

CREATE TABLE analysis_template (
  rank INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- The wording, apart from the body: it is shown only when it is revealed.
  text TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE analysis_template_account (
  template INTEGER NOT NULL REFERENCES analysis_template (rank) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  account TEXT NOT NULL,
  requests INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (template, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX analysis_template_account_by_account ON analysis_template_account (account);
`;
