import { expect, it } from 'vitest';
import { runtimePath } from '../../../electron/dev/fallback-runtime.ts';

it.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/locales/de.pak', 'locales/de.pak'],
  ['Cypress/v8_context_snapshot.bin', 'v8_context_snapshot.bin'],
  ['Cypress/resources/', null],
  ['Cypress/resources/app/package.json', null],
  ['Cypress/resources/app/Cypress', null],
  ['Cypress/resources/app-update.yml', null],
  ['Cypress/browser_v8_context_snapshot.bin', null],
])('puts %s at %s', (entryName, path) => {
  expect(runtimePath(entryName)).toBe(path);
});
