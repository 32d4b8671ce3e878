import type { SideField, SideOf, SideValues } from '../../../shared/contract/lanes.ts';

/** One value with its requests on either side. */
export interface ShareRow {
  /** null for requests that state none; undefined for all values beyond those listed. */
  readonly value: string | null | undefined;
  readonly a: number;
  readonly b: number;
  /** Share of b less share of a, -1 to 1, with 95 % limits; null where a side has no requests. */
  readonly difference: { readonly value: number; readonly low: number; readonly high: number } | null;
}

const Z = 1.959964;
const MOST_ROWS = 12;

/**
 * Whether requests may be on both sides, so that they are no two samples: the same account or operator, or an account
 * and an operator that it may belong to, or either and the accounts of the filter, in ranges that have time in common.
 */
export function mayOverlap(a: SideOf, b: SideOf): boolean {
  const areBoth = (kind: string) => kind in a.of && kind in b.of;
  if ((areBoth('account') || areBoth('operator')) && JSON.stringify(a.of) !== JSON.stringify(b.of))
    return false;
  if (!a.range || !b.range) return true;
  return a.range.fromUs < b.range.toUs && b.range.fromUs < a.range.toUs;
}

/** Values of both sides, those that differ most in share first; the rest together in a last row. */
export function shareRows(a: SideValues, b: SideValues): readonly ShareRow[] {
  const counts = (side: SideValues) => new Map(side.entries.map(({ value, requests }) => [value, requests]));
  const [ofA, ofB] = [counts(a), counts(b)];
  const rows = [...new Set([...ofA.keys(), ...ofB.keys()])].map((value): ShareRow => {
    const [inA, inB] = [ofA.get(value) ?? 0, ofB.get(value) ?? 0];
    return { value, a: inA, b: inB, difference: difference(inA, a.counted, inB, b.counted) };
  });
  const share = (row: ShareRow) => row.a / Math.max(1, a.counted) + row.b / Math.max(1, b.counted);
  rows.sort((one, other) => share(other) - share(one) || ((one.value ?? '') < (other.value ?? '') ? -1 : 1));
  const shown = rows.slice(0, MOST_ROWS);
  shown.sort(
    (one, other) =>
      Math.abs(other.difference?.value ?? 0) - Math.abs(one.difference?.value ?? 0) ||
      share(other) - share(one),
  );
  const restA = a.counted - shown.reduce((sum, row) => sum + row.a, 0);
  const restB = b.counted - shown.reduce((sum, row) => sum + row.b, 0);
  if (restA > 0 || restB > 0)
    shown.push({
      value: undefined,
      a: restA,
      b: restB,
      difference: difference(restA, a.counted, restB, b.counted),
    });
  return shown;
}

/** Difference of two shares with Newcombe's limits, which combine those of Wilson (Newcombe 1998, method 10). */
export function difference(x: number, n: number, y: number, m: number): ShareRow['difference'] {
  if (n <= 0 || m <= 0) return null;
  const [p, q] = [x / n, y / m];
  const [lowP, highP] = wilson(p, n);
  const [lowQ, highQ] = wilson(q, m);
  const value = q - p;
  return {
    value,
    low: value - Math.hypot(q - lowQ, highP - p),
    high: value + Math.hypot(highQ - q, p - lowP),
  };
}

function wilson(p: number, n: number): readonly [number, number] {
  const square = Z * Z;
  const centre = p + square / (2 * n);
  const reach = Z * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n));
  const scale = 1 + square / n;
  return [Math.max(0, (centre - reach) / scale), Math.min(1, (centre + reach) / scale)];
}

export const FIELD_TITLES: Readonly<Record<SideField, string>> = {
  model: 'Models',
  topic: 'Topics',
  status: 'Statuses',
  endpoint: 'Endpoints',
};

/** `+3.1 points`, from -100 to 100. */
export function pointsWords(value: number): string {
  const points = value * 100;
  const digits = Math.abs(points) >= 10 ? 0 : 1;
  return `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points).toFixed(digits)}`;
}
