import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportBundle } from '../../../../electron/engine/bundle/export.ts';
import { verifyBundle } from '../../../../electron/engine/bundle/verify/verify.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import type { BundleChoice } from '../../../../shared/contract/bundles.ts';
import { newCase, tempFolder } from '../../support.ts';
import { fillHostileCase, HOSTILE } from '../files/hostile-case.ts';
import { fillSmallCase, WHOLE } from '../published-fixture.ts';
import { runScript } from './run-script.ts';
import { SIGNER, SIGNER_KEY } from './small-bag.ts';

test.each(['small', 'hostile'] as const)(
  'signed bundles of a %s case hold, whole or in part, redacted or not',
  async (which) => {
    const open = await newCase();
    const finding = which === 'small' ? (await fillSmallCase(open)).finding : undefined;
    if (which === 'hostile') await fillHostileCase(open);
    const part: Partial<BundleChoice> = finding
      ? { whole: false, findings: [finding] }
      : { whole: false, accounts: [HOSTILE[0], HOSTILE[3]] };
    const choices: Partial<BundleChoice>[] =
      which === 'small'
        ? [{}, part, { redaction: true }]
        : [{ ...part, rowLimit: 1 }, { redaction: true }, { ...part, redaction: true }];
    for (const choice of choices) {
      const path = join(tempFolder(), 'b.zip');
      await exportBundle(open, path, unwatched, {
        choice: { ...WHOLE, ...choice },
        key: SIGNER,
      });
      const result = await verifyBundle(path, { expectedKey: SIGNER_KEY });
      expect(result, JSON.stringify(choice)).toMatchObject({
        ok: true,
        problems: [],
        signature: { state: 'expected' },
        notes: notesOf(which, choice),
      });
      expect(await runScript(path, SIGNER_KEY)).toMatchObject({ status: 0, files: [] });
    }
  },
);

/** What of the custody log cannot be checked. In the hostile case people wrote of more than is chosen. */
function notesOf(which: string, choice: Partial<BundleChoice>): unknown[] {
  if (choice.redaction) return [expect.stringMatching(/custody log is redacted/)];
  return which === 'hostile' ? [expect.stringMatching(/ entries of the custody log are told in part/)] : [];
}
