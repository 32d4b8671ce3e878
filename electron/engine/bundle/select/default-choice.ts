import type { BundleChoice } from '../../../../shared/contract/bundles.ts';
import type { Case } from '../../case/case.ts';
import { listRecords } from '../../records/read.ts';

/** What people marked: every finding that was not withdrawn, and the accounts with a note. */
export function defaultChoice(open: Case): BundleChoice {
  const { db } = open;
  const { handling, pap } = open.info();
  const noted = listRecords(db, 'annotation').flatMap(([, { account }]) => account ?? []);
  return {
    whole: false,
    findings: listRecords(db, 'finding')
      .filter(([, { status }]) => status !== 'withdrawn')
      .map(([id]) => id),
    operators: [],
    accounts: [...new Set(noted)].sort(),
    template: 'internal',
    redaction: false,
    prompts: false,
    rowLimit: null,
    handling,
    pap,
    recipients: '',
  };
}
