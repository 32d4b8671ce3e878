import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { APP } from '../../engine/app-version.ts';
import { createCase, openCase } from '../../engine/case/open-case.ts';
import { importFile } from '../../engine/import/import-file.ts';
import { completeMapping } from '../../engine/import/mapping-file.ts';
import { unwatched } from '../../engine/jobs/job.ts';
import { caseEndState } from './case-end-state.ts';
import type { Measurement } from './contender.ts';
import { timeKeyDerivation } from './key-time.ts';
import { ownPeakBytes } from './peak-memory.ts';
import { othersCores, startStopwatch } from './stopwatch.ts';

const AUTHOR = 'bench';

/**
 * Makes a case, imports the log and closes the case, by the functions that the command line uses, and measures it
 * without the time its key took to derive.
 * @param passphrase null for an unencrypted case.
 */
export async function measureCase(
  log: string,
  folder: string,
  passphrase: string | null,
): Promise<Measurement> {
  const path = join(folder, 'bench.swcase');
  const keyTime = timeKeyDerivation();
  const time = startStopwatch();
  const made = await createCase(path, AUTHOR, passphrase, {
    name: 'Benchmark',
    reference: '',
    handling: 'TLP:AMBER+STRICT',
    timeZone: 'UTC',
  });
  await importFile(made, log, await completeMapping(made.db, log, null), unwatched);
  made.close();
  const all = time();
  const key = keyTime();
  const peakBytes = ownPeakBytes();
  if (passphrase !== null && key.seconds === 0)
    throw new Error('The time to derive the key was not seen, so it could not be left out.');

  const { size } = await stat(path);
  const opened = await openCase(path, AUTHOR, passphrase);
  try {
    const sqlite = opened.db.prepare('SELECT sqlite_version()').pluck().get();
    return {
      seconds: all.seconds - key.seconds,
      cpuSeconds: all.cpuSeconds - key.cpuSeconds,
      othersCores: othersCores(all, all.cpuSeconds),
      phases: [],
      peakBytes,
      fileBytes: size,
      endState: caseEndState(opened.db),
      version: `${APP.version}, Node ${process.versions.node}, SQLite ${sqlite}`,
    };
  } finally {
    opened.close();
  }
}
