import { afterAll, beforeAll, expect, test } from 'vitest';
import { obtainRuntime } from '../../electron/dev/runtime.ts';
import { type Attack, Victim } from './attack.ts';

// Nothing the web platform asks leave for is granted.

let victim: Victim;

beforeAll(async () => {
  // With a camera and a microphone to give, a refusal is one.
  victim = await Victim.start({ args: ['--use-fake-device-for-media-stream'] });
  const devtools = await victim.page.context().newCDPSession(victim.page);
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
});

afterAll(() => victim.app.close());

test('every permission that can be asked about is denied', async () => {
  const states = await victim.page.evaluate(async () => {
    const hardware = [
      'accelerometer',
      'camera',
      'geolocation',
      'gyroscope',
      'magnetometer',
      'microphone',
      'midi',
    ];
    const screen = [
      'display-capture',
      'idle-detection',
      'notifications',
      'screen-wake-lock',
      'window-management',
    ];
    const data = ['clipboard-read', 'clipboard-write', 'local-fonts', 'persistent-storage', 'storage-access'];
    const work = ['background-fetch', 'background-sync', 'payment-handler'];
    const ask = async (name: string) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return `${name}: ${state}`;
    };
    return Promise.all([...hardware, ...screen, ...data, ...work].map(ask));
  });
  expect(states).not.toEqual([]);
  expect(states.filter((state) => !state.endsWith(': denied'))).toEqual([]);
});

test.each<readonly [name: string, how: RegExp, attack: Attack]>([
  ['to notify', /returned denied/, () => Notification.requestPermission()],
  [
    'the place',
    /returned 1\b/,
    () =>
      new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(resolve, ({ code }) => resolve(code)),
      ),
  ],
  ['the camera', /threw NotAllowedError/, () => navigator.mediaDevices.getUserMedia({ video: true })],
  ['the microphone', /threw NotAllowedError/, () => navigator.mediaDevices.getUserMedia({ audio: true })],
  ['the screen', /threw NotAllowedError/, () => navigator.mediaDevices.getDisplayMedia()],
  ['to read the clipboard', /threw NotAllowedError/, () => navigator.clipboard.readText()],
  ['all of the clipboard', /threw NotAllowedError/, () => navigator.clipboard.read()],
  ['to write the clipboard unasked', /threw NotAllowedError/, () => navigator.clipboard.writeText('x')],
  ['a USB device', /threw SecurityError/, () => Reflect.get(navigator, 'usb').requestDevice({ filters: [] })],
  ['a serial port', /threw SecurityError/, () => Reflect.get(navigator, 'serial').requestPort()],
  [
    'an input device',
    /threw SecurityError/,
    () => Reflect.get(navigator, 'hid').requestDevice({ filters: [] }),
  ],
  ['instruments', /threw SecurityError/, () => navigator.requestMIDIAccess({ sysex: true })],
  ['to keep the screen on', /threw NotAllowedError/, () => navigator.wakeLock.request('screen')],
  ['all screens', /threw NotAllowedError/, () => Reflect.get(window, 'getScreenDetails')()],
  ['to watch for idleness', /returned denied/, () => Reflect.get(window, 'IdleDetector').requestPermission()],
  ['the names of fonts', /returned 0/, async () => (await Reflect.get(window, 'queryLocalFonts')()).length],
  ['lasting storage', /returned false/, () => navigator.storage.persist()],
  [
    'a credential',
    /threw (SecurityError|NotAllowedError)/,
    () => navigator.credentials.get({ publicKey: { challenge: new Uint8Array(8) } }),
  ],
  [
    'to handle addresses',
    /threw SecurityError/,
    () => navigator.registerProtocolHandler('web+x', '/index.html?%s'),
  ],
])('a script does not get %s', (_name, how, attack) => victim.isRefused(attack, '', how));

test('a script does not get the whole screen', async () => {
  // The request is neither granted nor answered; another permission is asked for after it, and is answered.
  await victim.page.evaluate(() => void document.documentElement.requestFullscreen().catch(() => undefined));
  expect(await victim.page.evaluate(() => Notification.requestPermission())).toBe('denied');
  const isFull = await victim.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0].isFullScreen(),
  );
  expect(isFull).toBe(false);
});

test('a script does not get the clipboard by pasting', async ({ skip }) => {
  const { fallback, version } = await obtainRuntime();
  skip(fallback, `Electron ${version} has no setting against it; the pinned Electron refuses by default.`);
  await victim.app.evaluate(({ clipboard }) => clipboard.writeText('of another program'));
  const pasted = await victim.run((_, add) => {
    add('textarea').focus();
    document.execCommand('paste');
    return document.querySelector('textarea')?.value;
  }, '');
  expect(pasted).toBe('returned ');
});

test('what a script stores stays in memory', async () => {
  const path = await victim.app.evaluate(({ BrowserWindow }) => {
    const [{ webContents }] = BrowserWindow.getAllWindows();
    return webContents.session.getStoragePath();
  });
  expect(path).toBeNull();
});
