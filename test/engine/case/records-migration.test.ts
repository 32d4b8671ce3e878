import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/engine/case/database.ts';
import { MIGRATIONS } from '../../../electron/engine/case/migrate.ts';
import { RECORDS as TO_RECORDS } from '../../../electron/engine/case/migrations/0014-records.ts';
import { listRecords } from '../../../electron/engine/records/read.ts';
import { RECORDS } from '../../../shared/records/records.ts';
import { tempFolder } from '../support.ts';

const BEFORE = `
INSERT INTO case_property VALUES ('name', 'Orchard');
INSERT INTO annotation VALUES ('a1', 'account:x', 'x', 'comment', 'said "so"', 'Ada', 5, 6);
INSERT INTO assumption VALUES ('prior', '0.03', 'Ada', 7), ('kept', '{"low":0.1,"value":0.2,"high":0.3}', 'Ada', 8);
INSERT INTO cohort_rule VALUES (1, '["plan"]', 20);
INSERT INTO cohort_move VALUES ('x', 'mine');
INSERT INTO cohort_left_out VALUES ('y');
INSERT INTO reference_source VALUES ('00ff');
INSERT INTO graph_place VALUES ('account:x', 1.5, 2);
INSERT INTO saved_view VALUES ('0190a000-0000-7000-8000-000000000000', 'May', '{"range":null,"chips":[]}', '{"name":"accounts"}', 'Ada', 9);
INSERT INTO command VALUES (1, 'c1', 5, 'Ada', 'annotation.add', '{}', 'annotation.remove', '{}', NULL), (2, 'c2', 6, 'Ada', 'annotation.remove', '{}', NULL, NULL, 'c1');
`;

test('what people wrote before becomes records of the right form, and acts of before stay', () => {
  const db = openDatabase(join(tempFolder(), 'case.swcase'), { key: null, mustExist: false });
  for (const sql of MIGRATIONS.slice(0, MIGRATIONS.indexOf(TO_RECORDS))) db.exec(sql);
  db.exec(BEFORE);
  db.exec(TO_RECORDS);
  expect(listRecords(db, 'annotation')).toEqual([
    [
      'a1',
      {
        on: 'account:x',
        account: 'x',
        kind: 'comment',
        text: 'said "so"',
        author: 'Ada',
        createdUs: 5,
        changedUs: 6,
      },
    ],
  ]);
  expect(listRecords(db, 'assumption').map(([name, { value }]) => [name, value])).toEqual([
    ['kept', { low: 0.1, value: 0.2, high: 0.3 }],
    ['prior', 0.03],
  ]);
  const kinds = Object.entries(RECORDS).map(([kind, form]) => {
    const bodies = db.prepare('SELECT body FROM record WHERE kind = ?').pluck().all(kind) as string[];
    return [kind, bodies.filter((body) => form.safeParse(JSON.parse(body)).success).length];
  });
  expect(Object.fromEntries(kinds)).toMatchObject({
    property: 1,
    annotation: 1,
    assumption: 2,
    cohortRule: 1,
    cohortMove: 1,
    cohortLeftOut: 1,
    referenceSource: 1,
    graphPlace: 1,
    savedView: 1,
  });
  expect(db.prepare('SELECT text, account FROM annotation').all()).toEqual([
    { text: 'said "so"', account: 'x' },
  ]);
  const plan = db.prepare("EXPLAIN QUERY PLAN SELECT text FROM annotation WHERE account = 'x'").all();
  expect(JSON.stringify(plan)).toContain('record_of_account');
  expect(db.prepare('SELECT id, final, undoes FROM command ORDER BY seq').raw().all()).toEqual([
    ['c1', 1, null],
    ['c2', 1, 'c1'],
  ]);
  db.close();
});
