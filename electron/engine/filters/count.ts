import { REQUEST_FIELDS } from '../../../shared/contract/filters.ts';
import type { CellIndex } from './cell-index.ts';
import { type Failures, MET, SEVERAL } from './failures.ts';
import { type BinRange, type Visit, visitorOf } from './visit-requests.ts';

const FIELDS = REQUEST_FIELDS.length;

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
 * Counts in one pass over what is in the range, in which no entry is asked whether it matches: what a combination adds
 * to is worked out once before.
 * @param failures whose groups 1 to 4 are the conditions on REQUEST_FIELDS.
 */
export function count(
  index: CellIndex,
  { ofCombination, ofAccount: fails }: Failures,
  range: BinRange,
): Counts {
  const { accounts, combinations, valueNumbers, values, bits } = index;
  const { word, words, perCombination } = bits;
  const masks = bits.masks(ofCombination);
  const isMet = Uint8Array.from(ofCombination, (group) => (group === MET ? 1 : 0));
  const requestsOf = new Float64Array(combinations);
  const accountsOf = new Uint32Array(words * 32);
  const ofAccount = new Float64Array(accounts);
  /** The values that the account at hand has requests with. */
  const seen = new Int32Array(words);
  let account = 0;
  let entries = 0;

  const addMet: Visit = (combination, amounts, from, to) => {
    let sum = 0;
    for (let i = from; i < to; i++) sum += isMet[combination[i]] * amounts[i];
    ofAccount[account] += sum;
  };
  const addAll: Visit = (combination, amounts, from, to) => {
    let sum = 0;
    for (let i = from; i < to; i++) {
      const c = combination[i];
      const amount = amounts[i];
      requestsOf[c] += amount;
      sum += isMet[c] * amount;
    }
    ofAccount[account] += sum;
    entries += to - from;
    for (let pair = 0; pair < perCombination; pair += 2) {
      for (let i = from; i < to; i++) {
        const k = combination[i] * perCombination + pair;
        seen[word[k]] |= masks[k];
        seen[word[k + 1]] |= masks[k + 1];
      }
    }
  };
  const countSeen = (w: number) => {
    for (let left = seen[w]; left !== 0; left &= left - 1)
      accountsOf[w * 32 + 31 - Math.clz32(left & -left)]++;
    seen[w] = 0;
  };
  const countSeenOf: Visit = (combination, _amounts, from, to) => {
    for (let i = from; i < to; i++) {
      const end = (combination[i] + 1) * perCombination;
      for (let k = end - perCombination; k < end; k++) countSeen(word[k]);
    }
  };

  const visit = visitorOf(index, range);
  let requests = 0;
  for (account = 0; account < accounts; account++) {
    if (fails[account] === SEVERAL) continue;
    if (fails[account] !== MET) {
      visit(account, addMet);
      continue;
    }
    entries = 0;
    visit(account, addAll);
    requests += ofAccount[account];
    // Where there are very many values, most words are of none that the account has.
    if (entries * perCombination < words) visit(account, countSeenOf);
    else for (let w = 0; w < words; w++) countSeen(w);
  }
  const ofValue = values.map(({ count: numbers }, field) => ({
    requests: new Float64Array(numbers),
    accounts: accountsOf.subarray(bits.first[field], bits.first[field] + numbers),
  }));
  for (let c = 0; c < combinations; c++) {
    const group = ofCombination[c];
    for (let field = 0; field < FIELDS; field++) {
      if (group === MET || group === field + 1)
        ofValue[field].requests[valueNumbers[c * FIELDS + field]] += requestsOf[c];
    }
  }
  return { requests, ofAccount, ofValue };
}
