import type { Zone } from '../../shared/time/zone.ts';

/**
 * The offsets of a zone over a stretch of time as a short table, so that drawing asks the runtime's time-zone
 * data once and not per bin. Span i holds from `startUs[i]` until the next start; the first also holds before.
 */
export interface ZoneSpans {
  readonly zone: Zone;
  readonly startUs: readonly number[];
  readonly offsetUs: readonly number[];
}

const QUARTER_US = 900_000_000;
/** The shortest spell of another offset in use is a month (Ramadan in Morocco), so four days miss none. */
const PROBE_US = 4 * 86_400_000_000;

/** The table for [fromUs, toUs] and 40 days either side (month boundaries reach beyond the range drawn). */
export function zoneSpans(zone: Zone, fromUs: number, toUs: number): ZoneSpans {
  const first = Math.floor((fromUs - 10 * PROBE_US) / QUARTER_US) * QUARTER_US;
  const startUs = [first];
  const offsetUs = [zone.offsetUs(first)];
  for (let at = first; at < toUs + 10 * PROBE_US; at += PROBE_US) {
    let low = at;
    const offset = zone.offsetUs(at + PROBE_US);
    if (offset === offsetUs.at(-1)) continue;
    let high = at + PROBE_US;
    while (high - low > QUARTER_US) {
      const middle = Math.floor((low + high) / 2 / QUARTER_US) * QUARTER_US;
      if (zone.offsetUs(middle) === offset) high = middle;
      else low = middle;
    }
    startUs.push(high);
    offsetUs.push(offset);
  }
  return { zone, startUs, offsetUs };
}

/** Index of the span that holds at an instant. */
export function spanAt(spans: ZoneSpans, us: number): number {
  let index = spans.startUs.length - 1;
  while (index > 0 && us < spans.startUs[index]) index--;
  return index;
}

/** Wall time at an instant: microseconds counted as if the zone's date and hour were UTC. */
export function wallAt(spans: ZoneSpans, us: number): number {
  return us + spans.offsetUs[spanAt(spans, us)];
}
