/** `npm run package`: works on any Node >= 20; installs what is missing and runs electron/dev/package.ts on Node 24. */
import { join } from 'node:path';
import { handOver } from './hand-over.mjs';
import { checkout, setupOrExit } from './setup.mjs';

handOver(setupOrExit(), [join(checkout, 'electron', 'dev', 'package.ts'), ...process.argv.slice(2)]);
