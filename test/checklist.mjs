/** `node test/checklist.mjs [--write]`: works on any Node >= 20 once `npm test` has run; see checklist/main.ts. */
import { join } from 'node:path';
import { handOver } from '../electron/dev/hand-over.mjs';
import { checkout, setupOrExit } from '../electron/dev/setup.mjs';

handOver(setupOrExit(2), [join(checkout, 'test', 'checklist', 'main.ts'), ...process.argv.slice(2)]);
