import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** One file of the built page. */
export interface Asset {
  readonly file: string;
  readonly mediaType: string;
}

const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
]);

/**
 * Every servable file below `folder`, keyed by its path as the page asks for it (`/assets/index-x.js`). Links and
 * files of other types are left out. Read once at start: what is not there then is never served.
 */
export async function listAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  await addFolder(assets, folder, '/');
  return assets;
}

async function addFolder(assets: Map<string, Asset>, folder: string, prefix: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) await addFolder(assets, file, `${prefix}${entry.name}/`);
    const mediaType = MEDIA_TYPES.get(extname(entry.name));
    if (entry.isFile() && mediaType !== undefined) assets.set(prefix + entry.name, { file, mediaType });
  }
}
