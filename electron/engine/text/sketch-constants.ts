/**
 * Numbers that near-duplicate sketches are made with. Sketches stand in case files and are compared across
 * imports: changing one of these makes sketches of before and after incomparable.
 */

/** Where the hash of a word begins, per half of the sketch: the digits of pi after the point, in hex. */
export const HIGH_SEED = 0x243f6a88;
export const LOW_SEED = 0x85a308d3;
/** Multipliers of the word hashes: those of FNV-1a, and of MurmurHash3. */
export const HIGH_FACTOR = 0x01000193;
export const LOW_FACTOR = 0x85ebca6b;
/** Multiplier that tells the words of a shingle apart by their place: 2^32 over the golden ratio. */
export const SHINGLE_FACTOR = 0x9e3779b1;
