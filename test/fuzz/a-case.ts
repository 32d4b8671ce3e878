import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotate } from '../../electron/engine/annotations/annotate.ts';
import type { Case } from '../../electron/engine/case/case.ts';
import { createCase } from '../../electron/engine/case/open-case.ts';
import { createFinding } from '../../electron/engine/findings/change.ts';
import { importFile } from '../../electron/engine/import/import-file.ts';
import { unwatched } from '../../electron/engine/jobs/job.ts';
import { prepareTexts } from '../../electron/engine/texts/prepare.ts';
import type { Mapping } from '../../shared/contract/imports.ts';

export const MAPPING: Mapping = {
  columns: {
    timestamp: 'timestamp',
    account_id: 'account_id',
    request_id: 'request_id',
    model: 'model',
    input_tokens: 'input_tokens',
    prompt_text: 'prompt_text',
  },
  timeFormat: 'iso',
  timeZone: 'UTC',
  delimiter: ',',
};

/** A log of this mapping; rows from `from` on. */
export function logOf(rows: number, from = 0): string {
  const lines = Array.from(
    { length: rows },
    (_, i) =>
      `2026-05-0${1 + ((from + i) % 9)}T10:00:${10 + (i % 50)}Z,ac_${(from + i) % 7},r${from + i},m-${i % 2},${i},Describe the harbour ${(from + i) % 11}\n`,
  );
  return `timestamp,account_id,request_id,model,input_tokens,prompt_text\n${lines.join('')}`;
}

/** A case in `folder` with requests, texts that can be searched, notes and a finding. Close it. */
export async function makeCase(folder: string, passphrase: string | null = null): Promise<Case> {
  const open = await createCase(join(folder, 'case.swcase'), 'tester', passphrase, {
    name: 'Orchard',
    reference: '2026-041',
    handling: 'TLP:AMBER',
    timeZone: 'UTC',
  });
  const log = join(folder, 'log.csv');
  writeFileSync(log, logOf(200));
  await importFile(open, log, MAPPING, unwatched);
  await prepareTexts(open, unwatched);
  annotate(open, 'account:ac_1', 'comment', 'as [[account:ac_2]] does');
  annotate(open, 'account:ac_2', 'tag', 'heavy');
  createFinding(open, { claim: 'ac_1 and ac_2 act together', scope: ['account:ac_1', 'account:ac_2'] });
  return open;
}
