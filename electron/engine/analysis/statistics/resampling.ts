import type { Rng } from '../../rng.ts';

/**
 * The p-value of a test by resampling: (1 + draws at least as extreme) / (1 + draws). Never 0, and valid at its
 * stated level (Phipson and Smyth 2010).
 */
export function resamplingP(asExtreme: number, draws: number): number {
  return (1 + asExtreme) / (1 + draws);
}

/** So many draws as extreme settle that nothing stands out. */
const SETTLED = 10;

/**
 * The p-value of a test by resampling that stops early: with the tenth draw at least as extreme, p is ten over the
 * draws made; without, all `most` draws are made and p is as `resamplingP`. Valid at its stated level (Besag and
 * Clifford 1991), cheap where nothing is seen and fine where something is.
 * @param draw makes one draw; true where it is at least as extreme as what was observed.
 */
export function sequentialP(most: number, draw: () => boolean): number {
  let asExtreme = 0;
  for (let made = 1; made <= most; made++) {
    if (draw() && ++asExtreme === SETTLED) return SETTLED / made;
  }
  return resamplingP(asExtreme, most);
}

/** Shuffles `count` items of the list from `from` on, in place (Fisher and Yates). */
export function shuffleInPlace(
  list: { [index: number]: number; readonly length: number },
  rng: Rng,
  from = 0,
  count = list.length - from,
): void {
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(rng.float() * (at + 1));
    const kept = list[from + at];
    list[from + at] = list[from + other];
    list[from + other] = kept;
  }
}

/** That many different integers of [0, population), in random order, in O(count) (Fisher and Yates, sparse). */
export function drawWithout(population: number, count: number, rng: Rng): Uint32Array {
  if (count > population) throw new RangeError('cannot draw more than there are');
  const moved = new Map<number, number>();
  const drawn = new Uint32Array(count);
  for (let k = 0; k < count; k++) {
    const at = k + Math.floor(rng.float() * (population - k));
    drawn[k] = moved.get(at) ?? at;
    moved.set(at, moved.get(k) ?? k);
  }
  return drawn;
}
