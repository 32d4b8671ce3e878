import { afterAll, beforeAll, expect, test } from 'vitest';
import { Victim } from './attack.ts';
import { callPolluted } from './pollution.ts';

// What the page can reach of the rest of the program: the bridge as it is written, and nothing behind it.

let victim: Victim;

beforeAll(async () => {
  victim = await Victim.start();
});

afterAll(() => victim.app.close());

const BRIDGE = [
  'appInfo',
  'connectEngine',
  'copyPicture',
  'forgetCase',
  'forgetKeychainSecret',
  'grantDropped',
  'keychain',
  'keychainSecret',
  'layout',
  'lockMinutes',
  'newKeychainSecret',
  'onEngineState',
  'onOpenedFile',
  'onPower',
  'pick',
  'recentCases',
  'rememberCase',
  'setLayout',
  'setLockMinutes',
  'setTheme',
  'theme',
];

test('the window was made with every lock on', async ({ skip }) => {
  const preferences = await victim.app.evaluate(({ BrowserWindow }) => {
    const [{ webContents }] = BrowserWindow.getAllWindows();
    // Not in Electron's documentation, so it may be gone one day.
    return Reflect.get(webContents, 'getLastWebPreferences')?.call(webContents) ?? null;
  });
  skip(preferences === null, 'this Electron does not tell how a window was made');
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
  });
});

test('the page has nothing of Node and of Electron', async () => {
  const found = await victim.page.evaluate(() => {
    const node = ['require', 'module', 'exports', 'process', 'global', 'Buffer', '__dirname', 'setImmediate'];
    const electron = ['electron', 'ipcRenderer', 'contextBridge', 'webUtils', 'webFrame'];
    return [...node, ...electron].filter((name) => name in window);
  });
  expect(found).toEqual([]);
});

test('nor has a frame in it, which has no bridge either', async () => {
  const found = await victim.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const names = ['document', 'require', 'process', 'Buffer', 'stillwatch'];
    const inside = names.filter((name) => name in Object(frame.contentWindow));
    frame.remove();
    return inside;
  });
  expect(found).toEqual(['document']);
});

test('the bridge has exactly its functions and can be neither changed nor replaced', async () => {
  const { keys, kinds, changed } = await victim.page.evaluate(() => {
    const { stillwatch } = window;
    const { pick } = stillwatch;
    Reflect.set(stillwatch, 'pick', () => []);
    Reflect.set(stillwatch, 'added', 1);
    Reflect.set(window, 'stillwatch', {});
    Reflect.defineProperty(window, 'stillwatch', { value: {} });
    return {
      keys: Reflect.ownKeys(window.stillwatch).map(String).sort(),
      kinds: [...new Set(Object.values(window.stillwatch).map((value) => typeof value))],
      changed: window.stillwatch !== stillwatch || window.stillwatch.pick !== pick,
    };
  });
  expect(keys).toEqual(BRIDGE);
  expect(kinds).toEqual(['function']);
  expect(changed).toBe(false);
});

test('a polluted language overhears nothing of the preload script', async () => {
  const { outcomes, uses, foreign, planted } = await victim.page.evaluate(callPolluted);
  expect(Object.keys(outcomes).sort()).toEqual(BRIDGE);
  expect(outcomes).toMatchObject({
    appInfo: 'answered object',
    recentCases: 'answered object',
    grantDropped: 'answered object',
    theme: 'answered string',
    pick: expect.stringContaining('do not fit'),
    rememberCase: expect.stringContaining('No file was granted'),
  });
  expect(uses).toBeGreaterThan(0);
  expect(foreign).toEqual([]);
  expect(planted).not.toEqual([]);
});
