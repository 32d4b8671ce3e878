import { chmodSync, chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportBundle } from '../../../electron/engine/bundle/export.ts';
import { backUp } from '../../../electron/engine/case/back-up.ts';
import { createCase, openCase } from '../../../electron/engine/case/open-case.ts';
import { undo } from '../../../electron/engine/commands/undo.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { cli, NEW_CASE, tempFolder } from '../support.ts';
import { NO_DISK, smallDisk, writeProtect } from './small-disk.ts';
import { caseWith, SENTENCE, seen, seenAt } from './whole.ts';

test('a write-protected disk: a case opens for reading only, and nothing is written there, each with a sentence', async ({
  skip,
}) => {
  const disk = smallDisk(16);
  if (disk === undefined) return skip(NO_DISK);
  const made = await caseWith(500, disk);
  const before = seen(made);
  await made.close();
  const elsewhere = await caseWith(500);
  writeProtect(disk);
  const open = await openCase(made.path, 'tester', null);
  expect(open.readOnly).toBe(
    'The case file or its folder is write-protected, so the case is open for reading only.',
  );
  expect(seen(open)).toEqual(before);
  expect(() => undo(open)).toThrow(/write-protected.*Nothing was changed\.$/);
  await open.close();
  for (const work of [
    () => createCase(join(disk, 'new.swcase'), 'tester', null, NEW_CASE),
    () => exportBundle(elsewhere, join(disk, 'bundle.zip'), unwatched),
    () => backUp(elsewhere, join(disk, 'copy.swcase'), unwatched),
  ])
    await expect(work()).rejects.toMatchObject({
      code: 'FILE_UNWRITABLE',
      message: expect.stringMatching(SENTENCE),
    });
  expect(readdirSync(disk)).toEqual(['case.swcase']);
});

test('a folder that nothing may be added to: the case in it is not changed, and the sentence says why', async ({
  skip,
}) => {
  const nobody = process.getuid?.() === 0 ? 65_534 : undefined;
  const folder = tempFolder();
  const open = await caseWith(500, folder);
  const before = seen(open);
  await open.close();
  if (nobody !== undefined) for (const path of [folder, open.path]) chownSync(path, nobody, nobody);
  chmodSync(folder, 0o500);
  const run = (args: readonly string[]) => cli(args, { HOME: folder }, nobody);
  if ((await run(['help'])).status !== 0) skip('the checkout cannot be read by another user');
  const noted = await run(['note', open.path, '--on', 'account:log_1', 'not kept']);
  expect(noted).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /folder is write-protected, so the case is open for reading only\. Nothing was changed\.\n$/,
    ),
  });
  chmodSync(folder, 0o700);
  if (nobody !== undefined) for (const path of [folder, open.path]) chownSync(path, 0, 0);
  expect(await seenAt(open.path)).toEqual(before);
});
