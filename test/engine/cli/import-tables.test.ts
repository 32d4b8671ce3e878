import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli, tempFolder } from '../support.ts';

const ACCOUNTS = `account_id,email,status,status_changed_at
ac_1,a@b.example,active,
ac_1,a@b.example,suspended,2026-05-04T00:00:00Z
ac_1,other@b.example,active,
,x,,
`;

test('import --as accounts and --as context print the document of all imports', async () => {
  const folder = tempFolder();
  const [path, accounts, context, map] = ['case.swcase', 'accounts.csv', 'context.csv', 'map.json'].map(
    (name) => join(folder, name),
  );
  writeFileSync(accounts, ACCOUNTS);
  writeFileSync(context, 'When,what\n2026-05-04 00:00:00,Model 5 is out\n');
  writeFileSync(map, JSON.stringify({ timestamp: 'When', label: 'what', timezone: '+00:00' }));
  expect((await cli(['create', path, '--unencrypted'])).status).toBe(0);
  const json = async (...args: string[]) => {
    const result = await cli([...args, '--json']);
    expect(result.status, result.stderr).toBe(0);
    return JSON.parse(result.stdout);
  };
  const document = {
    file: 'accounts.csv',
    sha256: createHash('sha256').update(ACCOUNTS).digest('hex'),
    kind: 'accounts',
    rowsRead: 4,
    stored: 2,
    duplicates: 0,
    conflicts: 1,
    rejected: 1,
    alreadyImported: false,
  };
  expect((await json('import', path, accounts, '--as', 'accounts')).sources).toMatchObject([document]);
  expect((await json('import', path, accounts, '--as', 'accounts')).sources).toMatchObject([
    { stored: 0, alreadyImported: true },
  ]);
  expect((await json('import', path, context, '--as', 'context', '--mapping', map)).sources).toMatchObject([
    { kind: 'context', stored: 1, rejected: 0 },
  ]);
  expect((await json('accounts', path)).accounts).toMatchObject([{ account: 'ac_1', requests: 0 }]);
  expect((await json('sql', path, 'SELECT label FROM context_event')).rows).toEqual([['Model 5 is out']]);
  expect(await cli(['import', path, accounts, '--as', 'people'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('requests, accounts, context'),
  });
  writeFileSync(map, JSON.stringify({ timestamp: 'When', account_id: 'what' }));
  expect(await cli(['import', path, context, '--as', 'context', '--mapping', map])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no field "account_id"'),
  });
});
