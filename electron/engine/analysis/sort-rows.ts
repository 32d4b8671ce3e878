import type { Codes, Dataset } from './dataset.ts';

/**
 * Puts the rows of each account in order of time, in place; rows of one instant in order of what they hold, so
 * that nothing depends on where they stood. Sessions are numbered by first appearance.
 */
export function sortRows(data: Dataset): void {
  const compare = comparator(data);
  const columns = columnsOf(data);
  for (let a = 0; a < data.accounts.length; a++) {
    const [from, to] = [data.from[a], data.from[a + 1]];
    if (isInOrder(from, to, compare)) continue;
    const order = Uint32Array.from({ length: to - from }, (_, i) => from + i).sort(compare);
    for (const column of columns) permute(column, from, order);
  }
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

type Column = Codes | Float32Array | Float64Array;

/** All columns of the data set, which move together. */
function columnsOf(data: Dataset): Column[] {
  return Object.entries(data).flatMap(([name, value]): Column[] => {
    if (name === 'from' || name === 'account') return [];
    if (ArrayBuffer.isView(value)) return [value as Column];
    return typeof value === 'object' && 'codes' in value ? [value.codes] : [];
  });
}

/** Puts what stands at `order` at the rows from `from` on. */
function permute(column: Column, from: number, order: Uint32Array): void {
  const before = column.slice(from, from + order.length);
  for (let i = 0; i < order.length; i++) column[from + i] = before[order[i] - from];
}

function renumber(codes: Codes): void {
  let most = 0;
  for (const code of codes) most = Math.max(most, code);
  const numbers = new Uint32Array(1 + most);
  let next = 0;
  for (let i = 0; i < codes.length; i++) {
    if (codes[i] === 0) continue;
    if (numbers[codes[i]] === 0) numbers[codes[i]] = ++next;
    codes[i] = numbers[codes[i]];
  }
}
