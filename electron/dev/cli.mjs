/**
 * `npm run cli`: works on any Node >= 20; installs what is missing and runs electron/cli/main.ts on Node 24.
 * Standard output belongs to the command, so everything printed on the way goes to standard error.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { handOver } from './hand-over.mjs';
import { checkout, setupOrExit } from './setup.mjs';

const node24 = setupOrExit(2);
const main = join(checkout, 'electron', 'cli', 'main.ts');

// npm scripts put node_modules/.bin first on the PATH, so this is usually Node 24 already: no second process then.
if (process.versions.node.startsWith('24.')) await import(pathToFileURL(main).href);
else handOver(node24, [main, ...process.argv.slice(2)]);
