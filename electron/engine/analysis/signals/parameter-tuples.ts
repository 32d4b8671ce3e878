import type { Codes, Dataset } from '../dataset.ts';
import { perContext } from './per-context.ts';

/** Parameter tuples of all requests. */
export interface ParameterTuples {
  /** Tuple of each row, 1 + index; 0 where no parameter is set. */
  readonly codes: Uint32Array;
  /** A row that has each tuple. */
  readonly example: Uint32Array;
}

/** Which rows have equal temperature, max_tokens, tools hash, system hash and header fingerprint. */
export const parameterTuples = perContext(({ data }): ParameterTuples => {
  const { rows, toolsHash, systemHash, headerFingerprint } = data;
  const temperature = numberCodes(data.temperature);
  const maxTokens = numberCodes(data.maxTokens);
  const columns = [maxTokens, toolsHash.codes, systemHash.codes, headerFingerprint.codes];
  let codes = temperature;
  for (const column of columns) codes = pairCodes(codes, column, rows);
  const example: number[] = [];
  for (let i = 0; i < rows; i++) if (codes[i] > example.length) example.push(i);
  return { codes, example: Uint32Array.from(example) };
});

/** What a tuple sets, for people. */
export function describeTuple(data: Dataset, row: number): string {
  const text = (name: string, column: Dataset['toolsHash']) =>
    column.codes[row] > 0 ? [`${name} ${column.values[column.codes[row] - 1]}`] : [];
  const number = (name: string, value: number) => (Number.isNaN(value) ? [] : [`${name} ${value}`]);
  return [
    // Kept in single precision: 0.7 comes back as 0.699999988.
    ...number('temperature', Number(data.temperature[row].toPrecision(6))),
    ...number('max_tokens', data.maxTokens[row]),
    ...text('tools', data.toolsHash),
    ...text('system prompt', data.systemHash),
    ...text('header', data.headerFingerprint),
  ].join(', ');
}

/** 0 for NaN, else numbered in order of appearance. */
function numberCodes(values: Float32Array): Uint32Array {
  const known = new Map<number, number>();
  const codes = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    let code = known.get(values[i]);
    if (code === undefined) {
      code = known.size + 1;
      known.set(values[i], code);
    }
    codes[i] = code;
  }
  return codes;
}

/** Codes of pairs, in order of appearance; 0 where both are 0. */
function pairCodes(one: Uint32Array, other: Codes, rows: number): Uint32Array {
  const known = new Map<number, number>();
  const codes = new Uint32Array(rows);
  for (let i = 0; i < rows; i++) {
    if (one[i] === 0 && other[i] === 0) continue;
    // Rows of one account come one after the other and mostly set the same.
    if (i > 0 && one[i] === one[i - 1] && other[i] === other[i - 1]) {
      codes[i] = codes[i - 1];
      continue;
    }
    const key = one[i] * 0x1_0000_0000 + other[i];
    let code = known.get(key);
    if (code === undefined) {
      code = known.size + 1;
      known.set(key, code);
    }
    codes[i] = code;
  }
  return codes;
}
