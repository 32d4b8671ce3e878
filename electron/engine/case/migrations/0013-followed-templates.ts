/** Derived: which template each request follows, as the last analysis found it, replaced with it. */
export const FOLLOWED_TEMPLATES = `
-- How many requests follow a kept template; NULL for an analysis that did not keep which.
ALTER TABLE analysis_run ADD COLUMN followed INTEGER;

-- A number for each row of a chunk, packed: see analysis/templates/followed-codec.ts. Chunks that came after the
-- analysis have none, and a chunk that goes takes its own along, since its number is given again.
CREATE TABLE analysis_chunk_template (
  chunk_id INTEGER PRIMARY KEY REFERENCES request_chunk (id) ON DELETE CASCADE,
  followed BLOB NOT NULL
) STRICT;
`;
