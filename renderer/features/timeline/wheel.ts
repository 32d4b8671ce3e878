import { panBy, type TimeRange, toUs, zoomAt } from '../../draw/time-scale.ts';
import type { KeyAct } from './keys.ts';

interface WheelTurn {
  readonly deltaX: number;
  readonly deltaY: number;
  readonly deltaMode: number;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

/** Pixels of a line and of a page, for wheels that do not count in pixels. */
const UNIT_PX = [1, 16, 400];
const MOST_PX = 400;

/** A turn of the wheel zooms; with Shift, or sideways, it pans by as many pixels of `widthPx`. */
export function wheelAct(turn: WheelTurn, widthPx: number): Extract<KeyAct, { act: 'zoom' | 'pan' }> {
  const unit = UNIT_PX[turn.deltaMode] ?? 1;
  const clamp = (px: number) => Math.min(MOST_PX, Math.max(-MOST_PX, px * unit));
  const sideways = Math.abs(turn.deltaX) > Math.abs(turn.deltaY);
  if (turn.shiftKey || sideways) {
    return { act: 'pan', share: clamp(sideways ? turn.deltaX : turn.deltaY) / widthPx };
  }
  // A pinch on a touchpad arrives as Ctrl with small steps.
  return { act: 'zoom', factor: Math.exp(clamp(turn.deltaY) * (turn.ctrlKey ? 0.01 : 0.0022)) };
}

/** The range in view after a turn of the wheel at pixel `px` of the plot, which a zoom keeps in place. */
export function turned(
  turn: WheelTurn,
  range: TimeRange,
  limits: TimeRange,
  widthPx: number,
  px: number,
): TimeRange {
  const act = wheelAct(turn, widthPx);
  if (act.act === 'pan') return panBy(range, limits, act.share * (range.toUs - range.fromUs));
  return zoomAt(range, limits, act.factor, toUs(range, widthPx, Math.min(widthPx, Math.max(0, px))));
}
