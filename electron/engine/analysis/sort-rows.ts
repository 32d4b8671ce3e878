import type { Dataset } from './dataset.ts';

/**
 * Puts the rows of each account in order of time, in place; rows of one instant in order of what they hold, so
 * that nothing depends on where they stood. Sessions are numbered by first appearance.
 */
export function sortRows(data: Dataset): void {
  const order = Uint32Array.from({ length: data.rows }, (_, i) => i);
  const compare = comparator(data);
  let moved = false;
  for (let a = 0; a < data.accounts.length; a++) {
    const [from, to] = [data.from[a], data.from[a + 1]];
    if (isInOrder(from, to, compare)) continue;
    order.subarray(from, to).sort(compare);
    moved = true;
  }
  if (moved) for (const column of columnsOf(data)) permute(column, order);
  renumber(data.session);
}

function isInOrder(from: number, to: number, compare: (a: number, b: number) => number): boolean {
  for (let i = from + 1; i < to; i++) if (compare(i - 1, i) > 0) return false;
  return true;
}

function comparator(data: Dataset): (a: number, b: number) => number {
  const { timeUs } = data;
  const ties = [
    data.prompt,
    data.model.codes,
    data.status.codes,
    data.inputTokens,
    data.outputTokens,
    data.latencyMs,
    data.topic.codes,
    data.ip.codes,
    data.systemHash.codes,
    data.stopReason.codes,
  ];
  return (a, b) => {
    const [one, other] = [timeUs[a], timeUs[b]];
    if (one < other) return -1;
    if (one > other) return 1;
    if (Number.isNaN(one) !== Number.isNaN(other)) return Number.isNaN(one) ? 1 : -1;
    for (const column of ties) {
      if (column[a] < column[b]) return -1;
      if (column[a] > column[b]) return 1;
    }
    return 0;
  };
}

type Column = Uint16Array | Uint32Array | Float32Array | Float64Array;

/** All columns of the data set, which move together. */
function columnsOf(data: Dataset): Column[] {
  return Object.entries(data).flatMap(([name, value]): Column[] => {
    if (name === 'from' || name === 'account') return [];
    if (ArrayBuffer.isView(value)) return [value as Column];
    return typeof value === 'object' && 'codes' in value ? [value.codes] : [];
  });
}

function permute(column: Column, order: Uint32Array): void {
  const before = column.slice();
  for (let i = 0; i < order.length; i++) column[i] = before[order[i]];
}

function renumber(codes: Uint32Array): void {
  const numbers = new Uint32Array(1 + codes.reduce((most, code) => Math.max(most, code), 0));
  let next = 0;
  for (let i = 0; i < codes.length; i++) {
    if (codes[i] === 0) continue;
    if (numbers[codes[i]] === 0) numbers[codes[i]] = ++next;
    codes[i] = numbers[codes[i]];
  }
}
