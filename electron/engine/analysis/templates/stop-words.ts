import { WORD_SEED } from './seeds.ts';

/**
 * Words that carry order, not content, in the languages a case mostly holds. They are left out of what texts are
 * compared by; a language that is missing here loses some precision, nothing else.
 */
const STOP_WORDS = `
a about after all also am an and any are as at be been but by can could did do does for from get had has have he
her here him his how i if in into is it its just let me more most much my no not of off on one only or other our
out over own please she should so some such than that the their them then there these they this those to too under
up us very was we were what when where which while who why will with would you your
de del el la los las un una unos unas y o que en es por para con su sus al lo como se no mi tu
le les des du et ou une est dans pour par sur au aux ce ces qui que ne pas plus je vous il elle nous votre
der die das den dem des ein eine einen einem einer und oder ist sind im in mit von zu zum zur auf bei nicht auch sie
er es wie ich du wir ihr als
и в во на не что с со как по к у за из от для это а но или бы же вы я мы он она они
`;

/** Hash of a word's lower-case units, as the scanner makes it. */
export function hashWord(word: string): number {
  let h = WORD_SEED;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Longest stop word; longer words need not be looked up. */
export const LONGEST_STOP_WORD = 6;

// An open table, because asking a Set for numbers of 32 bits makes garbage at each of millions of words.
const table = new Uint32Array(1024);
for (const word of STOP_WORDS.split(/\s+/)) {
  if (word === '') continue;
  const hash = hashWord(word);
  let slot = hash & 1023;
  while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) & 1023;
  table[slot] = hash;
}

export function isStopWord(hash: number): boolean {
  for (let slot = hash & 1023; table[slot] !== 0; slot = (slot + 1) & 1023)
    if (table[slot] === hash) return true;
  return false;
}
