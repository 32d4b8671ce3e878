import type { Mapping, TimesSeen } from '../../../shared/contract/imports.ts';
import { toWall, type Zone, zoneOf } from '../../../shared/time/zone.ts';
import { zoneInName } from './detect-time.ts';

const YEAR_2015_US = 1_420_070_400_000_000;
const QUARTER_US = 900_000_000;
const DAY_US = 86_400_000_000;

/** Counts what shows whether times were read rightly, while they pass. */
export class TimesTally {
  private readonly zone: Zone | null;
  private readonly mapping: Mapping;
  private readonly nowUs: number;
  private rows = 0;
  private withoutTime = 0;
  private firstUs = Number.POSITIVE_INFINITY;
  private lastUs = Number.NEGATIVE_INFINITY;
  private future = 0;
  private before2015 = 0;
  private atMidnight = 0;

  /** @param nowUs times later than that are counted as in the future. */
  constructor(mapping: Mapping, nowUs: number) {
    this.mapping = mapping;
    this.zone = carriesZone(mapping) || mapping.timeZone === null ? null : zoneOf(mapping.timeZone);
    this.nowUs = nowUs;
  }

  /** @param us microseconds UTC; NaN for a row without a valid time. */
  add(us: number): void {
    this.rows++;
    if (Number.isNaN(us)) {
      this.withoutTime++;
      return;
    }
    if (us < this.firstUs) this.firstUs = us;
    if (us > this.lastUs) this.lastUs = us;
    if (us > this.nowUs) this.future++;
    else if (us < YEAR_2015_US) this.before2015++;
    // Midnight is a quarter hour everywhere, so most rows need no look at the zone.
    if (us % QUARTER_US === 0 && (this.zone ? toWall(this.zone, us) : us) % DAY_US === 0) this.atMidnight++;
  }

  seen(gap: TimesSeen['gap']): TimesSeen {
    const { rows, withoutTime, future, before2015, atMidnight, mapping, zone } = this;
    return {
      rows,
      withoutTime,
      firstUs: Number.isFinite(this.firstUs) ? this.firstUs : null,
      lastUs: Number.isFinite(this.lastUs) ? this.lastUs : null,
      gap,
      future,
      before2015,
      atMidnight,
      zone: zone === null ? null : mapping.timeZone,
      zoneFrom: zone === null ? 'values' : fromName(mapping) ? 'column name' : 'chosen',
    };
  }
}

const carriesZone = ({ timeFormat }: Mapping) => timeFormat.startsWith('unix_');

const fromName = ({ columns, timeZone }: Mapping) =>
  columns.timestamp !== undefined && zoneInName(columns.timestamp) === timeZone;

/** The longest stretch between two neighbouring times; null when there are fewer than two different ones. */
export function longestGap(timesUs: readonly number[]): TimesSeen['gap'] {
  const sorted = timesUs.filter((us) => !Number.isNaN(us)).sort((a, b) => a - b);
  let at = 0;
  for (let i = 1; i < sorted.length; i++) {
    if (at === 0 || sorted[i] - sorted[i - 1] > sorted[at] - sorted[at - 1]) at = i;
  }
  if (at === 0 || sorted[at] === sorted[at - 1]) return null;
  return { fromUs: sorted[at - 1], toUs: sorted[at] };
}

/**
 * The longest stretch of whole quarter hours without a time.
 * @param bins quarter hours since 1970 that have one, ascending.
 */
export function longestGapOfBins(bins: ArrayLike<number>): TimesSeen['gap'] {
  let from = 0;
  let to = 0;
  for (let i = 1; i < bins.length; i++) {
    if (bins[i] - bins[i - 1] - 1 > to - from) {
      from = bins[i - 1] + 1;
      to = bins[i];
    }
  }
  return to === from ? null : { fromUs: from * QUARTER_US, toUs: to * QUARTER_US };
}
