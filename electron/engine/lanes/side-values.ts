import { REQUEST_FIELDS } from '../../../shared/contract/filters.ts';
import { SIDE_FIELDS, type SideValues } from '../../../shared/contract/lanes.ts';
import type { MatchingRequests } from '../filters/matching-requests.ts';
import type { BinRange } from '../filters/visit-requests.ts';

const MOST_ENTRIES = 500;
/** Longer values go with those that are not listed, so that however long they are a side stays small. */
const MOST_VALUE_LENGTH = 1000;

/** Matching requests of accounts by value, in ranges of quarter hours of the index that share none; `requests` in all. */
export function sideValues(
  left: MatchingRequests,
  ids: readonly number[],
  ranges: readonly BinRange[],
): { readonly requests: number; readonly values: SideValues[] } {
  const { index } = left.answer.data;
  const spans = ranges.map((range) => left.inTime(range));
  const perCombination = new Float64Array(index.combinations);
  let counted = 0;
  for (const id of ids) {
    for (const each of spans)
      each(id, (combination, requests) => {
        perCombination[combination] += requests;
        counted += requests;
      });
  }
  const values = SIDE_FIELDS.map((field) => {
    const f = REQUEST_FIELDS.indexOf(field);
    const sums = new Float64Array(index.values[f].count);
    perCombination.forEach((requests, c) => {
      sums[index.valueNumbers[c * REQUEST_FIELDS.length + f]] += requests;
    });
    const entries: { value: string | null; requests: number }[] = [];
    sums.forEach((requests, number) => {
      const value = index.values[f].text(number);
      if (requests > 0 && (value?.length ?? 0) <= MOST_VALUE_LENGTH) entries.push({ value, requests });
    });
    entries.sort((a, b) => b.requests - a.requests || ((a.value ?? '') < (b.value ?? '') ? -1 : 1));
    return { field, entries: entries.slice(0, MOST_ENTRIES), counted };
  });
  return { requests: counted, values };
}
