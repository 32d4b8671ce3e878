/**
 * `npm run bench`: works on any Node >= 20; installs what is missing and runs electron/dev/bench/main.ts on Node 24.
 * Standard output belongs to the report, so everything printed on the way goes to standard error.
 */
import { join } from 'node:path';
import { handOver } from './hand-over.mjs';
import { checkout, setupOrExit } from './setup.mjs';

const main = join(checkout, 'electron', 'dev', 'bench', 'main.ts');

handOver(setupOrExit(2), [main, ...process.argv.slice(2)]);
