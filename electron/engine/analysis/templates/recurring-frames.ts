import { type Frame, frameOfParts } from './frame-writer.ts';

/** Fewer different texts with one frame come about by chance. */
const LEAST_TEXTS = 10;
/** So many frames that differ in one sentence alone show that something is filled in there. */
const LEAST_FRAMES = 4;
/** Sentences of one frame that may be found to be filled in. */
const MOST_FILLED = 3;
const FILLED = ' …';

/**
 * Which frames recur, by their hashes: those of ten texts and more, joined where they differ only in sentences that
 * are filled in. Nothing depends on the order of texts.
 * @param hashes of each text's frame, 0 for one that does not count; `frameAt` reads the frame itself.
 */
export function recurringFrames(
  hashes: Float64Array,
  frameAt: (place: number) => Frame,
): ReadonlyMap<number, Frame> {
  const recurring = new Map<number, Frame>();
  const often = new Set<number>();
  const sorted = hashes.slice().sort();
  for (let k = LEAST_TEXTS - 1; k < sorted.length; k++)
    if (sorted[k] > 0 && sorted[k] === sorted[k - LEAST_TEXTS + 1]) often.add(sorted[k]);
  for (let place = 0; place < hashes.length && often.size > 0; place++)
    if (often.delete(hashes[place])) recurring.set(hashes[place], frameAt(place));
  for (let round = 0; round < MOST_FILLED; round++) widen(recurring);
  return recurring;
}

/** Fills in each frame's one sentence in which the most others differ from it. */
function widen(recurring: Map<number, Frame>): void {
  const sizes = new Map<number, Set<number>>();
  for (const frame of recurring.values()) {
    for (const { hash } of shortened(frame)) sizes.set(hash, (sizes.get(hash) ?? new Set()).add(frame.hash));
  }
  const size = ({ hash }: Frame) => sizes.get(hash)?.size ?? 0;
  for (const [own, frame] of recurring) {
    const wider = shortened(frame).reduce((best, one) => (size(one) > size(best) ? one : best), frame);
    if (size(wider) >= LEAST_FRAMES) recurring.set(own, wider);
  }
}

/** A frame with one sentence cut down to its first word, for each sentence that has more. */
function shortened({ parts, words }: Frame): Frame[] {
  return parts.flatMap((part, at) => {
    const space = part.indexOf(' ');
    if (space < 0 || part.endsWith(FILLED)) return [];
    return [frameOfParts(parts.with(at, part.slice(0, space) + FILLED), words)];
  });
}
