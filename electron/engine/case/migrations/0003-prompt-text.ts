/**
 * Imported: prompt texts, each distinct one once, reached by number from column 34 of the requests. Chunks
 * written before this version hold the texts themselves there, and stay as they are.
 * Derived: `prompt_search`, made from the texts of published sources, block by block, after they are imported.
 */
export const PROMPT_TEXT = `
-- Texts lie in blocks, because a short text alone does not compress and a row of its own costs more than it
-- holds. The texts of a block have the numbers id, id + 1, ... in the order of the block.
CREATE TABLE prompt_block (
  id INTEGER PRIMARY KEY,
  texts INTEGER NOT NULL,
  -- 1 once prompt_search holds its texts; before the blobs, which a look at it need not pass
  searchable INTEGER NOT NULL CHECK (searchable IN (0, 1)),
  -- 16 bytes a text: the first half of the SHA-256 of its UTF-8; zeros where the text was removed
  hashes BLOB NOT NULL,
  -- 8 bytes a text: its near-duplicate sketch
  sketches BLOB NOT NULL,
  -- 4 bytes a text, little-endian: its characters, and where its bytes end
  characters BLOB NOT NULL,
  ends BLOB NOT NULL,
  -- the texts as UTF-8, one after another, compressed with zstd
  data BLOB NOT NULL
) STRICT;

-- How many requests of a source have each text of a block. A block without any use is not kept, so a source
-- that still uses texts cannot be deleted: nothing cascades.
CREATE TABLE prompt_use (
  block_id INTEGER NOT NULL REFERENCES prompt_block (id),
  source_id INTEGER NOT NULL REFERENCES source (id),
  requests BLOB NOT NULL,
  PRIMARY KEY (block_id, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX prompt_use_by_source ON prompt_use (source_id);

-- Contentless: it finds numbers of texts and holds their words alone. No row is ever deleted from it, because
-- that would leave the words in the file: when a text goes, the index is emptied and made anew.
CREATE VIRTUAL TABLE prompt_search USING fts5(
  text, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
`;
