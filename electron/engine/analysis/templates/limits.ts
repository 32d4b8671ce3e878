import { WORD_WEIGHT } from './pair-reader.ts';

/** A template must show in at least so many different texts; below, likeness is chance or one person's habit. */
export const FEWEST_TEXTS = 5;

/** Fixed text counts from so many content words on; people share shorter phrases by speaking a language. */
export const FEWEST_WORDS = 5;
export const FEWEST_WEIGHT = FEWEST_WORDS * WORD_WEIGHT;
/** From here on fixed text at the very start or end of texts counts even where most of a text is not fixed. */
export const ANCHORED_WEIGHT = 8 * WORD_WEIGHT;
/** From here on fixed text counts wherever it stands. */
export const LONG_WEIGHT = 16 * WORD_WEIGHT;
