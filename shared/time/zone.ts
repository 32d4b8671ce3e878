/**
 * Time zones over the runtime's own IANA data. Instants are integer microseconds since 1970 UTC; a *wall*
 * time is the number of microseconds a clock in the zone shows, counted as if its date and hour were UTC.
 */
const HOUR_US = 3_600_000_000;
const QUARTER_US = HOUR_US / 4;
/** +08:00, +0800, +8, UTC+8, UTC+08:00 */
const FIXED = /^(?:UTC)?([+-])(\d{1,2})(?::?(\d{2}))?$/;

export interface Zone {
  /** As given: an IANA name, 'UTC', or an offset such as +08:00 or UTC+8. */
  readonly name: string;
  /** Offset from UTC at an instant, microseconds, positive east. */
  offsetUs(utcUs: number): number;
}

export type WallReading =
  | { readonly kind: 'exact' | 'ambiguous'; readonly us: number }
  /** The clock jumped over this time; no instant has it. */
  | { readonly kind: 'gap' };

const zones = new Map<string, Zone>();

/** The zone of that name. Throws RangeError for a name the runtime does not know. */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    zone = makeZone(name);
    zones.set(name, zone);
  }
  return zone;
}

export function isZone(name: string): boolean {
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}

function makeZone(name: string): Zone {
  if (name === 'UTC' || name === 'Z') return { name, offsetUs: () => 0 };
  const fixed = FIXED.exec(name);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    if (minutes > 14 * 60 || Number(fixed[3] ?? 0) > 59) throw new RangeError(`Unknown time zone: ${name}`);
    const offset = (fixed[1] === '-' ? -minutes : minutes) * 60_000_000;
    return { name, offsetUs: () => offset };
  }
  return ianaZone(name);
}

/** Offsets change on quarter hours only, so one look-up serves each quarter hour of UTC. */
function ianaZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US-u-hc-h23', {
    timeZone: name,
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsets = new Map<number, number>();
  let lastQuarter = Number.NaN;
  let lastOffset = 0;

  function offsetOfQuarter(quarter: number): number {
    const utcMs = (quarter * QUARTER_US) / 1000;
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(utcMs)) part[type] = value;
    const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
    const wallMs = Date.UTC(
      year,
      Number(part.month) - 1,
      Number(part.day),
      Number(part.hour),
      Number(part.minute),
      Number(part.second),
    );
    return (wallMs - utcMs) * 1000;
  }

  return {
    name,
    offsetUs(utcUs) {
      const quarter = Math.floor(utcUs / QUARTER_US);
      if (quarter === lastQuarter) return lastOffset;
      let offset = offsets.get(quarter);
      if (offset === undefined) {
        offset = offsetOfQuarter(quarter);
        offsets.set(quarter, offset);
      }
      lastQuarter = quarter;
      lastOffset = offset;
      return offset;
    },
  };
}

export function toWall(zone: Zone, utcUs: number): number {
  return utcUs + zone.offsetUs(utcUs);
}

/** The instant at which the zone's clock shows `wallUs`; of two (clocks set back) the earlier. */
export function fromWall(zone: Zone, wallUs: number): WallReading {
  // No offset exceeds a day, so the offsets in force a day either side are the only candidates.
  const before = zone.offsetUs(wallUs - 24 * HOUR_US);
  const after = zone.offsetUs(wallUs + 24 * HOUR_US);
  const early = wallUs - Math.max(before, after);
  const late = wallUs - Math.min(before, after);
  const earlyHolds = toWall(zone, early) === wallUs;
  if (early === late) return earlyHolds ? { kind: 'exact', us: early } : { kind: 'gap' };
  const lateHolds = toWall(zone, late) === wallUs;
  if (earlyHolds && lateHolds) return { kind: 'ambiguous', us: early };
  if (earlyHolds) return { kind: 'exact', us: early };
  if (lateHolds) return { kind: 'exact', us: late };
  return { kind: 'gap' };
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** ±HH:MM of the zone at an instant. */
export function formatOffset(zone: Zone, utcUs: number): string {
  const minutes = Math.round(zone.offsetUs(utcUs) / 60_000_000);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`;
}

export type Precision = 'day' | 'minute' | 'second' | 'microsecond';

/** `2026-05-04`, `2026-05-04 13:45`, `… 13:45:09`, `… 13:45:09.000123`: wall time, zone not printed. */
export function formatTime(zone: Zone, utcUs: number, precision: Precision): string {
  const wall = toWall(zone, utcUs);
  const ms = Math.floor(wall / 1000);
  const iso = new Date(ms).toISOString();
  const date = iso.slice(0, iso.indexOf('T'));
  if (precision === 'day') return date;
  const time = iso.slice(iso.indexOf('T') + 1, -1);
  if (precision === 'minute') return `${date} ${time.slice(0, 5)}`;
  if (precision === 'second') return `${date} ${time.slice(0, 8)}`;
  return `${date} ${time}${pad(wall - ms * 1000, 3)}`;
}

/** RFC 3339 in UTC with microseconds: the form in which times leave the product. */
export function formatUtc(utcUs: number): string {
  const { date, time, fraction } = wallText(utcUs);
  return `${date}T${time}.${fraction}Z`;
}

const DAY_US = 24 * HOUR_US;
const two = Array.from({ length: 60 }, (_, value) => pad(value, 2));
const three = Array.from({ length: 1000 }, (_, value) => pad(value, 3));
let lastDay = Number.NaN;
let lastDate = '';

/** `2026-05-04`, `13:45:09` and `000123` of a wall time. Neighbours mostly have the same day, which is spelt once. */
export function wallText(wallUs: number): { date: string; time: string; fraction: string } {
  const day = Math.floor(wallUs / DAY_US);
  if (day !== lastDay) {
    const iso = new Date(day * (DAY_US / 1000)).toISOString();
    lastDate = iso.slice(0, iso.indexOf('T'));
    lastDay = day;
  }
  const rest = wallUs - day * DAY_US;
  const seconds = Math.floor(rest / 1_000_000);
  const minutes = Math.floor(seconds / 60);
  const fraction = rest - seconds * 1_000_000;
  return {
    date: lastDate,
    time: `${two[Math.floor(minutes / 60)]}:${two[minutes % 60]}:${two[seconds % 60]}`,
    fraction: `${three[Math.floor(fraction / 1000)]}${three[fraction % 1000]}`,
  };
}
