import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli, tempFolder } from '../support.ts';

test('an assumption is made, listed and reset on the command line; a wrong one is refused in a sentence', async () => {
  const path = join(tempFolder(), 'case.swcase');
  await cli(['create', path, '--unencrypted', '--name', 'Trial']);
  const assume = (...words: string[]) => cli(['assume', path, ...words]);
  expect((await assume()).stdout).toMatch(/^Prior +the default$/m);
  expect((await assume('prior', '0.03')).stdout).toMatch(/^Prior +3 % of accounts +\S+$/m);
  expect((await assume('kept', '0.4', '0.7', '1')).stdout).toMatch(
    /^Kept .* 40 % to 100 %, best guess 70 %/m,
  );
  expect((await assume('cover', 'no')).stdout).toMatch(/do not count/);
  const { assumptions } = JSON.parse((await assume('--json')).stdout);
  expect([assumptions.prior.value, assumptions.kept.value, assumptions.cover.value]).toEqual([
    0.03,
    { low: 0.4, value: 0.7, high: 1 },
    false,
  ]);
  expect((await assume('prior', 'default')).stdout).toMatch(/^Prior +the default$/m);

  for (const words of [['prior'], ['prior', 'x'], ['kept', '1'], ['cover', 'maybe'], ['luck', '1']])
    expect((await assume(...words)).status).toBe(2);
  const refused = await assume('prior', '0.9');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('Prior: The prior is a share of accounts from 0.01 % to 50 %.');
});
