/**
 * Derived: what the one filter of all views is answered from without going through the requests. Made once per
 * published source, from its requests alone, and gone with it.
 */
export const FILTER_CELLS = `
-- One row once everything below is there for the source.
CREATE TABLE filter_source (
  source_id INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  -- Most requests in one cell.
  most INTEGER NOT NULL,
  -- First and last quarter hour since 1970 UTC; NULL where no request has a valid time.
  first_bin INTEGER,
  last_bin INTEGER
) STRICT;

-- The distinct combinations of values that requests of a source have, numbered from 0; NULL where none is stated.
CREATE TABLE filter_combination (
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  model TEXT,
  endpoint TEXT,
  status TEXT,
  topic TEXT,
  PRIMARY KEY (source_id, number)
) STRICT, WITHOUT ROWID;

-- Requests of an account per quarter hour and combination, packed: see filters/cell-codec.ts.
CREATE TABLE filter_account (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL,
  cells BLOB NOT NULL,
  UNIQUE (source_id, account_id)
) STRICT;

-- Which accounts sent which texts of a block, packed: see filters/text-log.ts. Blocks come and go with the imports.
CREATE TABLE filter_text (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  block_id INTEGER NOT NULL,
  accounts BLOB NOT NULL,
  UNIQUE (source_id, block_id)
) STRICT;
`;
