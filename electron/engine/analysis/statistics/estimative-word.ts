/** The likelihood words of ICD-203, from least to most likely; one row of its table, never mixed with the other. */
export const ESTIMATIVE_WORDS = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even',
  'likely',
  'very likely',
  'almost certain',
] as const;

export type EstimativeWord = (typeof ESTIMATIVE_WORDS)[number];

/** Lower ends of the second to the last word; the standard's first begins at 1 %, its last ends at 99 %. */
const BOUNDS = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95];

/**
 * The ICD-203 word of a probability in [0, 1]. A shared bound belongs to the word further from even, but 45 % and
 * 55 % to "roughly even"; below 1 % and above 99 % the outermost words hold, the standard having no others.
 */
export function estimativeWord(probability: number): EstimativeWord {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError('a probability lies in [0, 1]');
  const p = probability;
  if (p <= BOUNDS[0]) return ESTIMATIVE_WORDS[0];
  if (p <= BOUNDS[1]) return ESTIMATIVE_WORDS[1];
  if (p < BOUNDS[2]) return ESTIMATIVE_WORDS[2];
  if (p <= BOUNDS[3]) return ESTIMATIVE_WORDS[3];
  if (p < BOUNDS[4]) return ESTIMATIVE_WORDS[4];
  return p < BOUNDS[5] ? ESTIMATIVE_WORDS[5] : ESTIMATIVE_WORDS[6];
}
