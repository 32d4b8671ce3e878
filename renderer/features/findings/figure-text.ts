import type { FigureChange } from '../../../shared/contract/exhibits.ts';
import { formatTime, zoneOf } from '../../../shared/time/zone.ts';
import { formatDuration } from '../../ui/format.ts';

const wholes = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const digits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });
/** How queries of exhibits name a point in time. */
const TIME = / \(us since 1970 UTC\)$/;

export function isTime(name: string): boolean {
  return TIME.test(name);
}

/** A figure's name as people read it: times are shown in the zone, not as microseconds. */
export function figureName(name: string, zone: string): string {
  return name.replace(TIME, ` (${zone})`);
}

/** `12,345`, `0.271`; whole numbers to the last digit, others to six; an en dash for nothing to read. */
export function numberText(value: number | null): string {
  if (value === null) return '–';
  return (Number.isInteger(value) ? wholes : digits).format(value).replace('-', '−');
}

/** A figure in the unit that its name says. */
export function figureText(name: string, value: number | null, zone: string): string {
  return value !== null && isTime(name) ? formatTime(zoneOf(zone), value, 'second') : numberText(value);
}

/** Of the larger of both; arithmetic in another order differs by less. */
const ROUNDING = 1e-9;

/** Whether a figure is another than it was by more than rounding. */
export function isMoved({ before, after }: FigureChange): boolean {
  if (before === null || after === null) return before !== after;
  return Math.abs(after - before) > ROUNDING * Math.max(Math.abs(before), Math.abs(after));
}

/** `+120`, `−0.02`, `+2 h 5 min`; `new` and `gone` where one side has nothing; empty where it did not move. */
export function moveText(figure: FigureChange): string {
  const { name, before, after } = figure;
  if (!isMoved(figure)) return '';
  if (before === null) return 'new';
  if (after === null) return 'gone';
  const by = after - before;
  if (isTime(name)) return `${by > 0 ? '+' : '−'}${formatDuration(Math.abs(by) / 1e6)}`;
  // Differences of fractions carry digits of the machine; those below a thousandth of the move say nothing.
  return `${by > 0 ? '+' : ''}${numberText(Number.isInteger(by) ? by : Number(by.toPrecision(4)))}`;
}
