import type { TimeRange } from '../../../draw/time-scale.ts';
import { type BandsScene, countAt, inView, rowCount } from './bands-scene.ts';
import type { Mark } from './draw-bands.ts';

/**
 * Where a key moves the mark: arrows from cell to cell, left of the first step the name of the row, comma and full
 * stop to the previous and next cell with requests; null for other keys. Steps out of view come back into it.
 */
export function moved(scene: BandsScene, range: TimeRange, { row, step }: Mark, key: string): Mark | null {
  const { first, last } = inView(scene, range);
  const rows = rowCount(scene);
  const at = step ?? first - 1;
  const to = (nextRow: number, next: number | null): Mark => ({
    row: Math.max(0, Math.min(rows - 1, nextRow)),
    step: next === null || next < first || last <= first ? null : Math.min(last - 1, next),
  });
  switch (key) {
    case 'ArrowLeft':
      return to(row, Math.min(at, last) - 1);
    case 'ArrowRight':
      return to(row, Math.max(at, first - 1) + 1);
    case 'ArrowUp':
      return to(row - 1, step);
    case 'ArrowDown':
      return to(row + 1, step);
    case 'Home':
      return to(row, first);
    case 'End':
      return to(row, last - 1);
    case 'PageUp':
      return to(0, step);
    case 'PageDown':
      return to(rows - 1, step);
    case ',':
    case '.':
      return to(row, nextFilled(scene, row, at, key === '.' ? 1 : -1, first, last) ?? step);
    default:
      return null;
  }
}

function nextFilled(
  scene: BandsScene,
  row: number,
  from: number,
  direction: 1 | -1,
  first: number,
  last: number,
): number | null {
  const { bands, sessions } = scene;
  const valueAt = (step: number) =>
    row < bands.bands.length ? countAt(scene, row, step) : (sessions?.sessions.underWay[step] ?? 0);
  for (let step = from + direction; step >= first && step < last; step += direction)
    if (valueAt(step) > 0) return step;
  return null;
}
