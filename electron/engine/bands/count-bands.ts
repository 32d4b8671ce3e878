import { type Band, type Bands, MOST_BANDS } from '../../../shared/contract/bands.ts';
import { REQUEST_FIELDS, type RequestChipField } from '../../../shared/contract/filters.ts';
import { type FilterAnswer, groupOf } from '../filters/answer.ts';
import type { CellIndex } from '../filters/cell-index.ts';
import { type Failures, MET } from '../filters/failures.ts';
import type { ValueNumbers } from '../filters/value-numbers.ts';
import { firstFrom } from '../filters/visit-requests.ts';

/** Values longer than a chip can name go with the others. */
const MOST_VALUE_LENGTH = 1000;

/** The requests of an account by value of a field and step of time, from the cells in memory. */
export function countBands(
  { data, failures }: FilterAnswer,
  accountId: number,
  field: RequestChipField,
  edges: readonly number[],
): Bands {
  const { index, accounts } = data;
  const f = REQUEST_FIELDS.indexOf(field);
  const values = index.values[f];
  const numberOf = (combination: number) => index.valueNumbers[combination * REQUEST_FIELDS.length + f];
  const place = accounts.place(accountId);
  const meets = meetsRest(failures, place, groupOf(field));
  const totals = new Float64Array(values.count);
  let ofRequests = 0;
  eachPair(index, place, (combination, requests) => {
    ofRequests += requests;
    if (meets(combination)) totals[numberOf(combination)] += requests;
  });
  const { bands, bandOf, stated } = chooseBands(values, totals);
  const steps = edges.length - 1;
  const counts = new Float64Array(bands.length * steps);
  const [first, end] = place === undefined ? [0, 0] : [index.from[place], index.from[place + 1]];
  const { bin, combination, requests, bins, firstBin } = index;
  let step = 0;
  for (let i = firstFrom(bin, edges[0] - firstBin, first, end); i < end && bin[i] < bins; i++) {
    while (step < steps && bin[i] + firstBin >= edges[step + 1]) step++;
    if (step === steps) break;
    if (meets(combination[i])) counts[bandOf[numberOf(combination[i])] * steps + step] += requests[i];
  }
  let untimed = 0;
  // They come last.
  for (let i = end - 1; i >= first && bin[i] === bins; i--) if (meets(combination[i])) untimed += requests[i];
  return {
    bands,
    counts,
    values: stated,
    requests: totals.reduce((sum, n) => sum + n, 0),
    untimed,
    ofRequests,
    imported: values.count > 1,
  };
}

/** Whether a combination meets all conditions but those on the field itself. */
function meetsRest(
  { ofCombination, ofAccount }: Failures,
  place: number | undefined,
  group: number,
): (combination: number) => boolean {
  if (place === undefined || ofAccount[place] !== MET) return () => false;
  return (combination) => ofCombination[combination] === MET || ofCombination[combination] === group;
}

function eachPair(
  { pairFrom, pairCombination, pairRequests }: CellIndex,
  place: number | undefined,
  found: (combination: number, requests: number) => void,
): void {
  if (place === undefined) return;
  for (let i = pairFrom[place]; i < pairFrom[place + 1]; i++) found(pairCombination[i], pairRequests[i]);
}

/** The bands in order, and which one each value number belongs to. */
function chooseBands(values: ValueNumbers, totals: Float64Array) {
  const name = (number: number) => values.text(number) ?? '';
  const present: number[] = [];
  for (let number = 1; number < totals.length; number++) if (totals[number] > 0) present.push(number);
  present.sort((a, b) => totals[b] - totals[a] || (name(a) < name(b) ? -1 : 1));
  const named = present.filter((number) => name(number).length <= MOST_VALUE_LENGTH).slice(0, MOST_BANDS);
  const bands: Band[] = named.map((number) => ({
    kind: 'value',
    value: name(number),
    values: 1,
    requests: totals[number],
  }));
  const bandOf = new Uint8Array(totals.length).fill(bands.length);
  named.forEach((number, band) => {
    bandOf[number] = band;
  });
  const others = present.length - named.length;
  if (others > 0) {
    const requests = present.reduce(
      (sum, number) => sum + (bandOf[number] === named.length ? totals[number] : 0),
      0,
    );
    bands.push({ kind: 'others', value: null, values: others, requests });
  }
  bandOf[0] = bands.length;
  if (totals[0] > 0) bands.push({ kind: 'none', value: null, values: 0, requests: totals[0] });
  return { bands, bandOf, stated: present.length };
}
