import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { runAnalysis } from '../../../electron/engine/analysis/run-analysis.ts';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { exportBundle } from '../../../electron/engine/bundle/export.ts';
import { backUp } from '../../../electron/engine/case/back-up.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { compact } from '../../../electron/engine/case/rewrite.ts';
import { undo } from '../../../electron/engine/commands/undo.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { tempFolder } from '../support.ts';
import { NO_DISK, smallDisk, takeAway } from './small-disk.ts';
import { caseWith, log, MAPPING, SENTENCE, seen, seenAt } from './whole.ts';

const GONE = {
  code: 'FILE_UNWRITABLE',
  message: expect.stringMatching(/no longer where it was opened.*is not saved.*Bring it back/),
};

/** Everything that writes, and what must not be taken for saved. */
const WORKS: readonly ((open: Case) => unknown)[] = [
  (open) => annotate(open, 'account:log_1', 'comment', 'not saved'),
  undo,
  (open) => importFile(open, log(50, 'late'), MAPPING, unwatched),
  (open) => runAnalysis(open, { seed: 1, priorShare: 0.01 }, unwatched),
  (open) => exportBundle(open, join(tempFolder(), 'bundle.zip'), unwatched),
  (open) => backUp(open, join(tempFolder(), 'copy.swcase'), unwatched),
  (open) => compact(open, unwatched),
];

async function refusesAll(open: Case): Promise<void> {
  for (const work of WORKS)
    await expect(Promise.resolve().then(() => work(open))).rejects.toMatchObject(GONE);
  await expect(
    Promise.resolve().then(() => annotate(open, 'account:log_1', 'comment', 'not saved')),
  ).rejects.toMatchObject({ message: expect.stringMatching(SENTENCE) });
}

/** What happens to the file while the case is open, and how it comes back; null where it does not. */
const HAPPENINGS: readonly [string, (path: string) => (() => void) | null][] = [
  [
    'removed',
    (path) => {
      rmSync(path);
      return null;
    },
  ],
  [
    'moved',
    (path) => {
      const to = join(dirname(path), 'moved.swcase');
      renameSync(path, to);
      return () => renameSync(to, path);
    },
  ],
  [
    'replaced by another',
    (path) => {
      const [kept, other] = ['kept.swcase', 'other.swcase'].map((name) => join(dirname(path), name));
      copyFileSync(path, other);
      renameSync(path, kept);
      renameSync(other, path);
      return () => renameSync(kept, path);
    },
  ],
  [
    'away with its folder',
    (path) => {
      renameSync(dirname(path), `${dirname(path)}-away`);
      return () => renameSync(`${dirname(path)}-away`, dirname(path));
    },
  ],
];

test.for(HAPPENINGS)(
  'of a case whose file is %s while it is open nothing is called saved',
  async ([, happen]) => {
    const folder = join(tempFolder(), 'cases');
    mkdirSync(folder);
    const open = await caseWith(500, folder);
    const before = seen(open);
    const back = happen(open.path);
    await refusesAll(open);
    if (back === null) return open.close();
    back();
    annotate(open, 'account:log_2', 'comment', 'saved again');
    await open.close();
    expect(await seenAt(open.path)).toEqual({ ...before, notes: ['made before', 'saved again'] });
  },
);

test('a drive that is pulled out while a case on it is open: nothing is called saved, and closing goes on', async ({
  skip,
}) => {
  const disk = smallDisk(16);
  if (disk === undefined) return skip(NO_DISK);
  const open = await caseWith(500, disk);
  takeAway(disk);
  await refusesAll(open);
  await open.close();
});

test('an import that ends when its case is gone is not called imported', async () => {
  const open = await caseWith(500);
  const importing = importFile(open, log(20_000, 'long'), MAPPING, {
    ...unwatched,
    progress: () => rmSync(open.path, { force: true }),
  });
  await expect(importing).rejects.toMatchObject(GONE);
});
