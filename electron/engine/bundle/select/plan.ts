import type { BundleChoice, BundlePlan } from '../../../../shared/contract/bundles.ts';
import type { RecordKind } from '../../../../shared/records/records.ts';
import type { Case } from '../../case/case.ts';
import type { Job } from '../../jobs/job.ts';
import { smallCells } from '../redact/small-cells.ts';
import { selectForBundle } from './select.ts';

/**
 * What a bundle of this choice would hold.
 * @throws StillwatchError CANCELLED
 */
export function planBundle(open: Case, choice: BundleChoice, job: Job): Promise<BundlePlan> {
  return open.during(job, async (running) => {
    const { db } = open;
    const selection = await selectForBundle(open, choice, running);
    const { counts } = open.info();
    const recordsOf = (kind: RecordKind) =>
      db.prepare('SELECT id FROM record WHERE kind = ?').pluck().all(kind) as string[];
    const chosen = (kind: RecordKind) => recordsOf(kind).filter((id) => selection.hasRecord(kind, id)).length;
    return {
      findings: chosen('finding'),
      exhibits: chosen('exhibit'),
      annotations: chosen('annotation'),
      operators: selection.operators.size,
      accounts: selection.accounts.size,
      requests: selection.counts.requests,
      beyondLimit: selection.counts.beyondLimit,
      sources: counts.sources,
      custodyEntries: counts.custodyEntries,
      of: {
        findings: recordsOf('finding').length,
        annotations: counts.annotations,
        operators: db.prepare('SELECT count(*) FROM analysis_operator').pluck().get() as number,
        accounts: counts.accounts + counts.referenceAccounts,
        requests: counts.requests,
      },
      smallCells: choice.redaction ? smallCells(db, selection.accounts) : [],
      omitted: selection.omitted,
    };
  });
}
