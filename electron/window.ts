import { app, BrowserWindow, nativeTheme, type Session, screen } from 'electron';
import { RestartBudget } from './engine-host/restart-budget.ts';
import { loadPage } from './load-page.ts';
import { navigationAllowed, PAGE_URL } from './policy.ts';
import type { Preferences } from './preferences.ts';
import { LEAST_SIZE, placeWindow } from './window-place.ts';

/** The page's ground in each theme (`--ground` of renderer/tokens.css), so that no white flashes before it is drawn. */
const GROUND = { light: '#fbfaf8', dark: '#16181b' };

/** Keeps every page there will ever be where it is: no navigation, no new window, no embedded page, no WebRTC. */
export function guardEveryPage(): void {
  app.on('web-contents-created', (_created, contents) => {
    // Neither the content security policy nor webRequest governs WebRTC, and Chromium's switch of this name is
    // not heeded: without this call a page can send datagrams to any address.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-navigate', (event) => {
      if (!navigationAllowed(event.url, event.isMainFrame)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!navigationAllowed(event.url, event.isMainFrame)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Opens the application's window where it was last, hidden until its first picture is drawn. */
export async function openWindow(
  session: Session,
  preload: string,
  preferences: Preferences,
): Promise<BrowserWindow> {
  const saved = await preferences.window();
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const window = new BrowserWindow({
    ...placeWindow(
      saved,
      [primary, ...others].map(({ workArea }) => workArea),
    ),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    title: 'Stillwatch',
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => {
    if (saved?.maximised) window.maximize();
    window.show();
  });
  keepPlace(window, preferences);
  const reloads = new RestartBudget();
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit' && reloads.take(Date.now())) window.reload();
  });
  await loadPage(window, PAGE_URL);
  return window;
}

/** How long a window must have come to rest before its place is written. */
const REST_MS = 500;

function keepPlace(window: BrowserWindow, preferences: Preferences): void {
  let resting: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(resting);
    void preferences
      .setWindow({ ...window.getNormalBounds(), maximised: window.isMaximized() })
      // The place is a convenience: a full disk must not end the program for it.
      .catch((error: unknown) => console.error('The place of the window was not kept:', error));
  };
  const rest = (): void => {
    clearTimeout(resting);
    resting = setTimeout(keep, REST_MS);
  };
  window.on('resize', rest);
  window.on('move', rest);
  window.on('maximize', rest);
  window.on('unmaximize', rest);
  window.on('close', keep);
}
