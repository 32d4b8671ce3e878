import { app, BrowserWindow, nativeTheme, type Session } from 'electron';
import { RestartBudget } from './engine-host/restart-budget.ts';
import { navigationAllowed, PAGE_URL } from './policy.ts';

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

/** Opens the application's window, hidden until its first picture is drawn. */
export async function openWindow(session: Session, preload: string): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1400,
    height: 900,
    minWidth: 960,
    minHeight: 640,
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
  window.once('ready-to-show', () => window.show());
  const reloads = new RestartBudget();
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit' && reloads.take(Date.now())) window.reload();
  });
  await window.loadURL(PAGE_URL);
  return window;
}
