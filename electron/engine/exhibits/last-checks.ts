import type { LastCheck, Rerun } from '../../../shared/contract/exhibits.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import type { Case } from '../case/case.ts';
import { dataHash } from '../case/data-hash.ts';
import { nowUs } from '../clock.ts';

interface Check extends LastCheck {
  /** Of the exhibit as it was pinned when it was checked, and of the data it was checked against. */
  readonly resultHash: string;
  readonly dataHash: string;
}

/** Nobody says them and no analysis finds them, so they are kept in memory, as long as the case is open. */
const checks = new WeakMap<Case, Map<string, Check>>();

export function rememberCheck(
  open: Case,
  id: string,
  { resultHash }: RecordBody<'exhibit'>,
  state: Rerun['state'],
): void {
  const own = checks.get(open) ?? new Map<string, Check>();
  checks.set(open, own);
  own.set(id, { state, atUs: nowUs(), resultHash, dataHash: dataHash(open.db) });
}

/**
 * null where the exhibit was not worked out again since the case was opened, or its sources changed.
 * @param data hash of the data now, which is the same for all exhibits
 */
export function lastCheck(
  open: Case,
  id: string,
  { resultHash }: RecordBody<'exhibit'>,
  data: string,
): LastCheck | null {
  const found = checks.get(open)?.get(id);
  const holds = found?.resultHash === resultHash && found.dataHash === data;
  return holds ? { state: found.state, atUs: found.atUs } : null;
}
