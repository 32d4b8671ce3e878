import { type CalendarStep, DAY_US } from '../../draw/calendar.ts';
import type { TimeRange } from '../../draw/time-scale.ts';

/** One width of bins. */
export interface Level {
  readonly id: '15min' | '30min' | '1h' | '2h' | '3h' | '6h' | '12h' | '1day' | '1week' | '1month';
  /** As printed after 'per'. */
  readonly title: string;
  readonly step: CalendarStep;
  /** Length on average, for choosing. */
  readonly us: number;
}

const HOUR_US = 3_600_000_000;
const clock = (id: Level['id'], title: string, us: number): Level => ({
  id,
  title,
  step: { kind: 'clock', us },
  us,
});

/** Finest first. */
export const LEVELS: readonly Level[] = [
  clock('15min', '15 min', HOUR_US / 4),
  clock('30min', '30 min', HOUR_US / 2),
  clock('1h', 'hour', HOUR_US),
  clock('2h', '2 h', 2 * HOUR_US),
  clock('3h', '3 h', 3 * HOUR_US),
  clock('6h', '6 h', 6 * HOUR_US),
  clock('12h', '12 h', 12 * HOUR_US),
  { id: '1day', title: 'day', step: { kind: 'days', days: 1 }, us: DAY_US },
  { id: '1week', title: 'week', step: { kind: 'days', days: 7 }, us: 7 * DAY_US },
  { id: '1month', title: 'month', step: { kind: 'months', months: 1 }, us: 30.4 * DAY_US },
];

/** What a range is drawn as. */
export interface Detail {
  /** The bins to draw, or to draw meanwhile when single requests are not loaded. */
  readonly level: Level;
  /** Single requests belong here. */
  readonly single: boolean;
}

const NARROWEST_BIN_PX = 2.5;
const WIDEST_BIN_PX = 12;
const SINGLE_SPAN_US = 2 * DAY_US;

/**
 * The detail for a range drawn over `widthPx`: the finest bins of at least 2.5 pixels; single requests up to
 * two days, or as soon as the finest bins would be wider than they need to be.
 */
export function levelFor(range: TimeRange, widthPx: number): Detail {
  const span = range.toUs - range.fromUs;
  const pxPerUs = widthPx / span;
  const level = LEVELS.find(({ us }) => us * pxPerUs >= NARROWEST_BIN_PX) ?? LEVELS.at(-1)!;
  const single = span <= SINGLE_SPAN_US || LEVELS[0].us * pxPerUs >= WIDEST_BIN_PX;
  return { level: single ? LEVELS[0] : level, single };
}
