/**
 * Derived: what the last working out of each exhibit found, and of what. Nothing refers to it and nothing is lost with
 * it, so it belongs to this file alone: copies that are merged bring no checks, and undo leaves them.
 */
export const EXHIBIT_CHECKS = `
CREATE TABLE exhibit_check (
  exhibit TEXT PRIMARY KEY,
  -- Of the exhibit as it was pinned when it was checked.
  result_hash TEXT NOT NULL,
  -- The data that it was worked out from, see exhibits/data-state.ts.
  data_hash TEXT NOT NULL,
  analysis TEXT NOT NULL,
  at_us INTEGER NOT NULL,
  -- Canonical JSON of what was found.
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
