import { CONTENT_FLAGS, CONTENT_RULES, type ContentFlag } from './content-rules.ts';
import { KeyFinder } from './key-finder.ts';

/** Of a longer text only the start and the end are read: that is where it says what it wants. */
const READ_HEAD = 3_000;
const READ_TAIL = 1_500;

const bits = new Map<ContentFlag, number>(CONTENT_FLAGS.map((flag, bit) => [flag, 1 << bit]));
const keys = [...new Set(CONTENT_RULES.flatMap(({ patterns }) => patterns.flatMap((one) => one.keys)))];
const finder = new KeyFinder(keys);
const table = CONTENT_RULES.map(({ id, patterns }) => ({
  bit: flagBit(id),
  patterns: patterns.map(({ keys: own, form }) => ({ keys: own.map((key) => keys.indexOf(key)), form })),
}));

/** The bit of a flag in the masks of `flagContent`. */
export function flagBit(flag: ContentFlag): number {
  return bits.get(flag) ?? 0;
}

/** Bit mask of the forms a prompt has (`CONTENT_RULES`), 0 for none. Linear in the text's length. */
export function flagContent(text: string): number {
  const read =
    text.length > READ_HEAD + READ_TAIL ? `${text.slice(0, READ_HEAD)}\n${text.slice(-READ_TAIL)}` : text;
  const lower = read.toLowerCase();
  finder.read(lower);
  let mask = 0;
  for (const { bit, patterns } of table) {
    for (const pattern of patterns) {
      if (!pattern.keys.some((key) => finder.has(key)) || !pattern.form.test(lower)) continue;
      mask |= bit;
      break;
    }
  }
  return mask;
}

/** The flags of a mask, in the order of `CONTENT_FLAGS`. */
export function flagsOf(mask: number): ContentFlag[] {
  return CONTENT_FLAGS.filter((flag) => (mask & flagBit(flag)) !== 0);
}
