import { describe, expect, test } from 'vitest';
import {
  caseFileArgument,
  isAppUrl,
  navigationAllowed,
  PAGE_URL,
  permissionAllowed,
  requestAllowed,
  resolveAsset,
  senderAllowed,
} from '../../electron/policy.ts';

const OURS = [
  'app://stillwatch/',
  'app://stillwatch/index.html',
  'app://stillwatch/index.html#/triage',
  'app://stillwatch/assets/index-BqY_3x.js',
  'app://stillwatch/assets/inter..woff2',
];

const HOSTILE = [
  '',
  'app:',
  'app://',
  'app://stillwatch',
  'app:/stillwatch/index.html',
  'app://stillwatch.evil/index.html',
  'app://evil.stillwatch/index.html',
  'app://stillwatchx/index.html',
  'app://evil/index.html',
  'app:///index.html',
  'app://stillwatch:80/index.html',
  'app://stillwatch:/index.html',
  'app://user@stillwatch/index.html',
  'app://user:pass@stillwatch/index.html',
  'app://stillwatch@evil/index.html',
  'APP://stillwatch/index.html',
  'app://STILLWATCH/index.html',
  ' app://stillwatch/index.html',
  'app://stillwatch/index.html ',
  'app://stillwatch/index.html\n',
  'app://stillwatch/\tindex.html',
  'app://stillwatch/..',
  'app://stillwatch/.',
  'app://stillwatch/../main/main.cjs',
  'app://stillwatch/assets/../index.html',
  'app://stillwatch/assets/./index.html',
  'app://stillwatch/%2e%2e/main/main.cjs',
  'app://stillwatch/%2E%2E%2Fmain.cjs',
  'app://stillwatch/..%2fmain.cjs',
  'app://stillwatch/index.html%00.png',
  'app://stillwatch/index.html\u0000',
  'app://stillwatch/..\\main\\main.cjs',
  'app://stillwatch\\index.html',
  'app://stillwatch//index.html',
  'app://stillwatch//server/share',
  'app://stillwatch/assets//index.html',
  'app://stillwatch/C:/Windows/win.ini',
  'app://stillwatch/index.html?x=1',
  'app://stillwatch/ind\u0435x.html',
  'http://stillwatch/index.html',
  'https://stillwatch/index.html',
  'file:///etc/passwd',
  'file://stillwatch/index.html',
  'javascript:alert(1)',
  'about:blank',
  'data:text/html,<script>1</script>',
  'blob:app://stillwatch/6f1d',
  'view-source:app://stillwatch/index.html',
  'filesystem:app://stillwatch/index.html',
  'chrome://gpu',
  'ws://stillwatch/',
  'ftp://stillwatch/',
];

describe('isAppUrl', () => {
  test.each(OURS)('knows %j', (url) => expect(isAppUrl(url)).toBe(true));
  test.each(HOSTILE)('refuses %j', (url) => expect(isAppUrl(url)).toBe(false));
});

describe('navigationAllowed', () => {
  test('lets the main frame load its own document again', () => {
    expect(navigationAllowed(PAGE_URL, true)).toBe(true);
    expect(navigationAllowed(`${PAGE_URL}#/triage`, true)).toBe(true);
  });
  test('lets no other frame go anywhere', () => expect(navigationAllowed(PAGE_URL, false)).toBe(false));
  test('lets the main frame go to no other of our files', () => {
    expect(navigationAllowed('app://stillwatch/assets/index-BqY_3x.js', true)).toBe(false);
    expect(navigationAllowed('app://stillwatch/', true)).toBe(false);
  });
  test.each(HOSTILE)('refuses %j', (url) => expect(navigationAllowed(url, true)).toBe(false));
});

describe('senderAllowed', () => {
  test('answers the page in the main frame', () =>
    expect(senderAllowed({ url: PAGE_URL, isMainFrame: true })).toBe(true));
  test('answers no frame inside it', () =>
    expect(senderAllowed({ url: PAGE_URL, isMainFrame: false })).toBe(false));
  test('answers no frame that is gone', () => expect(senderAllowed(null)).toBe(false));
  test.each(HOSTILE)('refuses %j', (url) => expect(senderAllowed({ url, isMainFrame: true })).toBe(false));
});

test('no permission is granted', () => expect(permissionAllowed()).toBe(false));

describe('requestAllowed', () => {
  test.each([...OURS, 'data:image/png;base64,AA==', 'blob:app://stillwatch/6f1d'])('lets %j pass', (url) => {
    expect(requestAllowed(url, true)).toBe(true);
    expect(requestAllowed(url, false)).toBe(true);
  });
  const inMemory = /^(data:|blob:app:\/\/stillwatch\/)/;
  test.each([
    ...HOSTILE.filter((url) => !inMemory.test(url)),
    'blob:http://evil/6f1d',
    'blob:app://stillwatch.evil/6f1d',
    'wss://evil/',
    'chrome-extension://abcdef/x.js',
    'devtools://evil/x.js',
  ])('cancels %j', (url) => {
    expect(requestAllowed(url, true)).toBe(false);
    expect(requestAllowed(url, false)).toBe(false);
  });
  test('loads developer tools in unpackaged starts alone', () => {
    expect(requestAllowed('devtools://devtools/bundled/inspector.html', false)).toBe(true);
    expect(requestAllowed('devtools://devtools/bundled/inspector.html', true)).toBe(false);
  });
});

describe('resolveAsset', () => {
  const assets = new Map([
    ['/index.html', 'page'],
    ['/assets/a.js', 'script'],
  ]);
  test('finds exact paths', () => {
    expect(resolveAsset(assets, 'app://stillwatch/', 'GET')).toBe('page');
    expect(resolveAsset(assets, 'app://stillwatch/index.html', 'GET')).toBe('page');
    expect(resolveAsset(assets, 'app://stillwatch/index.html#/x', 'GET')).toBe('page');
    expect(resolveAsset(assets, 'app://stillwatch/assets/a.js', 'GET')).toBe('script');
  });
  test.each(['POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'get', ''])('answers no %j', (method) =>
    expect(resolveAsset(assets, 'app://stillwatch/index.html', method)).toBeUndefined(),
  );
  test.each([
    ...HOSTILE,
    'app://stillwatch/assets',
    'app://stillwatch/assets/',
    'app://stillwatch/Index.html',
    'app://stillwatch/constructor',
    'app://stillwatch/__proto__',
    `app://stillwatch/${'a'.repeat(100_000)}`,
  ])('finds nothing for %.60j', (url) => expect(resolveAsset(assets, url, 'GET')).toBeUndefined());
});

describe('caseFileArgument', () => {
  test.each([
    [['stillwatch', '/cases/a.swcase'], '/cases/a.swcase'],
    [['stillwatch', 'a.swcase'], '/work/a.swcase'],
    [['stillwatch', './sub/../a b.SWCASE'], '/work/a b.SWCASE'],
    [['electron', '.', '--no-sandbox', '/cases/a.swcase'], '/cases/a.swcase'],
    [['stillwatch', '/cases/a.swcase', '/cases/b.swcase', '--flag'], '/cases/b.swcase'],
  ])('finds the file in %j', (argv, path) => expect(caseFileArgument(argv, '/work')).toBe(path));

  test.each([
    [[]],
    [['/cases/program.swcase']],
    [['stillwatch']],
    [['stillwatch', '']],
    [['stillwatch', '/cases/a.swcase.exe']],
    [['stillwatch', '/cases/a.txt']],
    [['stillwatch', '--gpu-launcher=/tmp/evil.swcase']],
    [['stillwatch', '-a.swcase']],
    [['stillwatch', '--inspect', '--js-flags=x']],
    [['stillwatch', 'https://evil/a.swcase']],
    [['stillwatch', 'file:///cases/a.swcase']],
    [['stillwatch', 'stillwatch:a.swcase']],
    [['stillwatch', '\\\\server\\share\\a.swcase']],
    [['stillwatch', '//server/share/a.swcase']],
    [['stillwatch', '\\/server/share/a.swcase']],
    [['stillwatch', '/cases/a\u0000.swcase']],
    [['stillwatch', '/cases/a\n.swcase']],
    [['stillwatch', `/${'a'.repeat(5000)}.swcase`]],
  ])('finds none in %.80j', (argv) => expect(caseFileArgument(argv, '/work')).toBeUndefined());

  test('needs a folder to start from', () =>
    expect(caseFileArgument(['stillwatch', 'a.swcase'], 'relative')).toBeUndefined());
});
