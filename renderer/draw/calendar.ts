import { spanAt, wallAt, type ZoneSpans } from './zone-spans.ts';

/**
 * A regular division of the calendar in wall time. Clock steps divide a day and start again where clocks are
 * set back; days, weeks (from Monday) and months start once, at the first instant that belongs to them.
 */
export type CalendarStep =
  | { readonly kind: 'clock'; readonly us: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'months'; readonly months: number };

export const DAY_US = 86_400_000_000;
const HOUR_US = 3_600_000_000;
/** 1970-01-05, the first Monday. */
const MONDAY_US = 4 * DAY_US;

/**
 * Starts of the steps that touch [fromUs, toUs], ascending: from the last start at or before `fromUs` to the
 * first at or after `toUs`. A midnight that clocks jump over is replaced by the instant of the jump.
 */
export function calendarStarts(spans: ZoneSpans, step: CalendarStep, fromUs: number, toUs: number): number[] {
  const starts =
    step.kind === 'clock' ? clockStarts(spans, step.us, fromUs, toUs) : dateStarts(spans, step, fromUs, toUs);
  let first = 0;
  while (first + 1 < starts.length && starts[first + 1] <= fromUs) first++;
  let last = starts.length - 1;
  while (last > first && starts[last - 1] >= toUs) last--;
  return starts.slice(first, last + 1);
}

function clockStarts(spans: ZoneSpans, stepUs: number, fromUs: number, toUs: number): number[] {
  // A step reaches at most its own length and one change of clocks (never over three hours) beyond.
  const low = fromUs - stepUs - 3 * HOUR_US;
  const high = toUs + stepUs + 3 * HOUR_US;
  const starts: number[] = [];
  for (let i = spanAt(spans, low); i < spans.startUs.length; i++) {
    const spanStart = i === 0 ? Number.NEGATIVE_INFINITY : spans.startUs[i];
    if (spanStart > high) break;
    const spanEnd = spans.startUs[i + 1] ?? Number.POSITIVE_INFINITY;
    const offset = spans.offsetUs[i];
    if (i > 0 && spanStart >= low) {
      const before = spanStart + spans.offsetUs[i - 1];
      // Clocks were set forward over a start: the jump itself begins the new step.
      if (Math.ceil(before / stepUs) * stepUs < spanStart + offset && (spanStart + offset) % stepUs !== 0) {
        starts.push(spanStart);
      }
    }
    const end = Math.min(high, spanEnd - 1);
    let wall = Math.ceil((Math.max(low, spanStart) + offset) / stepUs) * stepUs;
    for (; wall - offset <= end; wall += stepUs) starts.push(wall - offset);
  }
  return starts;
}

function dateStarts(
  spans: ZoneSpans,
  step: Exclude<CalendarStep, { kind: 'clock' }>,
  fromUs: number,
  toUs: number,
): number[] {
  const starts: number[] = [];
  for (let n = stepNumber(wallAt(spans, fromUs), step) - 1; ; n++) {
    const start = firstInstant(spans, stepWall(n, step));
    if (starts.at(-1) !== start) starts.push(start);
    if (start >= toUs) return starts;
  }
}

function stepNumber(wallUs: number, step: Exclude<CalendarStep, { kind: 'clock' }>): number {
  if (step.kind === 'days') return Math.floor((wallUs - MONDAY_US) / (step.days * DAY_US));
  const date = new Date(Math.floor(wallUs / 1000));
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / step.months);
}

function stepWall(n: number, step: Exclude<CalendarStep, { kind: 'clock' }>): number {
  if (step.kind === 'days') return MONDAY_US + n * step.days * DAY_US;
  // setUTCFullYear, because Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(0, n * step.months, 1) * 1000;
}

/** The first instant at which the zone's clock shows `wallUs` or later. */
function firstInstant(spans: ZoneSpans, wallUs: number): number {
  const last = spans.startUs.length - 1;
  for (let i = 0; i < last; i++) {
    if (wallUs < spans.startUs[i + 1] + spans.offsetUs[i]) {
      return i === 0 ? wallUs - spans.offsetUs[0] : Math.max(spans.startUs[i], wallUs - spans.offsetUs[i]);
    }
  }
  const instant = wallUs - spans.offsetUs[last];
  return last === 0 ? instant : Math.max(spans.startUs[last], instant);
}

/** The step that contains an instant: [from, to). */
export function calendarBin(spans: ZoneSpans, step: CalendarStep, us: number): readonly [number, number] {
  const starts = calendarStarts(spans, step, us, us + 1);
  return [starts[0], starts[1]];
}
