import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BagFiles } from '../../../electron/engine/bundle/bag/bag-check.ts';
import { publish } from '../../../electron/engine/bundle/published/publish.ts';
import { recomputeBag } from '../../../electron/engine/bundle/verify/recompute.ts';
import { verifyBytes } from '../../../electron/engine/bundle/verify/verify.ts';
import { writeBundle } from '../../../electron/engine/bundle/write-bundle.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import type { BundleChoice } from '../../../shared/contract/bundles.ts';
import { bytesOf } from '../../engine/bundle/byte-source.ts';
import { packed } from '../../engine/bundle/verify/pack.ts';
import { entriesOf, resealed } from '../../engine/bundle/verify/small-bag.ts';
import { makeCase } from '../a-case.ts';
import { demand, type Target } from '../target.ts';
import { changedFile } from './bundle.ts';

const WHOLE: BundleChoice = {
  whole: true,
  findings: [],
  operators: [],
  accounts: [],
  template: 'internal',
  redaction: false,
  prompts: true,
  rowLimit: null,
  handling: 'TLP:AMBER',
  pap: '',
  recipients: '',
};

/** Bundles with changed tables and fitting checksums, everything in them made again. */
export const recompute: Target = {
  name: 'recompute',
  about: 'bundles whose tables were changed and checksums redone, loaded and made again',
  share: 5,
  async start(folder) {
    const open = await makeCase(folder);
    const { published } = await publish(
      open,
      WHOLE,
      { exportedUs: 1_790_000_000_000_000, folder },
      unwatched,
    );
    const path = join(folder, 'whole.zip');
    await writeBundle(path, published, unwatched);
    await published.open.close();
    await open.close();
    const entries = entriesOf(readFileSync(path));
    rmSync(path);
    rmSync(join(folder, 'case.swcase'));
    rmSync(join(folder, 'log.csv'));
    return {
      make: (rng) => {
        const at = rng.pick(
          entries.flatMap(({ path: name }, i) => (/^data\/(tables|evidence|bundle)/.test(name) ? [i] : [])),
        );
        const changed = entries.map((entry, i) =>
          i === at ? { path: entry.path, bytes: changedFile(rng, entry.path, entry.bytes) } : entry,
        );
        return packed(resealed(changed));
      },
      run: async (input) => {
        const zip = Buffer.from(input);
        const files = new Map(entriesOf(zip).map(({ path: name, bytes }) => [name, bytes]));
        const bag: BagFiles = {
          paths: [...files.keys()],
          async *read(name) {
            yield files.get(name) ?? Buffer.alloc(0);
          },
        };
        const { ok } = await verifyBytes(bytesOf(zip), 'a.zip');
        const { problems } = await recomputeBag(bag);
        for (const { problem } of problems)
          demand(problem.length < 5000, 'has a problem that nobody can read');
        return `${ok ? 'holds' : 'does not hold'}, ${problems.length > 0 ? 'not made again' : 'made again'}`;
      },
    };
  },
};
