import type { Rng } from '../../electron/engine/rng.ts';

/** One kind of hostile input, and the code of the product that has to bear it. */
export interface Target {
  readonly name: string;
  /** What is given to what, in words. */
  readonly about: string;
  /** How many of 100,000 cases are of it. */
  readonly share: number;
  /** Makes what all cases need, in a folder of its own. */
  start(folder: string): Promise<Running>;
}

export interface Running {
  /** The hostile input of a number; the same random numbers give the same, but for what is encrypted or carries a time. */
  make(rng: Rng, number: number): Uint8Array;
  /**
   * Gives the input to the product and says in a word or two what became of it: `ok`, `3 rows, 1 refused`, an error code.
   * Throws a Finding for what must never be. So is every error that is no StillwatchError with a sentence.
   */
  run(input: Uint8Array): Promise<string> | string;
  /** Files that stand in the folder between two cases; anything else there was written by a case. */
  readonly keeps?: readonly string[];
}

/** What must never happen, as a sentence. */
export class Finding extends Error {}

export function demand(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Finding(otherwise);
}
