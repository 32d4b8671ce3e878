/** Now, in integer microseconds since 1970 UTC. */
export function nowUs(): number {
  return Math.round((performance.timeOrigin + performance.now()) * 1000);
}

/** A time as the clock on the wall of this machine shows it, with its offset: `2026-03-02T15:32:28+01:00`. */
export function localTime(us: number): string {
  const date = new Date(us / 1000);
  const minutes = -date.getTimezoneOffset();
  const two = (value: number) => String(Math.abs(value)).padStart(2, '0');
  const wall = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  return `${wall}${minutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}
