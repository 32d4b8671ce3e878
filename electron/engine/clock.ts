/** How far the steady clock may be from the time of day before that is taken anew, in microseconds. */
const DRIFT_US = 100_000;

/** What the steady clock, which counts microseconds, is behind the time of day. */
let behindUs = performance.timeOrigin * 1000;

/**
 * Now, in integer microseconds since 1970 UTC, by the computer's time of day: where that is set, or the computer sleeps,
 * which the steady clock does not count, it follows within a tenth of a second.
 */
export function nowUs(): number {
  const steadyUs = performance.now() * 1000;
  const wallUs = Date.now() * 1000;
  if (Math.abs(wallUs - (behindUs + steadyUs)) > DRIFT_US) behindUs = wallUs - steadyUs;
  return Math.round(behindUs + steadyUs);
}

/** A time as the clock on the wall of this machine shows it, with its offset: `2026-03-02T15:32:28+01:00`. */
export function localTime(us: number): string {
  const date = new Date(us / 1000);
  const minutes = -date.getTimezoneOffset();
  const two = (value: number) => String(Math.abs(value)).padStart(2, '0');
  const wall = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  return `${wall}${minutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}
