/** The custody logs of copies that were merged into the case, from where they left its own on; see custody/branches.ts. */
export const MERGING = `
CREATE TABLE custody_branch (
  -- hash of the copy's last entry, which names the branch
  head TEXT NOT NULL,
  seq INTEGER NOT NULL,
  entry TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (head, seq)
) STRICT;
CREATE TRIGGER custody_branch_is_append_only_update BEFORE UPDATE ON custody_branch
BEGIN SELECT RAISE(ABORT, 'the custody log is append-only'); END;
CREATE TRIGGER custody_branch_is_append_only_delete BEFORE DELETE ON custody_branch
BEGIN SELECT RAISE(ABORT, 'the custody log is append-only'); END;
`;
