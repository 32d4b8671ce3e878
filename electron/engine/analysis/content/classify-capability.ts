import { CLASS, UNSPACED } from '../templates/characters.ts';
import { scramble } from '../templates/hash.ts';
import { FENCE, GLYPH, type Scanner, WORD } from '../templates/scanner.ts';
import { hashWord } from '../templates/stop-words.ts';
import { CAPABILITIES, CAPABILITY_WORDS, type Capability, HIGH_TRAINING_VALUE } from './capability-rules.ts';

const STRONG = 3;
/** A class needs a term of its own or several ordinary words. */
const LEAST_SCORE = 2;
const CODE_SIGNS = /[{};]\s*\n|\b(?:def|class|import|const|let|var|public|void) [\w<("]+ ?[(={:]|=>|\(\);/;
const CODING = CAPABILITIES.indexOf('coding');
const SLOTS = 4_096;

/** Open table from word hashes to term numbers + 1. */
const slots = new Uint16Array(SLOTS);
const hashes: number[] = [];
/** Points of term t for class c at t * CAPABILITIES.length + c. */
const points: number[] = [];
for (const [capability, lines] of Object.entries(CAPABILITY_WORDS)) {
  const c = CAPABILITIES.indexOf(capability as Capability);
  lines.forEach((line, weak) => {
    for (const word of line.split(/\s+/)) if (word !== '') enter(hashTerm(word), c, weak ? 1 : STRONG);
  });
}
const seenIn = new Uint32Array(hashes.length);
let epoch = 0;
const scores = new Uint16Array(CAPABILITIES.length);

/** As the scanner hashes the word's token: a word whole, an unspaced one by its first two characters. */
function hashTerm(word: string): number {
  if (CLASS[word.charCodeAt(0)] !== UNSPACED) return hashWord(word);
  return scramble(word.charCodeAt(0) + word.charCodeAt(1) * 65_536);
}

function findSlot(hash: number): number {
  let slot = hash & (SLOTS - 1);
  while (slots[slot] !== 0 && hashes[slots[slot] - 1] !== hash) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

function enter(hash: number, capability: number, add: number): void {
  const slot = findSlot(hash);
  if (slots[slot] === 0) {
    slots[slot] = hashes.push(hash);
    for (let c = 0; c < CAPABILITIES.length; c++) points.push(0);
  }
  const at = (slots[slot] - 1) * CAPABILITIES.length + capability;
  points[at] = Math.max(points[at], add);
}

/**
 * Index in `CAPABILITIES` of what the scanner's last text mostly draws on; 0 ('other') when its words do not tell.
 * The class with most points wins, each word counted once; ties go to the one listed first.
 */
export function classifyCapability(scanner: Scanner): number {
  scores.fill(0);
  epoch++;
  let hasBlock = false;
  for (let k = 0; k < scanner.count; k++) {
    const kind = scanner.kind[k];
    if (kind === FENCE) hasBlock = true;
    if (kind !== WORD && kind !== GLYPH) continue;
    const term = slots[findSlot(scanner.hash[k])] - 1;
    if (term < 0 || seenIn[term] === epoch) continue;
    seenIn[term] = epoch;
    for (let c = 1; c < scores.length; c++) scores[c] += points[term * CAPABILITIES.length + c];
  }
  if (hasBlock || CODE_SIGNS.test(scanner.text)) scores[CODING] += STRONG;
  let best = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c] >= LEAST_SCORE && scores[c] > scores[best]) best = c;
  return best;
}

/** Whether answers of a class are what another model would be trained on. */
export function isHighTrainingValue(capability: number): boolean {
  return HIGH_TRAINING_VALUE.includes(CAPABILITIES[capability]);
}
