import { fromWall, toWall, type Zone } from '../../../shared/time/zone.ts';
import { type TimeRange, viewLimits } from '../../draw/time-scale.ts';
import { formatCount } from '../../ui/format.ts';
import { dayOf, minuteOf, NotATime, readInstant } from './typed-instant.ts';

const NEGATED = /^\s*(?:outside(?:\s+of)?\s|not\s|-)\s*/i;

/** What is typed, without the words that turn it into all other time. */
export const withoutNegation = (typed: string) => typed.replace(NEGATED, '');

/** What typed times are read against. */
export interface RangeContext {
  readonly zone: Zone;
  /** From the first to behind the last request with a time; null where there is none. */
  readonly data: TimeRange | null;
}

export interface ReadRange {
  /** Whole quarter hours. */
  readonly range: TimeRange;
  readonly negate: boolean;
  /** How it was read where that is not plain: what was moved, chosen, or lies beside the data. */
  readonly notes: readonly string[];
}

/** A text that is a time range, one that is none with the reason, or no text. */
export type TypedRange = ReadRange | { readonly error: string } | null;

export const RANGE_FORMS = 'Type 2026-03, 2026-03-01..2026-03-05 14:00, since 2026-03-01, or last 7 days.';

const LONGEST = 200;
const RELATIVE = /^(last|first)\s+(?:(\d{1,6})\s*)?(minutes?|min|hours?|h|days?|d|weeks?|w|months?)$/i;
const OPEN = /^(since|from|after|until|till|before)\s+(.+)$/i;
const BETWEEN = /^(?:from\s+|between\s+)?(.+?)\s*(?:\.\.+|…|\s(?:to|until|till|and|-|–|—)\s)\s*(.+)$/i;

const HOUR_US = 3_600_000_000;
const UNIT_US: Readonly<Record<string, number>> = {
  m: HOUR_US / 60,
  h: HOUR_US,
  d: 24 * HOUR_US,
  w: 7 * 24 * HOUR_US,
};

/**
 * Reads a time range as people type it: a year, month, day or hour; two times with `..` or `to` between them, a date as
 * the second with its whole day; `since`, `after`, `until`, `before` up to the end or start of the data; `last 7 days`,
 * `first 2 hours` counted from there; `outside of` before any of them for all other time. It is moved outwards to whole
 * quarter hours.
 */
export function readTypedRange(typed: string, context: RangeContext): TypedRange {
  const text = typed.trim();
  if (text === '') return null;
  // Nothing so long is a time, and looking for the two ends of one would take for ever.
  if (text.length > LONGEST) return { error: `This is no time. ${RANGE_FORMS}` };
  const negate = NEGATED.test(text);
  try {
    const { fromUs, toUs, notes } = readPlain(withoutNegation(text), context);
    const time = (us: number) => minuteOf(context.zone, us);
    if (toUs <= fromUs)
      return {
        error: `The end, ${time(toUs)}, is not after the beginning, ${time(fromUs)}. Turn them round.`,
      };
    const range = viewLimits({ fromUs, toUs });
    const moved = [
      [fromUs, range.fromUs],
      [toUs, range.toUs],
    ].flatMap(([was, is]) => (was === is ? [] : [`${time(was)} became ${time(is)}`]));
    return {
      range,
      negate,
      notes: [
        ...notes,
        ...(moved.length > 0
          ? [`Widened to whole quarter hours, by which requests are counted: ${moved.join(', ')}.`]
          : []),
        ...besideData(range, context),
      ],
    };
  } catch (error) {
    if (!(error instanceof NotATime)) throw error;
    return { error: `${error.message} ${RANGE_FORMS}` };
  }
}

type Plain = TimeRange & { readonly notes: readonly string[] };

function readPlain(text: string, context: RangeContext): Plain {
  const { zone } = context;
  const relative = RELATIVE.exec(text);
  if (relative) return counted(relative[1], Number(relative[2] ?? 1), relative[3], context);
  const between = BETWEEN.exec(text);
  if (between) {
    const from = readInstant(between[1], zone);
    const to = readInstant(between[2], zone, dayOf(between[1]));
    return { fromUs: from.fromUs, toUs: to.toUs, notes: [...from.notes, ...to.notes] };
  }
  const open = OPEN.exec(text);
  if (open) {
    const data = dataOf(context);
    const { fromUs, toUs, notes } = readInstant(open[2], zone);
    const word = open[1].toLowerCase();
    if (word === 'since' || word === 'from') return { fromUs, toUs: data.toUs, notes };
    if (word === 'after') return { fromUs: toUs, toUs: data.toUs, notes };
    return { fromUs: data.fromUs, toUs: word === 'before' ? fromUs : toUs, notes };
  }
  const { fromUs, toUs, notes } = readInstant(text, zone);
  // A time of day alone stands for its minute.
  return { fromUs, toUs: Math.max(toUs, fromUs + UNIT_US.m), notes };
}

function counted(side: string, count: number, unit: string, context: RangeContext): Plain {
  const { fromUs, toUs } = dataOf(context);
  if (count === 0) throw new NotATime(`${formatCount(0)} ${unit} is no time.`);
  const isLast = side.toLowerCase() === 'last';
  const end = isLast
    ? `the last request, ${minuteOf(context.zone, toUs - 1)}`
    : `the first, ${minuteOf(context.zone, fromUs)}`;
  const notes = [`Counted from ${end}, not from today.`];
  const by = (from: number, sign: 1 | -1) =>
    /^months?$/i.test(unit)
      ? monthsFrom(from, sign * count, context.zone)
      : from + sign * count * UNIT_US[unit[0].toLowerCase()];
  return isLast ? { fromUs: by(toUs, -1), toUs, notes } : { fromUs, toUs: by(fromUs, 1), notes };
}

/** The same time of day so many months on, or the last of a month that is too short. */
function monthsFrom(us: number, months: number, zone: Zone): number {
  const wall = new Date(Math.floor(toWall(zone, us) / 1000));
  const day = wall.getUTCDate();
  wall.setUTCDate(1);
  wall.setUTCMonth(wall.getUTCMonth() + months);
  const last = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
  wall.setUTCDate(Math.min(day, last));
  const reading = fromWall(zone, wall.getTime() * 1000);
  return reading.kind === 'gap' ? us + months * 30 * UNIT_US.d : reading.us;
}

function dataOf({ data }: RangeContext): TimeRange {
  if (data) return data;
  throw new NotATime('No request of the case has a time, so there is no end to count from.');
}

function besideData({ fromUs, toUs }: TimeRange, { data, zone }: RangeContext): string[] {
  if (!data || (fromUs < data.toUs && toUs > data.fromUs)) return [];
  return [
    `No request lies in it: they go from ${minuteOf(zone, data.fromUs)} to ${minuteOf(zone, data.toUs - 1)}.`,
  ];
}
