import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chooseNext } from '../../electron/dev/investigator.ts';
import type { Layout } from '../../shared/bridge.ts';
import { tempFolder } from './app.ts';
import { Victim } from './attack.ts';

// A page gone wrong talks to the engine and the main process itself: both take nothing at its word.

let victim: Victim;

beforeAll(async () => {
  victim = await Victim.start();
  await victim.app.evaluate(() => {
    const faults: string[] = [];
    Object.assign(globalThis, { faults });
    process.on('uncaughtExceptionMonitor', (error) => faults.push(String(error)));
    process.on('unhandledRejection', (error) => faults.push(String(error)));
  });
  await openPort();
});

afterAll(() => victim.app.close());

interface Answer {
  readonly id: number;
  readonly ok?: boolean;
  readonly code?: string;
}

/** A port of the page's own to the engine; what comes back is kept in `window.answers`. */
async function openPort(): Promise<void> {
  await victim.page.evaluate(async () => {
    const { stillwatch } = window;
    // Who asks before the engine runs gets no port, and the start screen shows before that.
    await new Promise<void>((resolve) =>
      stillwatch.onEngineState((state) => state === 'running' && resolve()),
    );
    const nonce = crypto.randomUUID();
    const port = await new Promise<MessagePort>((resolve) => {
      window.addEventListener('message', ({ data, ports }) => data?.nonce === nonce && resolve(ports[0]));
      stillwatch.connectEngine(nonce);
    });
    const answers: unknown[] = [];
    port.onmessage = ({ data }) => answers.push(data);
    Object.assign(window, { port, answers });
  });
}

/** Posts what `make` returns in the page; whether the page itself could post it. */
function post(make: (() => unknown) | string): Promise<boolean> {
  return victim.page.evaluate(`(async () => {
    try { window.port.postMessage(await (${make})()); return true; } catch { return false; }
  })()`);
}

/** The answers so far that are no progress, once one to `id` is among them. */
async function answersUntil(id: number): Promise<readonly Answer[]> {
  const answers = (): Promise<readonly Answer[]> =>
    victim.page.evaluate(() => Reflect.get(window, 'answers').filter((answer: object) => 'ok' in answer));
  await expect.poll(async () => (await answers()).some((answer) => answer.id === id)).toBe(true);
  return answers();
}

let lastId = 1_000_000;

/** Asks the engine properly and gives the whole answer. */
async function ask(name: string, args: unknown): Promise<Answer> {
  const id = ++lastId;
  await victim.page.evaluate((message) => Reflect.get(window, 'port').postMessage(message), {
    id,
    name,
    args,
  });
  return (await answersUntil(id)).find((answer) => answer.id === id) ?? { id };
}

/** The port belongs to one engine: had that stopped meanwhile, nothing would answer there. */
async function engineAnswers(): Promise<void> {
  expect(await ask('cases.info', {})).toHaveProperty('ok');
  expect(await victim.app.evaluate(() => Reflect.get(globalThis, 'faults'))).toEqual([]);
  await victim.isUnharmed();
}

beforeEach(() => victim.page.evaluate(() => void Reflect.get(window, 'answers').splice(0)));

describe('the engine does not answer', () => {
  test.each<readonly [string, () => unknown]>([
    ['nothing', () => undefined],
    ['null', () => null],
    ['a number', () => 1],
    ['a text', () => 'cases.info'],
    ['a list', () => [1, 'cases.info', {}]],
    ['a big integer', () => 1n],
    ['a call without a number', () => ({ name: 'cases.info', args: {} })],
    ['a call with a text for a number', () => ({ id: '1', name: 'cases.info', args: {} })],
    ['a call with half a number', () => ({ id: 1.5, name: 'cases.info', args: {} })],
    ['a call with no number at all', () => ({ id: Number.NaN, name: 'cases.info', args: {} })],
    ['a call with a number beyond exactness', () => ({ id: 2 ** 53, name: 'cases.info', args: {} })],
    ['a call with a list for a number', () => ({ id: [1], name: 'cases.info', args: {} })],
    ['what only a browser has', () => ({ id: 1, name: 'cases.info', args: new Blob(['x']) })],
    [
      'a picture',
      () => createImageBitmap(new ImageData(1, 1)).then((args) => ({ id: 1, name: 'cases.info', args })),
    ],
  ])('%s', async (_name, make) => {
    expect(await post(make)).toBe(true);
    await engineAnswers();
    expect(await victim.page.evaluate(() => Reflect.get(window, 'answers').length)).toBe(1);
  });
});

describe('the engine refuses', () => {
  test.each<readonly [string, () => unknown]>([
    ['a call it does not know', () => ({ id: 1, name: 'cases.delete', args: {} })],
    ['the prototype as a call', () => ({ id: 1, name: '__proto__', args: {} })],
    ['the constructor as a call', () => ({ id: 1, name: 'constructor', args: {} })],
    ['half a character as a call', () => ({ id: 1, name: '\ud800', args: {} })],
    ['a list as a call', () => ({ id: 1, name: ['cases.info'], args: {} })],
    ['an object as a call', () => ({ id: 1, name: { length: 1 }, args: {} })],
    ['a call of 8 MB', () => ({ id: 1, name: 'x'.repeat(8_000_000), args: {} })],
    ['no arguments', () => ({ id: 1, name: 'cases.info' })],
    ['arguments too many', () => ({ id: 1, name: 'cases.info', args: { more: 1 } })],
    [
      'a prototype in arguments',
      () => ({ id: 1, name: 'cases.info', args: JSON.parse('{"__proto__":{"a":1}}') }),
    ],
    ['a constructor in arguments', () => ({ id: 1, name: 'cases.info', args: { constructor: 1 } })],
    [
      'arguments that hold themselves',
      () => {
        const message = { id: 1, name: 'cases.info', args: {} };
        message.args = message;
        return message;
      },
    ],
    ['arguments of 8 MB of text', () => ({ id: 1, name: 'cases.info', args: 'x'.repeat(8_000_000) })],
    [
      'a search of 8 MB',
      () => ({
        id: 1,
        name: 'accounts.order',
        args: { sort: 'account', descending: true, search: 'x'.repeat(8_000_000) },
      }),
    ],
    [
      'a million accounts at once',
      () => ({
        id: 1,
        name: 'accounts.rows',
        args: { ids: Array.from({ length: 1_000_000 }, (_, i) => i + 1) },
      }),
    ],
  ])('%s', async (_name, make) => {
    expect(await post(make)).toBe(true);
    expect(await answersUntil(1)).toMatchObject([{ id: 1, ok: false, code: 'BAD_ARGS' }]);
    await engineAnswers();
  });
});

test('a number in use is not used twice, and only its own cancel ends a call', async () => {
  const grant = await newFileGrant();
  await victim.page.evaluate((grant) => {
    const { port } = window as unknown as { port: MessagePort };
    const author = 'A. Investigator';
    // Its own cancel comes once the call has got on after all that does not end it, and long before it is done.
    const reports: unknown[] = [];
    Object.assign(window, { reports });
    port.addEventListener('message', ({ data }) => {
      if (data.id === 7 && data.progress && reports.push(data) === 2)
        port.postMessage({ id: 7, cancel: true });
    });
    port.postMessage({ id: 7, name: 'cases.sample', args: { grant, author, passphrase: null } });
    port.postMessage({ id: 7, name: 'cases.info', args: {} });
    port.postMessage({ id: 8, cancel: true });
    port.postMessage({ id: '7', cancel: true });
    port.postMessage({ id: 7, cancel: 1, name: 'cases.info', args: {} });
  }, grant);
  await expect
    .poll(async () => (await answersUntil(7)).map(({ code }) => code))
    .toEqual(['BAD_ARGS', 'BAD_ARGS', 'CANCELLED']);
  expect(await victim.page.evaluate(() => Reflect.get(window, 'reports').length)).toBeGreaterThan(1);
  await engineAnswers();
});

/** A grant for a case file that is to be made, as a person choosing its place would give. */
async function newFileGrant(): Promise<string> {
  await chooseNext(victim.app, join(tempFolder(), 'made.swcase'));
  return victim.page.evaluate(async () => (await window.stillwatch.pick('new-case'))[0].grant);
}

describe('no file is named by the page', () => {
  const mapping = { columns: {}, timeFormat: 'iso', timeZone: null, delimiter: ',' };
  const author = 'A. Investigator';
  const choice = {
    whole: true,
    findings: [],
    operators: [],
    accounts: [],
    template: 'internal',
    redaction: false,
    prompts: false,
    rowLimit: null,
    handling: 'TLP:RED',
    pap: '',
    recipients: '',
  };
  const named = { name: 'x', reference: '', handling: 'TLP:RED', timeZone: 'UTC', author, passphrase: null };
  test.each<readonly [string, object]>([
    ['cases.create', named],
    ['cases.open', { author, passphrase: null }],
    ['cases.probe', {}],
    ['cases.sample', { author, passphrase: null }],
    ['imports.detect', {}],
    ['imports.preview', { mapping }],
    ['imports.run', { mapping }],
    ['bundles.export', { choice, sign: null }],
    ['bundles.verify', { key: null, recompute: false }],
    ['sharing.test', { secret: 'eight letters' }],
  ])('%s', async (name, args) => {
    // With a case open, so that nothing else is missing.
    expect(await ask('cases.create', { ...named, grant: await newFileGrant() })).toMatchObject({ ok: true });
    const madeUp = await ask(name, { ...args, grant: '0198c0de-0000-7000-8000-000000000000' });
    expect(madeUp).toMatchObject({ code: 'NOT_FOUND' });
    for (const grant of [
      '/etc/hostname',
      '../../etc/hostname',
      'file:///etc/hostname',
      '',
      null,
      ['x'],
      {},
    ]) {
      expect(await ask(name, { ...args, grant })).toMatchObject({ code: 'BAD_ARGS' });
    }
    const path = { ...args, grant: '0198c0de-0000-7000-8000-000000000000', path: '/etc/hostname' };
    expect(await ask(name, path)).toMatchObject({ code: 'BAD_ARGS' });
    expect(await ask('cases.close', {})).toMatchObject({ ok: true });
  });
});

describe('the bridge', () => {
  test.each<readonly [string, RegExp, () => unknown]>([
    ['a purpose it does not know', /do not fit/, () => window.stillwatch.pick('/etc' as 'open-case')],
    ['a name too long', /do not fit/, () => window.stillwatch.pick('new-case', 'x'.repeat(8_000_000))],
    ['a path for a grant', /do not fit/, () => window.stillwatch.rememberCase('/etc/hostname')],
    ['a made-up grant', /No file was granted/, () => window.stillwatch.rememberCase(crypto.randomUUID())],
    [
      'to forget a made-up grant',
      /No file was granted/,
      () => window.stillwatch.forgetCase(crypto.randomUUID()),
    ],
    ['a theme it does not know', /do not fit/, () => window.stillwatch.setTheme('"/><script>' as 'dark')],
    ['a time to lock after of its own', /do not fit/, () => window.stillwatch.setLockMinutes(1e9 as 60)],
    [
      'a layout it does not know',
      /do not fit/,
      () => window.stillwatch.setLayout({ density: 'compact', panels: {} } as Layout),
    ],
    [
      'an object for a file',
      /Error/,
      () => window.stillwatch.grantDropped([{ path: '/etc/hostname' } as unknown as File]),
    ],
    [
      'a text for a file',
      /Error/,
      () => window.stillwatch.grantDropped(['/etc/hostname' as unknown as File]),
    ],
  ])('refuses %s', async (_name, how, attack) => {
    await victim.isRefused(attack, '', how);
    await engineAnswers();
  });

  test('gives no grant for a file that a script made up', async () => {
    const grants = await victim.page.evaluate(() =>
      window.stillwatch.grantDropped([new File(['x'], '/etc/hostname'), new File([''], 'case.swcase')]),
    );
    expect(grants).toEqual([]);
  });

  test('proposes no place that the page names', async () => {
    await chooseNext(victim.app);
    await victim.app.evaluate(({ dialog }) => {
      const real = dialog.showSaveDialog;
      dialog.showSaveDialog = async (...args: unknown[]) => {
        Object.assign(globalThis, { proposed: (args[1] as { defaultPath: string }).defaultPath });
        return real(args[1] as object);
      };
    });
    await victim.page.evaluate(() =>
      window.stillwatch.pick('new-case', '../../../../etc/cron.d/\u202ecod.exe'),
    );
    const [proposed, documents] = await victim.app.evaluate(({ app }) => [
      String(Reflect.get(globalThis, 'proposed')),
      app.getPath('documents'),
    ]);
    expect(dirname(proposed)).toBe(documents);
    expect(basename(proposed)).toMatch(/^[\w. ]+\.swcase$/);
  });

  test('opens no channel for a number that is none', async () => {
    const opened = await victim.page.evaluate(async () => {
      let ports = 0;
      window.addEventListener('message', (event) => {
        ports += event.ports.length;
      });
      window.stillwatch.connectEngine('*');
      window.stillwatch.connectEngine({ toString: () => crypto.randomUUID() } as unknown as string);
      // Answered after both, in order.
      await window.stillwatch.theme();
      return ports;
    });
    expect(opened).toBe(0);
    await engineAnswers();
  });
});

test('a forged sender is not answered by the main process', async ({ skip }) => {
  const ends = await victim.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    // Not in Electron's documentation: the list of what was given to ipcMain.handle.
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as
      | Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>
      | undefined;
    if (!handlers) return null;
    const [{ webContents }] = BrowserWindow.getAllWindows();
    const real = webContents.mainFrame;
    const frame = (url: string): object => ({ url, send: () => undefined, postMessage: () => undefined });
    const forged = (senderFrame: object | null, mainFrame: object | null = senderFrame): object => ({
      senderFrame,
      sender: { mainFrame },
    });
    const senders: Readonly<Record<string, object>> = {
      gone: forged(null),
      'gone, of a page that is gone': forged(null, null),
      'a frame of the page': forged(frame(real.url), real),
      ...Object.fromEntries(
        [
          '',
          'about:blank',
          'app://stillwatch.evil/index.html',
          'app://stillwatch@evil/index.html',
          'app://other/index.html',
          'app://stillwatch/other.html',
          'app://stillwatch/index.html?x',
          'APP://stillwatch/index.html',
          'app://stillwatch/index.html/',
          'app://stillwatch\\@evil/index.html',
          'file:///index.html',
          'https://stillwatch/index.html',
          'data:text/html,x',
          'devtools://devtools/bundled/index.html',
          'chrome-extension://stillwatch/index.html',
        ].map((url) => [url, forged(frame(url))]),
      ),
    };
    const found: string[] = [];
    for (const [name, handler] of handlers)
      for (const [who, event] of Object.entries(senders)) {
        const end = await Promise.resolve()
          .then(() => handler(event))
          .then(() => 'answered', String);
        if (!end.includes('answers the application page alone')) found.push(`${name} for ${who}: ${end}`);
      }
    // The same by the true page is answered, or at least read.
    const own = await handlers.get('app.info')?.({ senderFrame: real, sender: webContents });
    return { handlers: handlers.size, found, own: typeof own };
  });
  skip(ends === null, 'this Electron does not tell what answers messages');
  expect(ends).toEqual({ handlers: expect.any(Number), found: [], own: 'object' });
  expect(ends?.handlers).toBeGreaterThan(15);
});
