import { tmpdir } from 'node:os';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import type { BundleAbout } from '../../../electron/engine/bundle/published/about.ts';
import { citationsOf } from '../../../electron/engine/bundle/published/citations.ts';
import { type Dump, dumpCase } from '../../../electron/engine/bundle/published/dump.ts';
import { loadPublished } from '../../../electron/engine/bundle/published/load.ts';
import type { Published } from '../../../electron/engine/bundle/published/published.ts';
import { NO_REDACTION } from '../../../electron/engine/bundle/redact/no-redaction.ts';
import { selectForBundle } from '../../../electron/engine/bundle/select/select.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { pinExhibit } from '../../../electron/engine/exhibits/pin.ts';
import { createFinding } from '../../../electron/engine/findings/change.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import type { BundleChoice } from '../../../shared/contract/bundles.ts';
import { analyse, importDays, questionsOf } from '../exhibits/small-case.ts';

export const WHOLE: BundleChoice = {
  whole: true,
  findings: [],
  operators: [],
  accounts: [],
  template: 'internal',
  redaction: false,
  prompts: false,
  rowLimit: null,
  handling: 'TLP:AMBER',
  pap: '',
  recipients: '',
};

/** An analysed case of fourteen accounts with a finding on two of them, an exhibit of each kind, and notes. */
export async function fillSmallCase(open: Case): Promise<{ finding: string }> {
  const source = await importDays(open, 1, 6);
  await analyse(open);
  const operator = open.db.prepare('SELECT id FROM analysis_operator ORDER BY rank').pluck().get();
  const finding = createFinding(open, {
    claim: 'left and right act together',
    scope: [`operator:${operator}`],
  });
  for (const question of questionsOf(open))
    await pinExhibit(open, { finding, title: `Shows ${question.query}`, question, picture: null }, unwatched);
  annotate(open, 'account:left', 'comment', 'as [[account:right]] does');
  annotate(open, `request:${source}/3`, 'comment', 'the third');
  return { finding };
}

/** What leaves a case under a choice, without redaction. */
export async function dumpOf(open: Case, choice: BundleChoice): Promise<Dump> {
  const selection = await selectForBundle(open, choice, unwatched);
  const citedBy = await citationsOf(open, selection, unwatched);
  return dumpCase(open, selection, NO_REDACTION, { redacted: false, citedBy });
}

export function loadDump(dump: Dump, folder = tmpdir()): Promise<Case> {
  const options = { folder, author: 'tester', readOnly: 'This is a test.' };
  return loadPublished((path) => dump.get(path)?.(), options, unwatched);
}

/** What a bundle of this choice would publish. Close `open` of it. */
export async function publishedOf(open: Case, choice: BundleChoice): Promise<Published> {
  const published = await loadDump(await dumpOf(open, choice));
  return { open: published, about: aboutOf(open, choice) };
}

export function aboutOf(open: Case, choice: BundleChoice): BundleAbout {
  const { counts, firstUs, lastUs, dataHash } = open.info();
  const { accounts, referenceAccounts, requests, requestsWithoutTime, sources, annotations } = counts;
  return {
    schemaVersion: 2,
    madeBy: { name: 'Stillwatch', version: '0.0.0' },
    exportedUs: 1_790_000_000_000_000,
    exportedBy: 'tester',
    signer: null,
    choice,
    ofCase: {
      ...{ accounts, referenceAccounts, requests, requestsWithoutTime, sources, annotations },
      operators: open.db.prepare('SELECT count(*) FROM analysis_operator').pluck().get() as number,
      findings: open.db.prepare("SELECT count(*) FROM record WHERE kind = 'finding'").pluck().get() as number,
      firstUs,
      lastUs,
      dataHash,
    },
    redaction: null,
    omitted: [],
  };
}
