import { REQUEST_FIELDS } from '../../../shared/contract/filters.ts';
import { Interner } from '../interner.ts';
import type { TextColumn } from '../requests/codec.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** Value numbers are below this, so that two of them make one safe integer. */
const MOST_NUMBERS = 2 ** 26;

/** A value of each of REQUEST_FIELDS, null where none is stated. */
export type Combination = readonly (string | null)[];

/** The distinct combinations of values of a source, numbered from 0 in the order in which they turn up. */
export class Combinations {
  private readonly texts = REQUEST_FIELDS.map(() => new Interner([0x243f6a88, 0x85a308d3]));
  /** Numbers of pairs: of two fields, of these and the third, of these and the fourth. */
  private readonly pairs = REQUEST_FIELDS.slice(1).map(() => new Map<number, number>());
  private readonly values: number[][] = [];

  get count(): number {
    return this.values.length;
  }

  /**
   * The combination of each row of a chunk.
   * @param columns of REQUEST_FIELDS, undefined where no row has a value.
   */
  numbersOf(columns: readonly (TextColumn | undefined)[], rows: number): Uint32Array {
    const known = columns.map((column, field) => this.knownOf(column, field));
    const codes = columns.map((column) => column?.codes ?? new Uint32Array(rows));
    const numbers = new Uint32Array(rows);
    const [first, second, third, fourth] = codes;
    for (let i = 0; i < rows; i++) {
      // Requests that follow one another are mostly alike.
      if (
        i > 0 &&
        first[i] === first[i - 1] &&
        second[i] === second[i - 1] &&
        third[i] === third[i - 1] &&
        fourth[i] === fourth[i - 1]
      )
        numbers[i] = numbers[i - 1];
      else numbers[i] = this.number(codes.map((code, field) => known[field][code[i]]));
    }
    return numbers;
  }

  /** The values of all combinations, in order of their numbers. */
  all(): Combination[] {
    const texts = this.texts.map(({ bytes, ends, count }) =>
      Array.from({ length: count }, (_, k) =>
        decoder.decode(bytes.subarray(k === 0 ? 0 : ends[k - 1], ends[k])),
      ),
    );
    return this.values.map((numbers) =>
      numbers.map((number, field) => (number === 0 ? null : texts[field][number - 1])),
    );
  }

  /** The value number of each code of a column; 0 is no value. */
  private knownOf(column: TextColumn | undefined, field: number): Uint32Array {
    if (!column) return new Uint32Array(1);
    const { bytes, ends } = column;
    const known = new Uint32Array(ends.length + 1);
    for (let k = 0, from = 0; k < ends.length; k++) {
      known[k + 1] = 1 + this.texts[field].intern(bytes, from, ends[k]);
      from = ends[k];
    }
    return known;
  }

  private number(numbers: number[]): number {
    let pair = numbers[0];
    for (let field = 1; field < numbers.length; field++) {
      const key = pair * MOST_NUMBERS + numbers[field];
      const pairs = this.pairs[field - 1];
      let found = pairs.get(key);
      if (found === undefined) {
        found = pairs.size;
        pairs.set(key, found);
        if (field === numbers.length - 1) this.values.push(numbers);
      }
      pair = found;
    }
    return pair;
  }
}
