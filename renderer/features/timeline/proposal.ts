import { BIN_US } from '../../../shared/contract/timeline.ts';
import { calendarBin } from '../../draw/calendar.ts';
import { sameRange, type TimeRange } from '../../draw/time-scale.ts';
import { sumIn } from './bins.ts';
import { type Scene, type Shown, wholeQuarters } from './scene.ts';
import { countIn, covers } from './single.ts';

/**
 * The range a brush from `a` to `b` proposes. Over bins its ends move outwards to whole bins, because only
 * those can be counted; over single requests they stay. Null when nothing is left between them.
 */
export function proposedRange(scene: Scene, shown: Shown, a: number, b: number): TimeRange | null {
  let [fromUs, toUs] = a < b ? [a, b] : [b, a];
  if (shown.kind === 'bins') {
    fromUs = calendarBin(scene.spans, shown.level.step, fromUs)[0];
    toUs = calendarBin(scene.spans, shown.level.step, Math.max(fromUs, toUs - 1))[1];
  }
  fromUs = Math.max(scene.limits.fromUs, fromUs);
  toUs = Math.min(scene.limits.toUs, toUs);
  return fromUs < toUs ? { fromUs, toUs } : null;
}

export interface RangeCount {
  readonly requests: number;
  readonly failed: number;
  /** False where the range cuts a quarter hour whose requests are not loaded one by one. */
  readonly exact: boolean;
}

/** Whether a quarter hour that the range cuts has requests, which may lie on either side of the cut. */
function cutsRequests(scene: Scene, range: TimeRange, quarters: TimeRange): boolean {
  const at = (fromUs: number) => sumIn(scene.activity, 'requests', { fromUs, toUs: fromUs + BIN_US });
  return (
    (range.fromUs > quarters.fromUs && at(quarters.fromUs) > 0) ||
    (range.toUs < quarters.toUs && at(quarters.toUs - BIN_US) > 0)
  );
}

/** Requests in a range: those loaded where they are all of it, else by the quarter hours that touch it. */
export function countRange(scene: Scene, range: TimeRange): RangeCount {
  if (scene.loaded && covers(scene.loaded.covered, range)) {
    return { ...countIn(scene.loaded.columns, range), exact: true };
  }
  const quarters = wholeQuarters(range);
  return {
    requests: sumIn(scene.activity, 'requests', quarters),
    failed: sumIn(scene.activity, 'failed', quarters),
    exact: sameRange(quarters, range) || !cutsRequests(scene, range, quarters),
  };
}
