import type { AccountRecord } from '../../../shared/contract/records.ts';
import type { Coded, Dataset } from './dataset.ts';

/** What is known of one account beside its requests' content. Empty text and null where nothing is. */
export interface AccountTraits {
  readonly account: string;
  readonly requests: number;
  /** The organisation it declares: on its record, else on most of its requests. */
  readonly organization: string;
  /** The endpoint of most of its requests. */
  readonly endpoint: string;
  readonly plan: string;
  readonly declaredUse: string;
  /** The record of the account, where an accounts table has one. */
  readonly record: AccountRecord | null;
}

/** Traits of each account of the data set, in its order. */
export function accountTraits(data: Dataset, records: readonly AccountRecord[]): AccountTraits[] {
  const byAccount = new Map(records.map((record) => [record.account, record]));
  return data.accounts.map((account, a) => {
    const record = byAccount.get(account) ?? null;
    return {
      account,
      requests: data.from[a + 1] - data.from[a],
      organization: record?.organizationId ?? mostUsed(data, data.organization, a),
      endpoint: mostUsed(data, data.endpoint, a),
      plan: record?.plan ?? '',
      declaredUse: record?.declaredUse ?? '',
      record,
    };
  });
}

/** Words of an account's status that mean somebody stopped it. */
const STOPPED = /ban|suspend|terminat|block|disabl|closed/i;

export function isStopped({ status }: AccountRecord): boolean {
  return status !== null && STOPPED.test(status);
}

/** The value most of an account's requests carry, of several the first in order; empty when none carries one. */
function mostUsed(data: Dataset, column: Coded, account: number): string {
  const counts = new Map<number, number>();
  for (let i = data.from[account]; i < data.from[account + 1]; i++) {
    const code = column.codes[i];
    if (code > 0) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let best = 0;
  for (const [code, count] of counts) {
    const most = counts.get(best) ?? 0;
    if (count > most || (count === most && code < best)) best = code;
  }
  return best === 0 ? '' : column.values[best - 1];
}
