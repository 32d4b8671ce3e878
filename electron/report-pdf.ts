import { BrowserWindow, type Session, session } from 'electron';
import { APP_ORIGIN } from './policy.ts';

/** Where the report lies for the one window that prints it; nothing else exists for it. */
const REPORT_URL = `${APP_ORIGIN}/report.html`;
/** Longer than the longest report takes on a slow machine. */
const LIMIT_MS = 120_000;

/** As the report itself asks, whatever else would let it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Page numbers come from the footer below, so those that a newer Chromium makes of the style sheet are left out. */
const WITHOUT_PAGE_NUMBERS = '@page { @bottom-right { content: none } }';
const FOOTER =
  '<div style="width:100%;font:8.5px Inter,Arial,sans-serif;color:#5f5a52;text-align:right;padding-right:16mm">Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>';

let printing: Promise<unknown> = Promise.resolve();

/**
 * A report of the engine's as PDF, in A4 with page numbers; the marking of every page is part of the report. It is
 * drawn by a window that nobody sees, in a session of its own: sandboxed, without script, without preload, with nothing
 * to load but the report. One after another. Fails with a reason in words.
 */
export function printReport(html: string): Promise<Uint8Array> {
  const next = printing.then(() => printOne(html));
  printing = next.catch(() => undefined);
  return next;
}

async function printOne(html: string): Promise<Uint8Array> {
  const own = session.fromPartition('report', { cache: false });
  serve(own, html);
  const window = hiddenWindow(own);
  try {
    return await within(LIMIT_MS, draw(window));
  } finally {
    window.destroy();
    own.protocol.unhandle('app');
  }
}

function hiddenWindow(own: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
}

function serve(own: Session, html: string): void {
  own.protocol.handle('app', ({ url, method }) =>
    url === REPORT_URL && method === 'GET'
      ? new Response(html, {
          headers: {
            'Content-Type': 'text/html; charset=utf-8',
            'Content-Security-Policy': POLICY,
            'X-Content-Type-Options': 'nosniff',
            'Cache-Control': 'no-store',
          },
        })
      : new Response(null, { status: 404 }),
  );
}

async function draw(window: BrowserWindow): Promise<Uint8Array> {
  const { webContents } = window;
  await unlessGone(window, window.loadURL(REPORT_URL));
  await unlessGone(window, webContents.insertCSS(WITHOUT_PAGE_NUMBERS));
  return unlessGone(
    window,
    webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOTER,
      generateTaggedPDF: true,
    }),
  );
}

/** Fails where the page ends before the work does. */
function unlessGone<T>(window: BrowserWindow, work: Promise<T>): Promise<T> {
  const gone = new Promise<never>((_, reject) =>
    window.webContents.once('render-process-gone', (_event, { reason }) =>
      reject(new Error(`the page that draws it ended (${reason})`)),
    ),
  );
  return Promise.race([work, gone]);
}

function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('it took too long')), limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
