/**
 * Human: everything people write is a record; the tables of before become views of it. Acts of before stay in the
 * history and in the custody log, but cannot be taken back any more: their form told how, the new one does not know it.
 */
export const RECORDS = `
CREATE TABLE record (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  -- canonical JSON, of its kind's form in shared/records
  body TEXT NOT NULL,
  UNIQUE (kind, id)
) STRICT;
CREATE INDEX record_of_account ON record (body ->> '$.account') WHERE kind = 'annotation';

INSERT INTO record (kind, id, body)
SELECT 'property', name, json_object('value', value) FROM case_property
UNION ALL
SELECT 'annotation', id, json_object('account', account, 'author', author, 'changedUs', changed_us,
  'createdUs', created_us, 'kind', kind, 'on', target, 'text', text) FROM annotation
UNION ALL
SELECT 'assumption', name, json_object('author', author, 'changedUs', changed_us, 'value', json(value)) FROM assumption
UNION ALL
SELECT 'cohortRule', 'rule', json_object('leastMembers', least_members, 'traits', json(traits)) FROM cohort_rule
UNION ALL
SELECT 'cohortMove', account, json_object('cohort', cohort) FROM cohort_move
UNION ALL
SELECT 'cohortLeftOut', account, '{}' FROM cohort_left_out
UNION ALL
SELECT 'referenceSource', sha256, '{}' FROM reference_source
UNION ALL
SELECT 'graphPlace', node, json_object('x', x, 'y', y) FROM graph_place
UNION ALL
SELECT 'savedView', id, json_object('author', author, 'createdUs', created_us, 'filter', json(filter), 'name', name,
  'view', json(view)) FROM saved_view;

DROP TABLE case_property;
DROP TABLE annotation;
DROP TABLE assumption;
DROP TABLE cohort_rule;
DROP TABLE cohort_move;
DROP TABLE cohort_left_out;
DROP TABLE reference_source;
DROP TABLE graph_place;
DROP TABLE saved_view;

CREATE VIEW annotation AS
SELECT id, body ->> '$.on' AS target, body ->> '$.account' AS account, body ->> '$.kind' AS kind,
  body ->> '$.text' AS text, body ->> '$.author' AS author, body ->> '$.createdUs' AS created_us,
  body ->> '$.changedUs' AS changed_us
FROM record WHERE kind = 'annotation';

CREATE TABLE act (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at_us INTEGER NOT NULL,
  author TEXT NOT NULL,
  action TEXT NOT NULL,
  title TEXT NOT NULL,
  -- canonical JSON: what each record was before and is after
  changes TEXT NOT NULL,
  -- 1 where it cannot be taken back
  final INTEGER NOT NULL CHECK (final IN (0, 1)),
  undoes TEXT REFERENCES act (id)
) STRICT;
INSERT INTO act (seq, id, at_us, author, action, title, changes, final, undoes)
SELECT seq, id, at_us, author, kind, kind, '[]', 1, undoes FROM command;
DROP TABLE command;
ALTER TABLE act RENAME TO command;
CREATE INDEX command_undoes ON command (undoes) WHERE undoes IS NOT NULL;
`;
