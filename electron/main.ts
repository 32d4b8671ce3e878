import './no-network.ts';
import { join } from 'node:path';
import { app, nativeTheme, safeStorage } from 'electron';
import { answerBridge } from './bridge-answers.ts';
import { keepMemoryOutOfDumps } from './core-dumps.ts';
import { startEngineHost } from './engine-host.ts';
import { KeychainSecrets } from './keychain.ts';
import { isOnlyInstance, quitAfter } from './lifecycle.ts';
import { lockDown, silenceResolver } from './lockdown.ts';
import { setMenu } from './menu.ts';
import { OpenedFile } from './opened-file.ts';
import { watchPower } from './power.ts';
import { Preferences } from './preferences.ts';
import { declareScheme, servePage } from './protocol.ts';
import { RecentCases } from './recent.ts';
import { keepNoRecentDocuments } from './recent-documents.ts';
import { lockEverySession, openPageSession } from './session.ts';
import { guardEveryPage, openWindow } from './window.ts';

// The order of boot, and nothing else. This file becomes dist/main/main.cjs, so `dist` is one folder up.
const dist = join(__dirname, '..');

keepMemoryOutOfDumps();
keepNoRecentDocuments();
lockDown();
declareScheme();
lockEverySession();
guardEveryPage();
setMenu();
if (isOnlyInstance()) app.whenReady().then(boot).catch(fail);

async function boot(): Promise<void> {
  silenceResolver();
  const session = await openPageSession();
  await servePage(session, join(dist, 'renderer'));
  const engine = startEngineHost(dist);
  const opened = new OpenedFile(engine.grants);
  const recent = new RecentCases(join(app.getPath('userData'), 'recent.json'));
  const preferences = new Preferences(join(app.getPath('userData'), 'preferences.json'));
  const keychain = new KeychainSecrets(app.getPath('userData'), safeStorage, (id, secret) =>
    engine.giveSecret(id, secret),
  );
  nativeTheme.themeSource = await preferences.theme();
  answerBridge(engine, recent, preferences, opened, keychain);
  watchPower();
  quitAfter(async () => void (await Promise.all([engine.stop(), preferences.settled()])));
  await opened.offer(process.argv, process.cwd());
  await openWindow(session, join(__dirname, 'preload.cjs'), preferences);
}

function fail(error: unknown): void {
  console.error('Stillwatch could not start:', error);
  app.exit(1);
}
