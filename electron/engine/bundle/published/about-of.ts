import type { BundleChoice } from '../../../../shared/contract/bundles.ts';
import { APP } from '../../app-version.ts';
import type { Case } from '../../case/case.ts';
import type { Redactor } from '../redact/redactor.ts';
import { smallCells } from '../redact/small-cells.ts';
import type { Selection } from '../select/selection.ts';
import { BUNDLE_SCHEMA_VERSION, type BundleAbout } from './about.ts';
import type { Publishing } from './publish.ts';

/** What a bundle says of itself. Ask once everything was redacted: it tells what was replaced. */
export function aboutOf(
  open: Case,
  selection: Selection,
  redactor: Redactor,
  { exportedUs, signer = null }: Pick<Publishing, 'exportedUs' | 'signer'>,
): BundleAbout {
  const { db } = open;
  const { choice, accounts } = selection;
  const { counts, firstUs, lastUs, dataHash } = open.info();
  const count = (sql: string) => db.prepare(sql).pluck().get() as number;
  const omitted = selection.omitted.map((sentence) => redactor.text(sentence));
  const small = choice.redaction ? smallCells(db, accounts) : [];
  return {
    schemaVersion: BUNDLE_SCHEMA_VERSION,
    madeBy: { name: APP.name, version: APP.version },
    exportedUs,
    exportedBy: open.author,
    signer,
    choice: published(choice, redactor),
    ofCase: {
      accounts: counts.accounts,
      referenceAccounts: counts.referenceAccounts,
      requests: counts.requests,
      requestsWithoutTime: counts.requestsWithoutTime,
      sources: counts.sources,
      operators: count('SELECT count(*) FROM analysis_operator'),
      findings: count("SELECT count(*) FROM record WHERE kind = 'finding'"),
      annotations: counts.annotations,
      firstUs,
      lastUs,
      dataHash,
    },
    redaction: choice.redaction
      ? { keyId: redactor.keyId, rules: redactor.rules().map((rule) => ({ ...rule })), smallCells: small }
      : null,
    omitted: choice.redaction
      ? [
          ...omitted,
          'What the entries of the custody log name: each is redacted beside the hash of its original text, so that only its link to the entry before can be checked, not the hash.',
        ]
      : omitted,
  };
}

function published(choice: BundleChoice, redactor: Redactor): BundleChoice {
  return {
    ...choice,
    accounts: choice.accounts.map((account) => redactor.value('account', account)),
    recipients: redactor.text(choice.recipients),
  };
}
