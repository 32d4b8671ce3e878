/** What pseudonyms of the case are made with: random, the same in every copy made from here on, and never exported. */
export const REDACTION_KEY = `
CREATE TABLE redaction_key (
  key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;
INSERT INTO redaction_key VALUES (randomblob(32));
`;
