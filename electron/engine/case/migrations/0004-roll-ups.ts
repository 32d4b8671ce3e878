/**
 * Imported: requests and tokens counted per account and value (model, topic, status, endpoint) while rows pass, each
 * count belonging to a source, written when that is published and removed when it is taken back.
 *
 * Counts per day and per hour of the week are not here: the quarter hours of account_activity give them in whatever
 * time zone the case has now.
 */
export const ROLL_UPS = `
-- 0 for sources imported before this version: their values were not counted.
ALTER TABLE source ADD COLUMN values_counted INTEGER NOT NULL DEFAULT 0 CHECK (values_counted IN (0, 1));

-- The distinct values of a field of a source, numbered from 1 as they turned up, with their sums over all accounts.
CREATE TABLE source_value (
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  number INTEGER NOT NULL,
  -- NULL under number 0: all values together that were not told apart
  value TEXT,
  requests INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  PRIMARY KEY (source_id, field, number),
  CHECK ((number = 0) = (value IS NULL))
) STRICT, WITHOUT ROWID;

-- The same per account, packed: see requests/value-codec.ts.
CREATE TABLE account_value (
  account_id INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  counts BLOB NOT NULL,
  PRIMARY KEY (account_id, source_id)
) STRICT, WITHOUT ROWID;
`;
