import { isAbsolute, resolve } from 'node:path';

/** Everything the page is made of has this origin; nothing else exists for it. */
export const APP_ORIGIN = 'app://stillwatch';
/** The one document of the application. */
export const PAGE_URL = `${APP_ORIGIN}/index.html`;

/**
 * Path characters our own build makes. No per cent sign, backslash, control or other character: whatever needs
 * decoding or normalising is not ours, so nothing is ever decoded or normalised.
 */
const APP_URL = /^app:\/\/stillwatch(\/[A-Za-z0-9._~@/-]*)$/;
const DOT_SEGMENT = /(^|\/)\.{1,2}(\/|$)/;

/** The path of one of our own URLs with its fragment cut off, or undefined when the URL is not ours. */
function appPath(url: string): string | undefined {
  const [withoutFragment] = url.split('#', 1);
  const path = APP_URL.exec(withoutFragment)?.[1];
  return path === undefined || DOT_SEGMENT.test(path) || path.includes('//') ? undefined : path;
}

/** True for a URL of the application in the exact spelling Chromium gives it: lower-case scheme and host, no user, no port. */
export function isAppUrl(url: string): boolean {
  return appPath(url) !== undefined;
}

/** The page never goes anywhere; only the main frame may load its own document anew (a reload). */
export function navigationAllowed(url: string, isMainFrame: boolean): boolean {
  return isMainFrame && url.split('#', 1)[0] === PAGE_URL;
}

/** No permission of the web platform is ever granted, whatever its name and whoever asks. */
export function permissionAllowed(): boolean {
  return false;
}

/**
 * Whether a request may leave the page: our own assets, and what a page holds in memory (pictures it drew,
 * downloads it made). The developer tools load from their own scheme, in unpackaged starts only.
 */
export function requestAllowed(url: string, isPackaged: boolean): boolean {
  if (isAppUrl(url)) return true;
  if (url.startsWith('data:') || url.startsWith(`blob:${APP_ORIGIN}/`)) return true;
  return !isPackaged && url.startsWith('devtools://devtools/');
}

/** The asset a request names, exactly, or undefined (answer 404). `/` is the page. Keys start with a slash. */
export function resolveAsset<Asset>(
  assets: ReadonlyMap<string, Asset>,
  url: string,
  method: string,
): Asset | undefined {
  if (method !== 'GET') return undefined;
  const path = appPath(url);
  return path === undefined ? undefined : assets.get(path === '/' ? '/index.html' : path);
}

/** Only the application's own document in a window's main frame may ask the main process for anything. */
export function senderAllowed(
  frame: { readonly url: string; readonly isMainFrame: boolean } | null,
): boolean {
  return frame !== null && navigationAllowed(frame.url, frame.isMainFrame);
}

/**
 * The case file a command line asks to open, as an absolute path, or undefined. Command lines come from
 * outside (a link, another program), so switches, URLs and network paths are never taken for files; whether the
 * file exists is for the caller to see. The first element is the program itself. The last file wins.
 */
export function caseFileArgument(argv: readonly string[], workingFolder: string): string | undefined {
  const candidate = argv.slice(1).findLast((argument) => /\.swcase$/i.test(argument));
  if (candidate === undefined || !isAbsolute(workingFolder) || !isLocalPath(candidate)) return undefined;
  const path = resolve(workingFolder, candidate);
  return isLocalPath(path) ? path : undefined;
}

/**
 * False for switches, URLs, over-long or control-character names, and for network shares (`\\server\share`):
 * merely looking at one of those would send the person's credentials to that server.
 */
function isLocalPath(path: string): boolean {
  if (path.length > 4096 || path.startsWith('-')) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  if (/[\u0000-\u001f]/.test(path)) return false;
  return !/^[\\/]{2}/.test(path) && !/^[a-z][a-z0-9+.-]+:/i.test(path);
}
