import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Attack, expectSilence, HOME, Victim } from './attack.ts';
import { type Listener, listen } from './listener.ts';

// The page stays where it is, alone in its window, whatever a script in it or a hand above it does.

let victim: Victim;
let outside: Listener;

beforeAll(async () => {
  outside = await listen();
  victim = await Victim.start();
});

afterAll(async () => {
  await victim.app.close();
  outside.stop();
});

type Case = readonly [name: string, how: RegExp, attack: Attack];
const prevented = /^prevented http:/m;
const goTo = (address: string): Attack => `() => { location.href = ${JSON.stringify(address)}; }`;

const ways: readonly Case[] = [
  [
    'an address outside',
    prevented,
    (from) => {
      location.href = from;
    },
  ],
  ['another host of the scheme', /^prevented app:\/\/other\//m, goTo('app://other/index.html')],
  ['another document of its own', /^prevented app:/m, goTo('app://stillwatch/assets/')],
  ['a document with a query', /^prevented app:/m, goTo('app://stillwatch/index.html?x')],
  [
    'a document in a blob',
    /^prevented blob:/m,
    () => {
      location.href = URL.createObjectURL(new Blob(['<h1>made up</h1>'], { type: 'text/html' }));
    },
  ],
  ['a mail program', /^prevented mailto:/m, goTo('mailto:someone@example.org')],
  ['a data URL', /^console Not allowed/m, goTo('data:text/html,<script>1</script>')],
  ['a script in the address', /^violation script-src/m, goTo('javascript:window.hit = 1')],
  ['a file', /^console Not allowed/m, goTo('file:///etc/hostname')],
  ['a page of the browser', /^console Not allowed/m, goTo('chrome://gpu')],
  ['its own source', /^console Not allowed/m, goTo('view-source:app://stillwatch/index.html')],
  ['a link', prevented, (from, add) => add('a', { href: from }).click()],
  [
    'a refresh from the head',
    prevented,
    (from, add) => add('meta', { httpEquiv: 'refresh', content: `0;url=${from}` }),
  ],
  [
    'a link out of a frame',
    prevented,
    (from, add) => {
      const inside = Reflect.get(add('iframe'), 'contentDocument');
      inside.body.append(Object.assign(inside.createElement('a'), { href: from, target: '_top' }));
      inside.querySelector('a').click();
    },
  ],
  ['a made-up address of elsewhere', /^threw SecurityError/m, (from) => history.pushState(null, '', from)],
  ['a new window', /^returned null/m, (from) => window.open(from)],
  ['a new empty window', /^returned null/m, () => window.open('about:blank')],
  ['a new window by document.open', /^returned null/m, (from) => document.open(from, '', '')],
  [
    'a new window for a script',
    /^violation script-src/m,
    () => window.open('javascript:window.opener.hit = 1'),
  ],
  [
    'a download',
    /^prevented download page\.exe/m,
    (_, add) => add('a', { href: URL.createObjectURL(new Blob(['MZ'])), download: 'page.exe' }).click(),
  ],
  [
    'a page within it',
    /^returned false/m,
    (from, add) => {
      const view = add('webview', { src: from, allowpopups: 'true', nodeintegration: 'true' });
      // An element of no meaning, not a page.
      return 'getWebContentsId' in view || view.constructor !== HTMLElement;
    },
  ],
  ['a download from outside', prevented, (from, add) => add('a', { href: from, download: 'x' }).click()],
];

describe('a script does not get the page to', () => {
  test.each(ways)('%s', (_name, how, attack) => victim.isRefused(attack, outside.origin, how));
});

describe('a hand does not either', () => {
  test.each([
    ['a click with the middle button', 'middle', null],
    ['a click with Ctrl', 'left', 'Control'],
    ['a click with Shift', 'left', 'Shift'],
    ['a click on a link for a new window', 'left', null],
  ] as const)('%s', async (_name, button, key) => {
    const { page } = victim;
    await victim.forget();
    await page.evaluate((href) => {
      const link = Object.assign(document.createElement('a'), { href, target: '_blank', id: 'trap' });
      Object.assign(link.style, { position: 'fixed', inset: '0', zIndex: '9' });
      const clicked = () => Object.assign(window, { clicked: true });
      link.addEventListener('click', clicked);
      link.addEventListener('auxclick', clicked);
      document.body.append(link);
    }, outside.origin);
    if (key !== null) await page.keyboard.down(key);
    await page.mouse.click(300, 300, { button });
    if (key !== null) await page.keyboard.up(key);
    await page.waitForFunction(() => Reflect.get(window, 'clicked') === true);
    expect(await victim.noticed()).toEqual([]);
    await victim.isUnharmed();
    await victim.reload();
  });

  const link = (): object => ({ items: [{ mimeType: 'text/uri-list', data: outside.origin }] });
  const file = (): object => ({ items: [], files: ['/etc/hostname'] });
  test.each([
    ['a link', 'while the page takes care', link, false],
    ['a link', 'while a script keeps the page from taking care', link, true],
    ['a file', 'while the page takes care', file, false],
    ['a file', 'while a script keeps the page from taking care', file, true],
  ] as const)('%s dropped on the window, %s', async (_what, _name, dropped, hinders) => {
    const { page } = victim;
    await victim.forget();
    await page.evaluate((hinder) => {
      const stop = (event: Event) => event.stopImmediatePropagation();
      if (hinder)
        for (const type of ['dragenter', 'dragover', 'drop']) window.addEventListener(type, stop, true);
    }, hinders);
    const devtools = await page.context().newCDPSession(page);
    const data = { items: [], ...dropped(), dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    }
    await devtools.detach();
    expect((await victim.noticed()).filter((line) => line.startsWith('allowed'))).toEqual([]);
    await victim.isUnharmed();
    await victim.reload();
  });
});

test('under an address it only pretends to have, the page is not answered', async () => {
  const [pretended, back] = await victim.page.evaluate(async () => {
    const ask = () => window.stillwatch.appInfo().then(() => 'answered', String);
    history.replaceState(null, '', '/other.html');
    const first = await ask();
    history.replaceState(null, '', '/index.html');
    return [first, await ask()];
  });
  expect(pretended).toContain('answers the application page alone');
  expect(back).toBe('answered');
});

test('an empty page, the only other one a script can go to, has no answers and the same policy', async () => {
  const { page } = victim;
  await page.evaluate(() => {
    location.href = 'about:blank';
  });
  await page.waitForURL('about:blank');
  const found = await page.evaluate(async (from) => {
    const asked = await window.stillwatch?.appInfo().then(() => 'answered', String);
    return { asked, fetched: await fetch(from).then(() => 'fetched', String), origin: self.origin };
  }, outside.origin);
  expect(found).toEqual({
    asked: expect.stringContaining('answers the application page alone'),
    fetched: 'TypeError: Failed to fetch',
    origin: 'null',
  });
  await victim.reload();
});

// The policy forbids most of these to the page; here they are asked for past it, as the main process may.
test.each([
  'app://stillwatch/../package.json',
  'app://stillwatch/%2e%2e/package.json',
  'app://stillwatch/assets/..%2f..%2fmain/main.cjs',
  'app://stillwatch/assets/%2e%2e/%2e%2e/main/main.cjs',
  'app://stillwatch/assets/..%5c..%5cmain%5cmain.cjs',
  'app://stillwatch//etc/hostname',
  'app://stillwatch/etc/hostname',
  'app://stillwatch/index.html%00.png',
  'app://stillwatch/index.html?x',
  'app://stillwatch/index.html/',
  'app://stillwatch/assets/',
  'app://stillwatch/C:/Windows/win.ini',
  `app://stillwatch/${'a'.repeat(100_000)}`,
  'app://other/index.html',
  'app://stillwatch.other/index.html',
  'app://user@stillwatch/index.html',
  'file:///etc/hostname',
  'https://127.0.0.1/',
])('%s is not served', async (address) => {
  const served = await victim.app.evaluate(async ({ BrowserWindow }, url) => {
    const [{ webContents }] = BrowserWindow.getAllWindows();
    return webContents.session.fetch(url).then(({ status }) => status, String);
  }, address);
  expect(served === 404 || /^Error|^TypeError/.test(String(served)), String(served)).toBe(true);
});

test.each(['POST', 'PUT', 'HEAD', 'DELETE', 'OPTIONS'])('the page is not served to %s', async (method) => {
  const status = await victim.page.evaluate(
    async ([url, method]) => (await fetch(url, { method })).status,
    [HOME, method],
  );
  expect(status).toBe(404);
});

test('the page itself is served, so that the refusals mean something', async () => {
  const status = await victim.app.evaluate(async ({ BrowserWindow }, url) => {
    const [{ webContents }] = BrowserWindow.getAllWindows();
    return (await webContents.session.fetch(url)).status;
  }, HOME);
  expect(status).toBe(200);
});

test('not one packet of all that reached the server outside', () => expectSilence(outside));
