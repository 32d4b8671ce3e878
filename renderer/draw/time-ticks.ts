import { type CalendarStep, calendarStarts, DAY_US } from './calendar.ts';
import { type TimeRange, toPx } from './time-scale.ts';
import { spanAt, wallAt, type ZoneSpans } from './zone-spans.ts';

export interface Tick {
  readonly us: number;
  readonly px: number;
  /** Empty where the label would touch its neighbour. */
  readonly label: string;
  /** It also begins the larger unit printed underneath. */
  readonly major: boolean;
}

/** One label of the second line: the larger unit that holds from `px` on. */
export interface TickGroup {
  readonly px: number;
  readonly label: string;
}

export interface TimeTicks {
  readonly ticks: readonly Tick[];
  readonly groups: readonly TickGroup[];
}

type Form = 'ms' | 'second' | 'minute' | 'day' | 'month' | 'year';
type GroupUnit = 'minute' | 'day' | 'month' | 'year' | null;

interface TickStep {
  readonly step: CalendarStep;
  /** Length on average, for choosing. */
  readonly us: number;
  readonly form: Form;
}

const WIDEST: Readonly<Record<Form, string>> = {
  ms: '00.000',
  second: '00:00:00',
  minute: '00:00',
  day: 'Wed 30',
  month: 'May',
  year: '2026',
};
const GROUP_OF: Readonly<Record<Form, GroupUnit>> = {
  ms: 'minute',
  second: 'day',
  minute: 'day',
  day: 'month',
  month: 'year',
  year: null,
};
const GROUP_STEP: Readonly<Record<Exclude<GroupUnit, null>, CalendarStep>> = {
  minute: { kind: 'clock', us: 60_000_000 },
  day: { kind: 'days', days: 1 },
  month: { kind: 'months', months: 1 },
  year: { kind: 'months', months: 12 },
};
const GAP_PX = 14;

const clock = (us: number, form: Form): TickStep => ({ step: { kind: 'clock', us }, us, form });
const days = (n: number): TickStep => ({ step: { kind: 'days', days: n }, us: n * DAY_US, form: 'day' });
const months = (n: number): TickStep => ({
  step: { kind: 'months', months: n },
  us: n * 30.4 * DAY_US,
  form: n < 12 ? 'month' : 'year',
});
const MS = 1000;
const S = 1_000_000;
const STEPS: readonly TickStep[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((n) => clock(n * MS, 'ms')),
  ...[1, 2, 5, 10, 15, 30].map((n) => clock(n * S, 'second')),
  ...[1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((n) => clock(n * 60 * S, 'minute')),
  ...[1, 2, 7, 14].map(days),
  ...[1, 3, 6, 12, 24, 60, 120, 240, 600, 1200].map(months),
];

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const pad = (value: number, width = 2) => String(value).padStart(width, '0');
const dateOf = (wallUs: number) => new Date(Math.floor(wallUs / 1000));

/**
 * Calendar ticks for a range drawn over `widthPx`, in wall time of the zone, with a second line of labels for
 * the larger unit (days under hours, months under days). No two labels of a line overlap.
 *
 * Ticks are those inside the range. Where clocks are set back an hour's ticks appear twice, where they are
 * set forward not at all, and the second line then names the offset. Width of text comes from `measure`.
 */
export function timeTicks(
  range: TimeRange,
  widthPx: number,
  spans: ZoneSpans,
  measure: (text: string) => number,
): TimeTicks {
  const pxPerUs = widthPx / (range.toUs - range.fromUs);
  const chosen =
    STEPS.find(({ us, form }) => us * pxPerUs >= measure(WIDEST[form]) + GAP_PX) ?? STEPS.at(-1)!;
  const unit = GROUP_OF[chosen.form];
  const groupStarts = unit ? groupStartsOf(spans, unit, range) : [];
  const major = new Set(groupStarts);
  const starts = calendarStarts(spans, chosen.step, range.fromUs, range.toUs).filter(
    (us) => us >= range.fromUs && us < range.toUs,
  );
  const ticks: Tick[] = [];
  let freeFrom = Number.NEGATIVE_INFINITY;
  for (const us of starts) {
    const px = toPx(range, widthPx, us);
    const text = tickLabel(chosen.form, wallAt(spans, us));
    const half = measure(text) / 2;
    const fits = px - half >= freeFrom;
    if (fits) freeFrom = px + half + GAP_PX / 2;
    ticks.push({ us, px, label: fits ? text : '', major: major.has(us) });
  }
  return { ticks, groups: unit ? groupsOf(spans, unit, groupStarts, range, widthPx, measure) : [] };
}

function groupStartsOf(spans: ZoneSpans, unit: Exclude<GroupUnit, null>, range: TimeRange): number[] {
  const starts = calendarStarts(spans, GROUP_STEP[unit], range.fromUs, range.toUs);
  if (unit === 'day' || unit === 'minute') {
    for (const us of spans.startUs.slice(1)) {
      if (us > range.fromUs && us < range.toUs && !starts.includes(us)) starts.push(us);
    }
    starts.sort((a, b) => a - b);
  }
  return starts;
}

function groupsOf(
  spans: ZoneSpans,
  unit: Exclude<GroupUnit, null>,
  starts: readonly number[],
  range: TimeRange,
  widthPx: number,
  measure: (text: string) => number,
): TickGroup[] {
  const offsetChanges = spanAt(spans, range.fromUs) !== spanAt(spans, range.toUs - 1);
  const groups: TickGroup[] = [];
  let freeFrom = 0;
  for (let i = 0; i < starts.length; i++) {
    if (starts[i] >= range.toUs) break;
    const px = Math.max(0, toPx(range, widthPx, starts[i]));
    const end = Math.min(widthPx, toPx(range, widthPx, starts[i + 1] ?? range.toUs));
    if (end <= 0 || px < freeFrom) continue;
    const at = Math.max(starts[i], range.fromUs);
    const label = groupLabels(unit, spans, at, offsetChanges).find(
      (text) => px + measure(text) + GAP_PX / 2 <= end,
    );
    if (label === undefined) continue;
    groups.push({ px, label });
    freeFrom = px + measure(label) + GAP_PX / 2;
  }
  return groups;
}

function tickLabel(form: Form, wallUs: number): string {
  const date = dateOf(wallUs);
  const time = `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
  switch (form) {
    case 'ms':
      return `${pad(date.getUTCSeconds())}.${pad(date.getUTCMilliseconds(), 3)}`;
    case 'second':
      return `${time}:${pad(date.getUTCSeconds())}`;
    case 'minute':
      return time;
    case 'day':
      return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()}`;
    case 'month':
      return MONTHS[date.getUTCMonth()];
    case 'year':
      return String(date.getUTCFullYear());
  }
}

/** The group's label, longest form first. */
function groupLabels(
  unit: Exclude<GroupUnit, null>,
  spans: ZoneSpans,
  us: number,
  withOffset: boolean,
): readonly string[] {
  const span = spanAt(spans, us);
  const date = dateOf(us + spans.offsetUs[span]);
  const month = MONTHS[date.getUTCMonth()];
  const year = date.getUTCFullYear();
  const day = `${date.getUTCDate()} ${month}`;
  const full = `${WEEKDAYS[date.getUTCDay()]} ${day} ${year}`;
  const time = `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
  switch (unit) {
    case 'year':
      return [String(year)];
    case 'month':
      return [`${month} ${year}`, month];
    case 'day':
      if (withOffset) return [`${full}, ${utcOffset(spans.offsetUs[span])}`, utcOffset(spans.offsetUs[span])];
      return [full, `${WEEKDAYS[date.getUTCDay()]} ${day}`, day, String(date.getUTCDate())];
    case 'minute':
      return [`${full}, ${time}`, time];
  }
}

/** `UTC+05:45` for an offset in microseconds. */
export function utcOffset(offsetUs: number): string {
  const minutes = Math.round(Math.abs(offsetUs) / 60_000_000);
  return `UTC${offsetUs < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
