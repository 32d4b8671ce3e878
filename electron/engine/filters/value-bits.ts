import { REQUEST_FIELDS } from '../../../shared/contract/filters.ts';
import { MET } from './failures.ts';
import type { ValueNumbers } from './value-numbers.ts';

const FIELDS = REQUEST_FIELDS.length;
const WORD = 32;

/**
 * Where the values of each field stand as bits in words of 32: those of a field that fits into what is left of a word
 * share it with the fields before, so that a combination of values takes few words.
 */
export class ValueBits {
  /** Of field f the first bit; value number v is bit first[f] + v. */
  readonly first: readonly number[];
  readonly words: number;
  /** Each combination takes so many words, an even number, the same ones whatever is asked. */
  readonly perCombination: number;
  /** The words of combination c are word[c * perCombination ..]; those it does not need are its first once more. */
  readonly word: Uint32Array;
  private readonly valueNumbers: Uint32Array;

  /** @param valueNumbers value of field f of combination c: valueNumbers[c * REQUEST_FIELDS.length + f]. */
  constructor(values: readonly ValueNumbers[], valueNumbers: Uint32Array) {
    this.valueNumbers = valueNumbers;
    const first: number[] = [];
    let end = 0;
    for (const { count } of values) {
      const left = -end & (WORD - 1);
      first.push(count <= left ? end : end + left);
      end = (first.at(-1) as number) + count;
    }
    this.first = first;
    this.words = Math.ceil(end / WORD);
    const words = Array.from({ length: valueNumbers.length / FIELDS }, (_, c) => [
      ...new Set(first.map((_, field) => this.bitOf(c, field) >>> 5)),
    ]);
    this.perCombination = words.some(({ length }) => length > 2) ? FIELDS : 2;
    this.word = Uint32Array.from(
      words.flatMap((own) => Array.from({ length: this.perCombination }, (_, k) => own[k] ?? own[0])),
    );
  }

  /**
   * The bits that requests of each combination count for, in its words: of the values of all fields where it meets
   * all conditions, of its one field where it fails that alone, else none.
   */
  masks(ofCombination: Uint8Array): Int32Array {
    const masks = new Int32Array(this.word.length);
    for (let c = 0; c < ofCombination.length; c++) {
      const group = ofCombination[c];
      if (group > FIELDS) continue;
      for (let field = 0; field < FIELDS; field++) {
        if (group !== MET && group !== field + 1) continue;
        const bit = this.bitOf(c, field);
        let k = c * this.perCombination;
        while (this.word[k] !== bit >>> 5) k++;
        masks[k] |= 1 << (bit & (WORD - 1));
      }
    }
    return masks;
  }

  private bitOf(combination: number, field: number): number {
    return this.first[field] + this.valueNumbers[combination * FIELDS + field];
  }
}
