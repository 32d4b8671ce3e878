import { type Band, MOST_BANDS } from '../../../shared/contract/bands.ts';
import type { CellSums } from './cell-sums.ts';
import { stepOfBin } from './step-of.ts';

interface Values {
  /** What a value is called, and what stands for it beside the count. */
  readonly nameOf: (value: number) => string;
  /** Values that have no name: each has a band of its own kind, in this order, behind all others. */
  readonly nameless: readonly (readonly [value: number, kind: Band['kind']])[];
}

/** Bands of cells, counts by band and step, and requests in all and without a time; see the contract. */
export function bandsOfCells(cells: CellSums, edges: readonly number[], { nameOf, nameless }: Values) {
  const totals = new Map<number, number>();
  let requests = 0;
  let untimed = 0;
  cells.value.forEach((value, i) => {
    totals.set(value, (totals.get(value) ?? 0) + cells.requests[i]);
    requests += cells.requests[i];
    if (Number.isNaN(cells.bin[i])) untimed += cells.requests[i];
  });
  const total = (value: number) => totals.get(value) ?? 0;
  const isNameless = new Set(nameless.map(([value]) => value));
  const named = [...totals.keys()]
    .filter((value) => !isNameless.has(value))
    .map((value) => [value, nameOf(value)] as const)
    .sort(([one, name], [other, otherName]) => total(other) - total(one) || (name < otherName ? -1 : 1));
  const bandOf = new Map<number, number>();
  const bands: Band[] = named.slice(0, MOST_BANDS).map(([value, name], band) => {
    bandOf.set(value, band);
    return { kind: 'value', value: name, values: 1, requests: total(value) };
  });
  const others = named.slice(MOST_BANDS);
  if (others.length > 0) {
    for (const [value] of others) bandOf.set(value, bands.length);
    const all = others.reduce((sum, [value]) => sum + total(value), 0);
    bands.push({ kind: 'others', value: null, values: others.length, requests: all });
  }
  for (const [value, kind] of nameless) {
    if (total(value) === 0) continue;
    bandOf.set(value, bands.length);
    bands.push({ kind, value: null, values: 0, requests: total(value) });
  }
  const steps = edges.length - 1;
  const counts = new Float64Array(bands.length * steps);
  cells.value.forEach((value, i) => {
    const step = Number.isNaN(cells.bin[i]) ? -1 : stepOfBin(edges, cells.bin[i]);
    if (step >= 0) counts[(bandOf.get(value) as number) * steps + step] += cells.requests[i];
  });
  return { bands, counts, values: named.length, requests, untimed };
}
