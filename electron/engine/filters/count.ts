import { REQUEST_FIELDS } from '../../../shared/contract/filters.ts';
import type { CellIndex } from './cell-index.ts';
import { type Failures, MET, SEVERAL } from './failures.ts';
import { OwnRequests } from './own-requests.ts';

const FIELDS = REQUEST_FIELDS.length;

/** Quarter hours of an index, [from, to); null for all requests, those without a time among them. */
export type BinRange = { readonly from: number; readonly to: number } | null;

export interface Counts {
  /** Requests that meet all conditions. */
  readonly requests: number;
  /**
   * Requests of each account that meet all conditions on requests; where the account fails a group of conditions on
   * accounts (Failures.ofAccount), it would have so many without that group.
   */
  readonly ofAccount: Float64Array;
  /** Per field of REQUEST_FIELDS and value number, what meets all conditions but those of the field itself. */
  readonly ofValue: readonly { readonly requests: Float64Array; readonly accounts: Uint32Array }[];
}

/**
 * Counts in one pass over the cells of the range.
 * @param failures whose groups 1 to 4 are the conditions on REQUEST_FIELDS.
 */
export function count(
  index: CellIndex,
  { ofCombination, ofAccount: fails }: Failures,
  range: BinRange,
): Counts {
  const { accounts, valueNumbers, values } = index;
  const offsets = [0];
  for (const { count: numbers } of values) offsets.push(offsets[offsets.length - 1] + numbers);
  const slotOf = valueNumbers.map((number, i) => offsets[i % FIELDS] + number);
  const seenBy = new Uint32Array(offsets[FIELDS]);
  const accountsOf = new Uint32Array(offsets[FIELDS]);
  const requestsOf = new Float64Array(index.combinations);
  const ofAccount = new Float64Array(accounts);
  const own = new OwnRequests(index, range);
  let requests = 0;
  for (let a = 0; a < accounts; a++) {
    const failed = fails[a];
    if (failed === SEVERAL) continue;
    const pairs = own.gather(a);
    const { combination, sum } = own;
    let matching = 0;
    for (let i = own.from; i < pairs; i++) {
      const c = combination[i];
      const group = ofCombination[c];
      if (group > FIELDS) continue;
      const amount = sum[i];
      if (group === MET) matching += amount;
      if (failed !== MET) continue;
      requestsOf[c] += amount;
      const slots = c * FIELDS;
      const first = group === MET ? 0 : group - 1;
      const last = group === MET ? FIELDS : group;
      for (let f = first; f < last; f++) {
        const slot = slotOf[slots + f];
        if (seenBy[slot] === a + 1) continue;
        seenBy[slot] = a + 1;
        accountsOf[slot]++;
      }
    }
    ofAccount[a] = matching;
    if (failed === MET) requests += matching;
  }
  const ofValue = values.map(({ count: numbers }, field) => ({
    requests: new Float64Array(numbers),
    accounts: accountsOf.subarray(offsets[field], offsets[field + 1]),
  }));
  for (let c = 0; c < index.combinations; c++) {
    const group = ofCombination[c];
    for (let field = 0; field < FIELDS; field++) {
      if (group === MET || group === field + 1)
        ofValue[field].requests[valueNumbers[c * FIELDS + field]] += requestsOf[c];
    }
  }
  return { requests, ofAccount, ofValue };
}
