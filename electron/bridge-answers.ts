import { basename, dirname, isAbsolute } from 'node:path';
import { BrowserWindow, nativeTheme, type WebFrameMain } from 'electron';
import { z } from 'zod';
import { type Grant, LOCK_MINUTES, PICK_PURPOSES, type RecentCase, THEMES } from '../shared/bridge.ts';
import { MOST_PICTURE_BYTES } from '../shared/contract/pictures.ts';
import { appInfo } from './app-info.ts';
import { copyPicture } from './clipboard.ts';
import { pickPaths } from './dialogs.ts';
import type { EngineHost } from './engine-host.ts';
import type { Grants } from './grants.ts';
import { handle } from './ipc.ts';
import { type KeychainSecrets, secretName } from './keychain.ts';
import type { OpenedFile } from './opened-file.ts';
import { layout, type Preferences } from './preferences.ts';
import { fileSize, isFolder, type RecentCases } from './recent.ts';

const none = z.tuple([]);
const oneGrant = z.tuple([z.uuid()]);
const purpose = z.enum(PICK_PURPOSES);
const pngBytes = z.instanceof(Uint8Array).refine(({ length }) => length <= MOST_PICTURE_BYTES);
const droppedPaths = z.array(z.string().max(4096)).max(100);

/** Answers everything the preload script can ask (see shared/bridge.ts for what each does). */
export function answerBridge(
  engine: EngineHost,
  recent: RecentCases,
  preferences: Preferences,
  opened: OpenedFile,
  keychain: KeychainSecrets,
): void {
  const { grants } = engine;
  handle('engine.watch', none, (frame) => {
    const { state, detail } = engine.state();
    frame.send('engine.state', state, detail);
  });
  handle('engine.connect', z.tuple([z.uuid()]), (frame, nonce) => engine.connectPage(frame, nonce));
  handle(
    'files.pick',
    z.tuple([purpose, z.union([z.string().max(1000), z.undefined()])]),
    (frame, forWhat, suggestedName) => pick(grants, windowOf(frame), forWhat, suggestedName),
  );
  handle('files.grantDropped', z.tuple([droppedPaths]), (_frame, paths) => grantExisting(grants, paths));
  handle('file.take', none, () => opened.take());
  handle('recent.list', none, () => listRecent(grants, recent));
  handle('recent.remember', oneGrant, (_frame, grant) =>
    recent.remember(pathOf(grants, grant), Date.now() * 1000),
  );
  handle('recent.forget', oneGrant, (_frame, grant) => recent.forget(pathOf(grants, grant)));
  handle('app.info', none, appInfo);
  handle('clipboard.picture', z.tuple([pngBytes]), (_frame, png) => copyPicture(png));
  handle('keychain.state', none, () => keychain.state());
  handle('keychain.create', z.tuple([secretName]), (_frame, name) => keychain.create(name));
  handle('keychain.take', z.tuple([secretName]), (_frame, name) => keychain.take(name));
  handle('keychain.forget', z.tuple([secretName]), (_frame, name) => keychain.forget(name));
  handle('theme.get', none, () => preferences.theme());
  handle('theme.set', z.tuple([z.enum(THEMES)]), (_frame, theme) => {
    nativeTheme.themeSource = theme;
    return preferences.setTheme(theme);
  });
  handle('lock.get', none, () => preferences.lockMinutes());
  handle('lock.set', z.tuple([z.literal(LOCK_MINUTES)]), (_frame, minutes) =>
    preferences.setLockMinutes(minutes),
  );
  handle('layout.get', none, () => preferences.layout());
  handle('layout.set', z.tuple([layout]), (_frame, chosen) => preferences.setLayout(chosen));
}

async function pick(
  grants: Grants,
  window: BrowserWindow,
  forWhat: z.infer<typeof purpose>,
  suggestedName: string | undefined,
): Promise<readonly Grant[]> {
  const paths = await pickPaths(window, forWhat, suggestedName);
  const isFolder = forWhat === 'open-log-folder';
  return paths.map((path) => ({ ...grants.add(path), ...(isFolder && { isFolder }) }));
}

/** Vanished files and objects that never were files on disk (an empty path) get no grant. */
async function grantExisting(grants: Grants, paths: readonly string[]): Promise<readonly Grant[]> {
  const found = await Promise.all(
    paths.map(async (path): Promise<Grant | undefined> => {
      if (!isAbsolute(path)) return undefined;
      if ((await fileSize(path)) !== undefined) return grants.add(path);
      return (await isFolder(path)) ? { ...grants.add(path), isFolder: true } : undefined;
    }),
  );
  return found.filter((grant) => grant !== undefined);
}

async function listRecent(grants: Grants, recent: RecentCases): Promise<readonly RecentCase[]> {
  const cases = await recent.list();
  return Promise.all(
    cases.map(async ({ path, openedUs }) => {
      const sizeBytes = await fileSize(path);
      return {
        grant: grants.add(path).grant,
        name: basename(path),
        folder: dirname(path),
        sizeBytes: sizeBytes ?? 0,
        openedUs,
        missing: sizeBytes === undefined,
      };
    }),
  );
}

function pathOf(grants: Grants, grant: string): string {
  const path = grants.path(grant);
  if (path === undefined) throw new Error('No file was granted under that id.');
  return path;
}

function windowOf(frame: WebFrameMain): BrowserWindow {
  const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.mainFrame === frame);
  if (window === undefined) throw new Error('The window is gone.');
  return window;
}
