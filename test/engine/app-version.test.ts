import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { APP } from '../../electron/engine/app-version.ts';

test('logs and bundles name the version that package.json states', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(APP.version).toBe(version);
});
