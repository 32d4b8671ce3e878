import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataHash } from '../../../electron/engine/case/data-hash.ts';
import { detectSource } from '../../../electron/engine/import/detect.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { completeMapping } from '../../../electron/engine/import/mapping-file.ts';
import { previewSource } from '../../../electron/engine/import/preview.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { logOf, MAPPING, makeCase } from '../a-case.ts';
import { mutateBytes } from '../mutate/bytes.ts';
import { mutateText } from '../mutate/words.ts';
import { demand, type Running, type Target } from '../target.ts';
import { csv } from './csv.ts';
import { database } from './database.ts';
import { json } from './json.ts';
import { packed } from './packed.ts';
import { parquet } from './parquet.ts';

/** Files of all kinds, imported for good: detected, previewed, imported, imported again, taken back. */
export const imported: Target = {
  name: 'import',
  about: 'logs of all kinds, imported into a case, imported again and taken back',
  share: 5,
  async start(folder) {
    const apart = join(folder, 'case');
    mkdirSync(apart);
    const open = await makeCase(apart);
    const makers: Running[] = [];
    for (const target of [csv, json, packed, parquet, database]) {
      const own = join(apart, target.name);
      mkdirSync(own);
      makers.push(await target.start(own));
      rmSync(own, { recursive: true });
    }
    const path = join(folder, 'log');
    const empty = dataHash(open.db);
    return {
      keeps: ['case', 'log'],
      make: (rng, number) => {
        if (rng.chance(0.5)) return rng.pick(makers).make(rng, number);
        // Mostly as it should be, so that rows are stored; half of them are in the case already.
        const text = logOf(rng.int(1, 40), rng.int(150, 230));
        return rng.chance(0.7)
          ? Buffer.from(mutateText(rng, text, ['"', ',', '\n']))
          : mutateBytes(rng, Buffer.from(text));
      },
      run: async (input) => {
        writeFileSync(path, input);
        await detectSource(open.db, path);
        const mapping = await completeMapping(open.db, path, null).catch((error: unknown) => {
          if (error instanceof StillwatchError && error.code === 'BAD_MAPPING') return MAPPING;
          throw error;
        });
        await previewSource(path, mapping);
        const { sources } = await importFile(open, path, mapping, unwatched);
        const after = dataHash(open.db);
        for (const { rowsRead, stored, duplicates, conflicts, rejected } of sources)
          demand(
            rowsRead === stored + duplicates + conflicts + rejected,
            'reads other rows than it accounts for',
          );
        const again = await importFile(open, path, mapping, unwatched);
        demand(
          again.sources.every(({ alreadyImported }) => alreadyImported),
          'is imported twice',
        );
        demand(dataHash(open.db) === after, 'changes the case when it is imported again');
        for (const { sha256, alreadyImported } of [...sources].reverse())
          if (!alreadyImported) await removeSource(open, sha256, unwatched);
        demand(dataHash(open.db) === empty, 'leaves something when it is taken back');
        return sources.some(({ stored }) => stored > 0) ? 'stored' : 'nothing stored';
      },
    };
  },
};
