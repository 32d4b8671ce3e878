import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const CLOCK = resolve(import.meta.dirname, '../../electron/engine/clock.ts');

test.each([
  ['UTC', '2026-03-02T14:32:28+00:00'],
  ['Europe/Berlin', '2026-03-02T15:32:28+01:00'],
  ['Asia/Kolkata', '2026-03-02T20:02:28+05:30'],
  ['America/St_Johns', '2026-03-02T11:02:28-03:30'],
])('the time on the wall in %s', (zone, expected) => {
  const us = Date.UTC(2026, 2, 2, 14, 32, 28) * 1000 + 999_999;
  const code = `import { localTime } from ${JSON.stringify(CLOCK)}; console.log(localTime(${us}))`;
  const env = { ...process.env, TZ: zone };
  const out = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', code], {
    env,
    encoding: 'utf8',
  });
  expect(out.trim()).toBe(expected);
});
