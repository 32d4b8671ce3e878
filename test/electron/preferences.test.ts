import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Preferences, parsePreferences } from '../../electron/preferences.ts';
import { DEFAULT_LAYOUT, type Layout } from '../../shared/bridge.ts';

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stillwatch-preferences-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'preferences.json');
}

const compact: Layout = {
  density: 'compact',
  panels: { ...DEFAULT_LAYOUT.panels, detail: { px: 300, shown: false } },
  accountColumns: ['account', 'tags'],
  operatorColumns: ['operator', 'spread'],
};
const place = { x: 1, y: 2, width: 1000, height: 700, maximised: true };

test('without a file the defaults hold', async () => {
  const preferences = new Preferences(file());
  expect(await preferences.theme()).toBe('system');
  expect(await preferences.layout()).toEqual(DEFAULT_LAYOUT);
  expect(await preferences.window()).toBeNull();
  expect(await preferences.lockMinutes()).toBe(15);
});

test('what is set is read again by the next start, each part beside the others', async () => {
  const path = file();
  const preferences = new Preferences(path);
  await Promise.all([
    preferences.setTheme('dark'),
    preferences.setLayout(compact),
    preferences.setWindow({ ...place, x: 7 }),
    preferences.setWindow(place),
    preferences.setLockMinutes(null),
  ]);
  const next = new Preferences(path);
  expect([await next.theme(), await next.layout(), await next.window()]).toEqual(['dark', compact, place]);
  expect(await next.lockMinutes()).toBeNull();
});

test('settled waits for the writes under way', async () => {
  const path = file();
  const preferences = new Preferences(path);
  for (let x = 0; x < 50; x++) void preferences.setWindow({ ...place, x });
  await preferences.settled();
  expect(JSON.parse(readFileSync(path, 'utf8')).window.x).toBe(49);
});

test('a damaged part is the default, the others stay', () => {
  const text = JSON.stringify({
    theme: 'light',
    layout: { density: 'huge' },
    window: { x: 'left' },
    lockMinutes: 7,
    more: 1,
  });
  expect(parsePreferences(text)).toEqual({
    theme: 'light',
    layout: DEFAULT_LAYOUT,
    lockMinutes: 15,
    window: null,
  });
  expect(parsePreferences('{')).toEqual({
    theme: 'system',
    layout: DEFAULT_LAYOUT,
    lockMinutes: 15,
    window: null,
  });
  expect(parsePreferences('[]')).toEqual({
    theme: 'system',
    layout: DEFAULT_LAYOUT,
    lockMinutes: 15,
    window: null,
  });
});

test('a file of the version before, which held the theme alone, is read', async () => {
  const path = file();
  writeFileSync(path, '{"theme":"dark"}\n');
  expect(await new Preferences(path).theme()).toBe('dark');
});

test('a layout from before there were columns of operators to choose stays', () => {
  const { operatorColumns: _, ...before } = compact;
  expect(parsePreferences(JSON.stringify({ layout: before })).layout).toEqual({
    ...compact,
    operatorColumns: null,
  });
});
