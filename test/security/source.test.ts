import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkout } from '../../electron/dev/checkout.ts';

// What must not stand in the product's source at all, whatever it would be used for.

const product = globSync('{electron,renderer,shared}/**/*.{ts,tsx,mjs,html}', {
  cwd: checkout,
  exclude: ['electron/dev/**'],
});
const sources = product.map((path) => [path, readFileSync(join(checkout, path), 'utf8')] as const);

/** As they would be used, not as a comment may name them. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  openExternal: /\bopenExternal\b/,
  openPath: /\bopenPath\b|\bshowItemInFolder\b/,
  'the shell of Electron': /\bshell\b[^'"`\n]*\bfrom 'electron'/,
  'webSecurity off': /webSecurity:\s*false/,
  'the sandbox off': /sandbox:\s*false|no-sandbox'/,
  'contextIsolation off': /contextIsolation:\s*false/,
  'nodeIntegration on': /nodeIntegration\w*:\s*true/,
  allowRunningInsecureContent: /allowRunningInsecureContent/,
  experimentalFeatures: /experimentalFeatures/,
  enableBlinkFeatures: /enableBlinkFeatures|enable-blink-features|enable-features/,
  allowpopups: /allowpopups|<webview|webviewTag:\s*true/,
  'text made into markup':
    /dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write/,
  'code from text': /\beval\(|\bnew Function\(/,
  'a scheme registered with the system': /setAsDefaultProtocolClient|registerProtocolHandler/,
  'a crash reporter': /\bcrashReporter\b/,
  'an updater': /\bautoUpdater\b|electron-updater/,
  'files dragged out': /\bstartDrag\b/,
  'the list of recent documents': /\baddRecentDocument\b/,
  'the sending of a channel named by the page': /ipcRenderer\.(send|sendSync|sendToHost)\b|ipcRenderer,\s*\)/,
};

test('the whole product is looked through', () => {
  expect(sources.length).toBeGreaterThan(500);
  expect(product).toContain(join('electron', 'window.ts'));
});

describe('no source of the product holds', () => {
  test.each(Object.entries(FORBIDDEN))('%s', (_name, pattern) => {
    expect(sources.filter(([, text]) => pattern.test(text)).map(([path]) => path)).toEqual([]);
  });
});

test('each of them would be found', () => {
  const bad = [
    'shell.openExternal(url)',
    "import { app, shell } from 'electron'",
    'webPreferences: { webSecurity: false }',
    'element.innerHTML = text',
    '<div dangerouslySetInnerHTML={{}} />',
  ];
  for (const text of bad)
    expect(
      Object.values(FORBIDDEN).some((pattern) => pattern.test(text)),
      text,
    ).toBe(true);
});

/** The latest three majors on 2026-11-22; none of them had an open advisory that touches what Stillwatch uses. */
const OLDEST_MAJOR = 43;

test('the pinned Electron is one of the latest three majors, and is what the lock file installs', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
  const { packages } = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8'));
  const { version } = packages['node_modules/electron'];
  expect(Number(/^\^?(\d+)\./.exec(devDependencies.electron)?.[1])).toBeGreaterThanOrEqual(OLDEST_MAJOR);
  expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(OLDEST_MAJOR);
});
