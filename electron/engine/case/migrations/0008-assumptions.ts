/**
 * Human: what people assume about the case, in place of defaults. Derived: what scores are made from besides the
 * prior, so that they can be shown at another one; NULL for analyses made before it was kept.
 */
export const ASSUMPTIONS = `
CREATE TABLE assumption (
  name TEXT PRIMARY KEY,
  -- JSON
  value TEXT NOT NULL,
  author TEXT NOT NULL,
  changed_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- JSON: how log-odds of evidence become a probability.
ALTER TABLE analysis_run ADD COLUMN calibration TEXT;
ALTER TABLE analysis_account ADD COLUMN evidence REAL;
ALTER TABLE analysis_account ADD COLUMN together REAL;
ALTER TABLE analysis_account ADD COLUMN most REAL;
ALTER TABLE analysis_operator ADD COLUMN evidence REAL;
ALTER TABLE analysis_operator ADD COLUMN together REAL;
ALTER TABLE analysis_operator ADD COLUMN most REAL;
`;
