import { expect, test } from 'vitest';
import { redactorOf } from '../../../../electron/engine/bundle/redact/redactor-of.ts';
import { smallCells } from '../../../../electron/engine/bundle/redact/small-cells.ts';
import { defaultChoice } from '../../../../electron/engine/bundle/select/default-choice.ts';
import { selectForBundle } from '../../../../electron/engine/bundle/select/select.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { canonical, importCsv, newCase } from '../../support.ts';

async function redactorFor(log: string, ...columns: Parameters<typeof canonical>) {
  const open = await newCase();
  await importCsv(open, log, canonical(...columns));
  const choice = { ...defaultChoice(open), whole: true, redaction: true };
  const selection = await selectForBundle(open, choice, unwatched);
  return { open, redactor: await redactorOf(open, selection, unwatched) };
}

test('known values go from fields, prose and JSON, keys of objects too; what names nobody stays', async () => {
  const { redactor } = await redactorFor(
    'timestamp,account_id,ip,api_key_id\n2026-05-04T00:00:00Z,ac_71,203.0.113.7,key_9\n',
    'timestamp',
    'account_id',
    'ip',
    'api_key_id',
  );
  const name = redactor.value('account', 'ac_71');
  expect(redactor.text('ac_71 writes from 203.0.113.7 with key_9; so do 12 others.')).toMatch(
    new RegExp(`^${name} writes from 203\\.0\\.x\\.x-\\w{12} with key-\\w{12}; so do 12 others\\.$`),
  );
  const json = redactor.json(JSON.parse('{"ac_71":["ac_71",7,null],"__proto__":{"on":"account:ac_71"}}'));
  expect(JSON.stringify(json)).toBe(`{"${name}":["${name}",7,null],"__proto__":{"on":"account:${name}"}}`);
  expect([...redactor.secrets()].sort()).toEqual(['203.0.113.7', 'ac_71', 'key_9']);
  expect(redactor.rules().map(({ field, values }) => [field, values])).toEqual([
    ['account', 1],
    ['ip', 1],
    ['key', 1],
  ]);
});

test('a name that is an ordinary word is replaced, and told not to be searched for', async () => {
  const { redactor } = await redactorFor(
    'timestamp,account_id\n2026-05-04T00:00:00Z,left\n2026-05-04T00:00:00Z,12\n2026-05-04T00:00:00Z,ac_71\n',
    'timestamp',
    'account_id',
  );
  expect(redactor.text('left and right')).toMatch(/^account-\w{12} and right$/);
  expect([...redactor.secrets()]).toEqual(['ac_71']);
  expect(redactor.rules()[0].rule).toContain(
    '2 that are ordinary words or short numbers are not searched for',
  );
});

test('groups so small that who is meant may be guessed are told', async () => {
  const open = await newCase();
  const rows = Array.from({ length: 12 }, (_, i) => `ac_${i},${i < 9 ? 'pro' : 'team'}\n`);
  await importCsv(open, `account_id,plan\n${rows.join('')}`, {
    ...canonical('account_id', 'plan'),
    kind: 'accounts',
  });
  const accounts = new Set(Array.from({ length: 12 }, (_, i) => `ac_${i}`));
  expect(smallCells(open.db, accounts)).toEqual([
    '3 of 12 accounts with a record share their plan with fewer than 4 others of this bundle.',
    expect.stringMatching(/^3 of 12 .* combination of plan, /),
  ]);
});
