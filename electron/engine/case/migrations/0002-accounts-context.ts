/**
 * Imported: account records, the identifiers they carry, and events of the context. Rows of a source that is not
 * published yet are there already, so every reader joins `source` and asks for `published = 1`.
 *
 * Accounts have no foreign key: as with requests, their ids are given while rows pass, and they are made when the
 * source is published.
 */
export const ACCOUNTS_CONTEXT = `
ALTER TABLE source ADD COLUMN kind TEXT NOT NULL DEFAULT 'requests'
  CHECK (kind IN ('requests', 'accounts', 'context'));

-- What one row of a table of accounts says of an account; several rows of one account are its history. Columns
-- that end in _text hold what the file says; the typed value beside them is NULL where it cannot be read.
CREATE TABLE account_record (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  row INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  organization_id TEXT,
  created_us INTEGER,
  created_text TEXT,
  plan TEXT,
  signup_route TEXT,
  email TEXT,
  phone_hash TEXT,
  payment_fingerprint TEXT,
  card_bin TEXT,
  kyc_level TEXT,
  declared_use TEXT,
  training_allowed INTEGER CHECK (training_allowed IN (0, 1)),
  training_allowed_text TEXT,
  reseller INTEGER CHECK (reseller IN (0, 1)),
  reseller_text TEXT,
  status TEXT,
  status_changed_us INTEGER,
  status_changed_text TEXT,
  -- JSON object of the columns that no field takes, without empty ones
  extra TEXT NOT NULL,
  UNIQUE (source_id, row)
) STRICT;
CREATE INDEX account_record_by_account ON account_record (account_id, status_changed_us);

-- Values by which accounts can be compared, each once, in the form they are compared in.
CREATE TABLE identifier (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (kind, value)
) STRICT;

-- Which row says that an account carries an identifier, and how it spells it.
CREATE TABLE account_identifier (
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  row INTEGER NOT NULL,
  identifier_id INTEGER NOT NULL REFERENCES identifier (id),
  account_id INTEGER NOT NULL,
  original TEXT NOT NULL,
  PRIMARY KEY (source_id, row, identifier_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_identifier_by_account ON account_identifier (account_id);
CREATE INDEX account_identifier_by_identifier ON account_identifier (identifier_id);

CREATE TABLE context_event (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  row INTEGER NOT NULL,
  -- NULL where time_text is no valid time
  time_us INTEGER,
  time_text TEXT NOT NULL,
  kind TEXT,
  label TEXT NOT NULL,
  source TEXT,
  extra TEXT NOT NULL,
  UNIQUE (source_id, row)
) STRICT;
CREATE INDEX context_event_by_time ON context_event (time_us, label);
`;
