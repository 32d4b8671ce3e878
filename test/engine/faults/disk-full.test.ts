import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runAnalysis } from '../../../electron/engine/analysis/run-analysis.ts';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { exportBundle } from '../../../electron/engine/bundle/export.ts';
import { verifyBundle } from '../../../electron/engine/bundle/verify/verify.ts';
import { backUp } from '../../../electron/engine/case/back-up.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { fill, NO_DISK, smallDisk } from './small-disk.ts';
import { caseWith, SENTENCE, seen, seenAt } from './whole.ts';

const ANALYSIS = { seed: 1, priorShare: 0.01 };

/** What is done on a disk that is full, what its failure says, and how much is left for it to fail late. */
const WORKS: readonly [string, number, (open: Case, target: string) => unknown, RegExp][] = [
  [
    'an act',
    0,
    (open) => annotate(open, 'account:log_1', 'comment', 'x'.repeat(9000)),
    /Nothing was written/,
  ],
  ['an analysis', 16_384, (open) => runAnalysis(open, ANALYSIS, unwatched), /results of the analysis before/],
  ['an export', 300_000, (open, target) => exportBundle(open, target, unwatched), /disk is full/],
  [
    'a backup',
    100_000,
    (open, target) => backUp(open, target, unwatched),
    /MB are needed.*Nothing was changed/,
  ],
];

test.for(WORKS)(
  'on a full disk %s fails with a sentence and loses nothing',
  async ([name, leave, work, words], { skip }) => {
    const disk = smallDisk(16);
    if (disk === undefined) return skip(NO_DISK);
    const open = await caseWith(1500, disk);
    const target = join(disk, 'target.zip');
    if (name === 'an export') await exportBundle(open, target, unwatched);
    const standing = existsSync(target) ? readFileSync(target) : undefined;
    const before = seen(open);
    const free = fill(disk, leave);
    const failure = await Promise.resolve()
      .then(() => work(open, target))
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    expect(failure).toMatchObject({ code: 'DISK_FULL', message: expect.stringMatching(SENTENCE) });
    expect((failure as Error).message).toMatch(words);
    expect((failure as Error).message).toMatch(/Free some space|free some space/);
    expect(seen(open)).toEqual(before);
    expect(existsSync(target) ? readFileSync(target).equals(standing as Buffer) : standing).toBe(
      standing && true,
    );
    expect(readdirSync(disk).filter((file) => file.startsWith('.stillwatch-'))).toEqual([]);
    free();
    await work(open, target);
    if (name === 'an export') expect((await verifyBundle(target)).ok).toBe(true);
    const after = seen(open);
    await open.close();
    expect(await seenAt(open.path)).toEqual(after);
  },
);
