import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildMain } from '../../../../electron/dev/build.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillwatch-main-'));
const main = (trial: boolean) => join(folder, `main-${trial}.cjs`);
beforeAll(() => Promise.all([true, false].map((trial) => buildMain(main(trial), trial))));
afterAll(() => rmSync(folder, { recursive: true }));

it('is in a trial package', () => {
  expect(readFileSync(main(true), 'utf8')).toContain('trial-node');
});

it('is not in anything else, where a package starts its engine inside Electron', () => {
  const code = readFileSync(main(false), 'utf8');
  expect(code.match(/.*(?:trial|app\.asar).*/gi)).toBeNull();
  expect(code.match(/isPackaged \|\| !needsSeparateNode\(/g)).toHaveLength(1);
});
