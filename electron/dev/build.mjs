/** `npm run build`: works on any Node >= 20; installs what is missing and builds on Node 24. */
import { join } from 'node:path';
import { handOver } from './hand-over.mjs';
import { checkout, setupOrExit } from './setup.mjs';

handOver(setupOrExit(), [join(checkout, 'electron', 'dev', 'build.ts')]);
