/**
 * The three layers of a case, which never mix:
 *   imported  source, account, request_*, account_*, reject   written by imports alone, published per source
 *   derived   (none yet)                                       written by analysis alone
 *   human     case_property, annotation, command               written by commands alone
 * and custody_log, to which all of them append.
 */
export const FIRST_SCHEMA = `
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  content_sha256 TEXT NOT NULL,
  file TEXT NOT NULL,
  format TEXT NOT NULL,
  grain TEXT NOT NULL CHECK (grain IN ('request', 'bucket', 'conversation')),
  size_bytes INTEGER NOT NULL,
  mapping TEXT NOT NULL,
  -- JSON: which column number holds which column of the file, and how its times were spelt
  layout TEXT NOT NULL,
  imported_us INTEGER NOT NULL,
  rows_read INTEGER NOT NULL,
  stored INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  repeats INTEGER NOT NULL,
  without_time INTEGER NOT NULL,
  first_us INTEGER,
  last_us INTEGER,
  seconds REAL NOT NULL,
  -- 0 while its import runs: nothing of an unpublished source is ever shown
  published INTEGER NOT NULL CHECK (published IN (0, 1)),
  CHECK (published = 0 OR rows_read = stored + duplicates + conflicts + rejected)
) STRICT;

CREATE TABLE reject (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('reject', 'conflict')),
  reason TEXT NOT NULL,
  raw BLOB NOT NULL
) STRICT;
CREATE INDEX reject_by_source ON reject (source_id, line);

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  external_id TEXT NOT NULL UNIQUE
) STRICT;

-- Requests lie in chunks of up to 4,096 rows, sorted by account and time within each run of an import.
CREATE TABLE request_chunk (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  rows INTEGER NOT NULL,
  first_account INTEGER NOT NULL,
  last_account INTEGER NOT NULL,
  first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL,
  first_us INTEGER,
  last_us INTEGER
) STRICT;
CREATE INDEX request_chunk_by_account ON request_chunk (first_account, last_account);
CREATE INDEX request_chunk_by_source ON request_chunk (source_id, first_row);

-- One column of one chunk; key = chunk id * 65536 + column number.
CREATE TABLE request_column (
  key INTEGER PRIMARY KEY,
  data BLOB NOT NULL
) STRICT;

-- Random numbers that seed the hashes by which rows are told apart, so that nobody can prepare collisions.
CREATE TABLE hash_seed (
  high INTEGER NOT NULL,
  low INTEGER NOT NULL
) STRICT;
INSERT INTO hash_seed VALUES (abs(random()) % 4294967296, abs(random()) % 4294967296);

CREATE TABLE account_total (
  account_id INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  requests INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  without_time INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  first_us INTEGER,
  last_us INTEGER,
  PRIMARY KEY (account_id, source_id)
) STRICT, WITHOUT ROWID;

-- Activity per quarter hour, packed; account 0 is the whole source.
CREATE TABLE account_activity (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  bins BLOB NOT NULL,
  UNIQUE (account_id, source_id)
) STRICT;

CREATE TABLE case_property (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE command (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at_us INTEGER NOT NULL,
  author TEXT NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  -- NULL where an act cannot be taken back
  inverse_kind TEXT,
  inverse_payload TEXT,
  undoes TEXT REFERENCES command (id)
) STRICT;

CREATE TABLE annotation (
  id TEXT PRIMARY KEY,
  target TEXT NOT NULL,
  account TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'comment')),
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  created_us INTEGER NOT NULL,
  changed_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_by_account ON annotation (account);

-- entry is canonical JSON that names the hash of the entry before; hash is the SHA-256 of entry.
CREATE TABLE custody_log (
  seq INTEGER PRIMARY KEY,
  entry TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER custody_log_is_append_only_update BEFORE UPDATE ON custody_log
BEGIN SELECT RAISE(ABORT, 'the custody log is append-only'); END;
CREATE TRIGGER custody_log_is_append_only_delete BEFORE DELETE ON custody_log
BEGIN SELECT RAISE(ABORT, 'the custody log is append-only'); END;
`;
