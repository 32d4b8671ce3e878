import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder that holds package.json. */
export const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the tool chain keeps what can be made again; `npm ci` removes it along with node_modules. */
export const cacheDir = join(checkout, 'node_modules', '.cache', 'stillwatch');
