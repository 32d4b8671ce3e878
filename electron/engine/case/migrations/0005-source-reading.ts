/**
 * How a source was read: title of its preset (NULL without one), JSON lists of its rules for accounts, tokens and
 * money and of what happened on the way, and the shortest and longest stretch of time that its rows count.
 * Further: warnings and what its times looked like (JSON), the bytes of a CSV's header line, newline included, under
 * which its rejects can be written out again (NULL for other files), and how long a rejected record was in the file.
 */
export const SOURCE_READING = `
ALTER TABLE source ADD COLUMN preset TEXT;
ALTER TABLE source ADD COLUMN rules TEXT NOT NULL DEFAULT '[]';
ALTER TABLE source ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE source ADD COLUMN least_bucket_seconds REAL;
ALTER TABLE source ADD COLUMN most_bucket_seconds REAL;
ALTER TABLE source ADD COLUMN warnings TEXT NOT NULL DEFAULT '[]';
ALTER TABLE source ADD COLUMN times TEXT;
ALTER TABLE source ADD COLUMN header BLOB;
ALTER TABLE reject ADD COLUMN record_bytes INTEGER NOT NULL DEFAULT 0;
`;
