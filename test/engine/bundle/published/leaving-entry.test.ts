import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotate } from '../../../../electron/engine/annotations/annotate.ts';
import { exportBundle } from '../../../../electron/engine/bundle/export.ts';
import { openBundle } from '../../../../electron/engine/bundle/published/open-bundle.ts';
import { defaultChoice } from '../../../../electron/engine/bundle/select/default-choice.ts';
import { recomputeBag } from '../../../../electron/engine/bundle/verify/recompute.ts';
import { verifyBundle } from '../../../../electron/engine/bundle/verify/verify.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { custodyEntries } from '../../../../electron/engine/custody/log.ts';
import { createFinding } from '../../../../electron/engine/findings/change.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import type { BundleChoice } from '../../../../shared/contract/bundles.ts';
import { canonical, importCsv, newCase, tempFolder } from '../../support.ts';

async function caseOfTwo(): Promise<Case> {
  const open = await newCase();
  const log = 'timestamp,account_id\n2026-05-04T00:00:00Z,chosen\n2026-05-04T00:01:00Z,other\n';
  await importCsv(open, log, canonical('timestamp', 'account_id'));
  createFinding(open, { claim: 'CLAIM', scope: ['account:chosen'], speakerNotes: 'SPOKEN' });
  annotate(open, 'account:chosen', 'comment', 'OF THE CHOSEN');
  annotate(open, 'account:other', 'comment', 'OF THE OTHER');
  return open;
}

/** The custody log of a bundle as one text, which was verified and made again from its own tables. */
async function logOf(open: Case, choice: Partial<BundleChoice>) {
  const path = join(tempFolder(), 'b.zip');
  await exportBundle(open, path, unwatched, { choice: { ...defaultChoice(open), ...choice } });
  const found = await verifyBundle(path, { recompute: recomputeBag });
  expect(found).toMatchObject({ ok: true, problems: [], recompute: { problems: [] } });
  const bundle = await openBundle(path, 'reader');
  try {
    expect(bundle.hasRedactedLog).toBe(true);
    const log = [...custodyEntries(bundle.db)].map(({ entry }) => entry).join('\n');
    return { log, notes: found.notes };
  } finally {
    await bundle.close();
  }
}

test('of a part the custody log tells what is chosen, and of all else that it was done; notes of speakers never leave', async () => {
  const open = await caseOfTwo();
  const { log, notes } = await logOf(open, { accounts: ['chosen'] });
  for (const word of ['CLAIM', 'OF THE CHOSEN', 'source.import']) expect(log).toContain(word);
  for (const word of ['OF THE OTHER', 'SPOKEN']) expect(log).not.toContain(word);
  expect(notes).toEqual([expect.stringMatching(/^2 of \d+ entries of the custody log are told in part/)]);
});

test('of everything the custody log tells everything but notes of speakers', async () => {
  const open = await caseOfTwo();
  const { log, notes } = await logOf(open, { whole: true });
  for (const word of ['CLAIM', 'OF THE CHOSEN', 'OF THE OTHER']) expect(log).toContain(word);
  expect(log).not.toContain('SPOKEN');
  expect(notes).toEqual([expect.stringMatching(/^1 of \d+ entries/)]);
});
